import { folderIdXml, itemRefOf, type FolderRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { pageOf, type Page } from '../page.ts';
import { child } from '../xmlReader.ts';
import { element, type Xml } from '../xmlWriter.ts';

/** A page of a folder's items. */
export interface ItemPageQuery {
  readonly folder: FolderRef;
  readonly restriction: Xml | undefined;
  /** Property path that the list is ordered by, ascending: what arrives later comes last and shifts nothing. */
  readonly sortBy: string;
  readonly offset: number;
  readonly pageSize: number;
}

/** An item as a search tells it: only its ID, and the element that says which type it is. */
export interface FoundItem {
  readonly id: string;
  readonly exchangeClass: string;
}

/**
 * Searches a folder for IDs; bodies and recipients never come with a search, so items are read with GetItem.
 * https://learn.microsoft.com/exchange/client-developer/web-service-reference/finditem-operation
 */
export const findItem = operation<ItemPageQuery, Page<FoundItem>>({
  name: 'FindItem',
  safety: 'read',
  payload: ({ folder, restriction, sortBy, offset, pageSize }) =>
    element('m:FindItem', { Traversal: 'Shallow' }, [
      element('m:ItemShape', {}, [element('t:BaseShape', {}, ['IdOnly'])]),
      element('m:IndexedPageItemView', { MaxEntriesReturned: String(pageSize), Offset: String(offset), BasePoint: 'Beginning' }),
      restriction,
      element('m:SortOrder', {}, [element('t:FieldOrder', { Order: 'Ascending' }, [element('t:FieldURI', { FieldURI: sortBy })])]),
      element('m:ParentFolderIds', {}, [folderIdXml(folder)]),
    ]),
  parse: (message) => pageOf(message, 'Items', (item) => ({ id: itemRefOf(child(item, 'ItemId'), 'FindItem').id, exchangeClass: item.name })),
});
