import { AppError } from '../../../shared/errors/appError.ts';
import type { EwsClient } from './ewsClient.ts';
import { itemRefOf, type ItemRef } from './ids.ts';
import { getItem } from './operations/getItem.ts';
import { child, type XmlElement } from './xmlReader.ts';

/** Tries with a fresh change key: Exchange changes it by itself now and then, most often after attaching. */
const mostTries = 3;

/** An item with its current change key, and the properties that were asked for as the server wrote them. */
export interface CurrentItem {
  readonly item: ItemRef;
  readonly element: XmlElement;
}

/** Reads the version that an item has now, and further properties by path. Rejects with AppError `exchange.itemNotFound`. */
export async function current(client: EwsClient, id: string, properties: readonly string[], signal: AbortSignal): Promise<CurrentItem> {
  const read = await client.callOne(getItem, { ids: [{ id }], properties }, signal);
  if (read.kind !== 'item') throw new AppError('exchange.itemNotFound', { responseCode: 'ErrorItemNotFound' });
  return { item: itemRefOf(child(read.element, 'ItemId'), 'GetItem'), element: read.element };
}

/** Repeats with a fresh change key while Exchange says that the old one is stale: then nothing was done. */
export async function withFreshKey<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (thrown) {
      if (attempt === mostTries || !(thrown instanceof AppError) || thrown.data.code !== 'exchange.changedMeanwhile') throw thrown;
    }
  }
}

/** Whether a request may have been carried out although it failed: then what it was about must stay what it is. */
export const mayBeDone = (thrown: unknown): boolean =>
  thrown instanceof AppError && ['network.timeout', 'network.reset', 'app.cancelled', 'exchange.brokenXml', 'http.serverError'].includes(thrown.data.code);
