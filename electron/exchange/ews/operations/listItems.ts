import type { MailItem } from '../../../../shared/exchange/browse.ts';
import { folderIdXml, itemRefOf, type FolderRef } from '../ids.ts';
import { mailboxOf } from '../mailbox.ts';
import { operation } from '../operation.ts';
import { pageOf, type Page } from '../page.ts';
import { child, childText, descendant } from '../xmlReader.ts';
import { element } from '../xmlWriter.ts';

const pageSize = 50;
const subject = element('t:FieldURI', { FieldURI: 'item:Subject' });
const received = element('t:FieldURI', { FieldURI: 'item:DateTimeReceived' });

/** A page of a folder, for a person to choose from. `search` is a part of the subject, without regard to case; empty for all. */
export interface ItemListQuery {
  readonly folder: FolderRef;
  readonly search: string;
  readonly offset: number;
}

/** Lists items with what tells them apart, newest first. https://learn.microsoft.com/exchange/client-developer/web-service-reference/finditem-operation */
export const listItems = operation<ItemListQuery, Page<MailItem>>({
  name: 'FindItem',
  safety: 'read',
  payload: ({ folder, search, offset }) =>
    element('m:FindItem', { Traversal: 'Shallow' }, [
      element('m:ItemShape', {}, [element('t:BaseShape', {}, ['IdOnly']), element('t:AdditionalProperties', {}, [subject, received, element('t:FieldURI', { FieldURI: 'message:From' })])]),
      element('m:IndexedPageItemView', { MaxEntriesReturned: String(pageSize), Offset: String(offset), BasePoint: 'Beginning' }),
      search === ''
        ? undefined
        : element('m:Restriction', {}, [element('t:Contains', { ContainmentMode: 'Substring', ContainmentComparison: 'IgnoreCase' }, [subject, element('t:Constant', { Value: search })])]),
      element('m:SortOrder', {}, [element('t:FieldOrder', { Order: 'Descending' }, [received])]),
      element('m:ParentFolderIds', {}, [folderIdXml(folder)]),
    ]),
  parse: (message) =>
    pageOf(message, 'Items', (item) => {
      const sender = descendant(item, 'From', 'Mailbox');
      const at = childText(item, 'DateTimeReceived');
      return {
        id: itemRefOf(child(item, 'ItemId'), 'FindItem').id,
        title: childText(item, 'Subject') ?? '',
        ...(sender === undefined ? {} : { from: mailboxOf(sender).name }),
        ...(at === undefined ? {} : { at }),
      };
    }),
});
