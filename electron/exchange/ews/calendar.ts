import { AppError } from '../../../shared/errors/appError.ts';
import type { AppointmentQuery, ItemValues } from '../../../shared/exchange/port.ts';
import { appointment } from '../../../shared/items/appointment.ts';
import type { EwsClient } from './ewsClient.ts';
import { namingFolder } from './folderNames.ts';
import type { FolderRef } from './ids.ts';
import type { MailboxParts } from './mailboxParts.ts';
import { findInCalendar } from './operations/findInCalendar.ts';
import { passesAll, readItems } from './readItems.ts';

/** Exchange refuses a calendar view of more than two years; half of it stays clear of what it counts as two. */
const longestDays = 365;
const dayMs = 86_400_000;

/** Parts of a time span that are short enough for one request. */
export function windowsOf(from: string, to: string): readonly { readonly from: string; readonly to: string }[] {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (end < start) throw new AppError('exchange.calendarEndBeforeStart');
  const count = Math.max(1, Math.ceil((end - start) / (longestDays * dayMs)));
  const iso = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');
  return Array.from({ length: count }, (_, index) => {
    const begin = start + index * longestDays * dayMs;
    return { from: iso(begin), to: iso(Math.min(end, begin + longestDays * dayMs)) };
  });
}

/** IDs of the appointments of a window. A view that was cut off is asked for again from its last start, as it has no pages. */
async function* idsOf(
  client: EwsClient,
  folder: FolderRef,
  window: { readonly from: string; readonly to: string },
  maximum: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<string, void> {
  const seen = new Set<string>();
  for (let { from } = window; ;) {
    const { entries, complete } = await client.callOne(findInCalendar, { folder, from, to: window.to, maximum }, signal);
    const fresh = entries.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) {
      seen.add(id);
      yield id;
    }
    const last = entries.at(-1)?.start;
    if (complete || last === undefined || fresh.length === 0) return;
    // More appointments with one start than an answer holds cannot be told apart; the next second at least goes on.
    from = last === from ? new Date(Date.parse(last) + 1000).toISOString() : last;
  }
}

async function* idsIn({ client, folderNames }: MailboxParts, query: AppointmentQuery, signal: AbortSignal): AsyncGenerator<string, void> {
  const root = await folderNames.resolve(client, query.folder, signal);
  const folders = query.subfolders ? await folderNames.withSubfolders(client, query.folder, signal) : [root];
  // Without filters the server can count; one at a time more than wanted would only be thrown away.
  const maximum = query.filters.length === 0 && query.maximum !== undefined ? Math.min(query.maximum, 1000) : undefined;
  const seen = new Set<string>();
  for (const [index, folder] of folders.entries()) {
    try {
      for (const window of windowsOf(query.from, query.to)) {
        for await (const id of idsOf(client, folder, window, maximum, signal)) {
          if (seen.has(id)) continue;
          seen.add(id);
          yield id;
        }
      }
    } catch (thrown) {
      // A folder inside that is no calendar has no appointments; the one that was named has to be a calendar.
      const isInside = index > 0 && thrown instanceof AppError && thrown.data.code === 'exchange.notACalendar';
      if (!isInside) throw namingFolder(thrown, query.folder);
    }
  }
}

/** Lists appointments. Exchange takes no filters beside a calendar view, so that all of them are evaluated here. */
export async function* findInMailbox(parts: MailboxParts, query: AppointmentQuery, signal: AbortSignal): AsyncGenerator<ItemValues, void> {
  const enough = query.filters.length === 0 ? (query.maximum ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const ids: string[] = [];
  for await (const id of idsIn(parts, query, signal)) {
    ids.push(id);
    if (ids.length >= enough) break;
  }
  let missing = query.maximum ?? Number.POSITIVE_INFINITY;
  for await (const item of readItems(parts.client, parts.addressBook, appointment, ids, signal)) {
    if (!passesAll(appointment, query.filters, item)) continue;
    missing -= 1;
    yield item.values;
    if (missing === 0) return;
  }
}
