import { AppError } from '../../../shared/errors/appError.ts';
import { passesFilter } from '../../../shared/exchange/filterMatch.ts';
import type { Filter } from '../../../shared/exchange/port.ts';
import type { ItemType } from '../../../shared/items/itemType.ts';
import type { AddressBook } from './addressBook.ts';
import type { EwsClient } from './ewsClient.ts';
import { getItem } from './operations/getItem.ts';
import { readItem, type ReadValues } from './readItem.ts';

/** The first batch is small, so that the first row comes soon; later ones save round trips. Two are in memory at most. */
const firstBatch = 10;
const laterBatch = 100;

/** Whether an item passes all filters, as the pack compares; servers compare otherwise. */
export function passesAll(type: ItemType, filters: readonly Filter[], item: ReadValues): boolean {
  return filters.every((filter) => {
    const field = type.fields[filter.field];
    return field !== undefined && passesFilter(filter, item.values[filter.field], { isDate: field.kind === 'dateTime', person: item.people[filter.field] });
  });
}

/** Reads items in one request; asks again for those before which the server broke off. Items that are gone meanwhile are left out. */
async function readBatch(client: EwsClient, book: AddressBook, type: ItemType, ids: readonly string[], signal: AbortSignal): Promise<ReadValues[]> {
  const found: ReadValues[] = [];
  let rest = ids;
  while (rest.length > 0) {
    const results = await client.call(getItem, { ids: rest.map((id) => ({ id })), properties: 'all' }, signal);
    const done = results.findIndex((result) => result.kind === 'stopped');
    const answered = done < 0 ? results : results.slice(0, done);
    if (answered.length === 0) throw new AppError('exchange.batchStopped', { responseCode: 'ErrorBatchProcessingStopped' });
    for (const result of answered) {
      if (result.kind === 'item' && result.element.name === type.exchangeClass) found.push(await book.resolved(client, readItem(type, result.element), signal));
    }
    rest = done < 0 ? [] : rest.slice(done);
  }
  return found;
}

/**
 * Reads items in the order of their IDs. While a batch is being consumed the next one is on its way; a consumer that stops early ends it.
 */
export async function* readItems(
  client: EwsClient,
  book: AddressBook,
  type: ItemType,
  ids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<ReadValues, void> {
  const left = new AbortController();
  const either = AbortSignal.any([signal, left.signal]);
  let next = 0;
  const begin = (size: number): Promise<ReadValues[]> | undefined => {
    const batch = ids.slice(next, next + size);
    next += batch.length;
    if (batch.length === 0) return undefined;
    const reading = readBatch(client, book, type, batch, either);
    // Awaited below unless the consumer leaves; then nobody is there to hear of its failure.
    reading.catch(() => undefined);
    return reading;
  };
  try {
    for (let reading = begin(firstBatch); reading !== undefined;) {
      const items = await reading;
      reading = begin(laterBatch);
      yield* items;
    }
  } finally {
    left.abort();
  }
}
