import type { Invitations } from '../../../../shared/exchange/port.ts';
import { folderIdXml, itemRefOf, type FolderRef, type ItemRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { inside } from '../soap.ts';
import { child } from '../xmlReader.ts';
import { element, type Xml } from '../xmlWriter.ts';

/** An item, or an answer to a message, and what becomes of it. */
export interface NewItem {
  readonly item: Xml;
  /** For messages: kept as a draft, or sent with a copy kept. Exchange demands it for them. */
  readonly disposition?: 'SaveOnly' | 'SendAndSaveCopy' | undefined;
  /** For appointments, where Exchange demands it. */
  readonly invitations?: Invitations | undefined;
  /** Where the item or the sent copy is kept; the server's own choice where not given. */
  readonly folder: FolderRef | undefined;
  /** For appointments: the zone of this computer, as Windows names it. */
  readonly timeZone?: string | undefined;
}

/** Creates an item. The ID of a copy that was sent is not told. https://learn.microsoft.com/exchange/client-developer/web-service-reference/createitem-operation */
export const createItem = operation<NewItem, ItemRef | undefined>({
  name: 'CreateItem',
  safety: 'write',
  timeZone: (input) => input.timeZone,
  payload: ({ item, disposition, invitations, folder }) =>
    element('m:CreateItem', { MessageDisposition: disposition, SendMeetingInvitations: invitations }, [
      folder === undefined ? undefined : element('m:SavedItemFolderId', {}, [folderIdXml(folder)]),
      element('m:Items', {}, [item]),
    ]),
  parse: (message) => {
    const created = inside(message, 'Items')?.children[0];
    return created === undefined ? undefined : itemRefOf(child(created, 'ItemId'), 'CreateItem');
  },
});
