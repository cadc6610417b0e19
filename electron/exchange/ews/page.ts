import { AppError } from '../../../shared/errors/appError.ts';
import { inside, type ResponseMessage } from './soap.ts';
import { child, type XmlElement } from './xmlReader.ts';

/** A part of a list. `next` is where the following part starts, undefined after the last. */
export interface Page<T> {
  readonly entries: readonly T[];
  readonly next: number | undefined;
  /** The server says that the list ends here. */
  readonly isLast: boolean;
}

/**
 * Reads the root folder of a find operation. Only `IncludesLastItemInRange` tells the end: a server may return fewer entries than it was asked for.
 * https://learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-perform-paged-searches-by-using-ews-in-exchange
 */
export function pageOf<T>(message: ResponseMessage, list: 'Items' | 'Folders', read: (entry: XmlElement) => T): Page<T> {
  const root = inside(message, 'RootFolder');
  if (root === undefined) throw new AppError('exchange.unexpectedAnswer', { operation: 'the search', missing: 'the list of results' });
  const isLast = root.attributes.IncludesLastItemInRange !== 'false';
  const offset = Number(root.attributes.IndexedPagingOffset);
  return { entries: child(root, list)?.children.map(read) ?? [], next: isLast || !Number.isInteger(offset) ? undefined : offset, isLast };
}

/** Reads page after page. Ends where a server does not advance, because it would send the same page for ever. */
export async function* pages<T>(read: (offset: number) => Promise<Page<T>>): AsyncGenerator<readonly T[], void> {
  let offset = 0;
  for (;;) {
    const page = await read(offset);
    yield page.entries;
    if (page.next === undefined || page.next <= offset) return;
    offset = page.next;
  }
}
