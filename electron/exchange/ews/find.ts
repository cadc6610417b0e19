import { AppError } from '../../../shared/errors/appError.ts';
import type { Filter, ItemQuery, ItemValues } from '../../../shared/exchange/port.ts';
import type { ItemType } from '../../../shared/items/itemType.ts';
import type { EwsClient } from './ewsClient.ts';
import { typeNamed } from './creating.ts';
import { namingFolder } from './folderNames.ts';
import type { FolderRef } from './ids.ts';
import { findItem, type FoundItem } from './operations/findItem.ts';
import type { MailboxParts } from './mailboxParts.ts';
import { pages } from './page.ts';
import { passesAll, readItems } from './readItems.ts';
import { restrictionXml } from './restriction.ts';
import type { Xml } from './xmlWriter.ts';

/** IDs in one search request. A server answers 1,000 at most, and 250 where it has to search (EWS throttling in Exchange). */
const listPage = 1000;
const searchPage = 200;

/** A server that cannot evaluate the restriction says so with one of these. */
const restrictionRefused = 'exchange.filterNotSupported';

/** The ID, where the filters ask for one particular item. */
function singleId(filters: readonly Filter[]): string | undefined {
  const byId = filters.filter((filter) => filter.field === 'id' && filter.operator === 'equals');
  const [only] = byId;
  return byId.length === 1 && typeof only?.value === 'string' ? only.value : undefined;
}

async function* searchWith(
  client: EwsClient,
  folder: FolderRef,
  restriction: Xml | undefined,
  signal: AbortSignal,
): AsyncGenerator<readonly FoundItem[], void> {
  yield* pages((offset) =>
    client.callOne(
      findItem,
      { folder, restriction, sortBy: 'item:DateTimeReceived', offset, pageSize: restriction === undefined ? listPage : searchPage },
      signal,
    ),
  );
}

/** Pages of a folder; searched without the restriction where the server refuses it, because filters are evaluated here anyway. */
async function* search(client: EwsClient, folder: FolderRef, restriction: Xml | undefined, signal: AbortSignal): AsyncGenerator<readonly FoundItem[], void> {
  try {
    yield* searchWith(client, folder, restriction, signal);
  } catch (thrown) {
    if (restriction === undefined || !(thrown instanceof AppError) || thrown.data.code !== restrictionRefused) throw thrown;
    yield* searchWith(client, folder, undefined, signal);
  }
}

/** IDs of the items of the type, each once: a list that changes while it is paged can show an item twice. */
async function* idsIn(client: EwsClient, folders: readonly FolderRef[], query: ItemQuery, type: ItemType, signal: AbortSignal): AsyncGenerator<string, void> {
  const seen = new Set<string>();
  const restriction = restrictionXml(type, query.filters);
  for (const folder of folders) {
    try {
      for await (const page of search(client, folder, restriction, signal)) {
        for (const { id, exchangeClass } of page) {
          if (exchangeClass !== type.exchangeClass || seen.has(id)) continue;
          seen.add(id);
          yield id;
        }
      }
    } catch (thrown) {
      throw namingFolder(thrown, query.folder);
    }
  }
}

/** Takes up to `count` values, and says whether there may be more. */
async function take<T>(source: AsyncIterator<T>, count: number): Promise<{ values: T[]; ended: boolean }> {
  const values: T[] = [];
  while (values.length < count) {
    const next = await source.next();
    if (next.done === true) return { values, ended: true };
    values.push(next.value);
  }
  return { values, ended: false };
}

/**
 * Reads the items that pass all filters, as they arrive, up to the maximum. As many IDs as may be needed are listed before the first item is
 * handed out, because a runbook that moves each item would otherwise shift the pages that are still to come.
 */
export async function* findItems(parts: MailboxParts, query: ItemQuery, signal: AbortSignal): AsyncGenerator<ItemValues, void> {
  const { client, folderNames, addressBook } = parts;
  const type = typeNamed(query.itemType);
  const wanted = singleId(query.filters);
  const folders =
    wanted !== undefined
      ? []
      : query.subfolders
        ? await folderNames.withSubfolders(client, query.folder, signal)
        : [await folderNames.resolve(client, query.folder, signal)];
  const ids = wanted === undefined ? idsIn(client, folders, query, type, signal) : list([wanted]);
  let missing = query.maximum;
  for (let ended = false; !ended && missing > 0;) {
    const listed = await take(ids, missing);
    ended = listed.ended;
    for await (const item of readItems(client, addressBook, type, listed.values, signal)) {
      if (!passesAll(type, query.filters, item)) continue;
      missing -= 1;
      yield item.values;
    }
  }
}

async function* list<T>(values: readonly T[]): AsyncGenerator<T, void> {
  yield* values;
}
