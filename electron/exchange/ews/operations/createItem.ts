import { folderIdXml, itemRefOf, type FolderRef, type ItemRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { inside } from '../soap.ts';
import { child } from '../xmlReader.ts';
import { element, type Xml } from '../xmlWriter.ts';

/** A message, or an answer to one, and what becomes of it: kept as a draft, or sent with a copy kept. */
export interface NewMessage {
  readonly message: Xml;
  readonly disposition: 'SaveOnly' | 'SendAndSaveCopy';
  /** Where the draft or copy is kept; the server's own choice where not given. */
  readonly folder: FolderRef | undefined;
}

/** Creates a message. The ID of a copy that was sent is not told. https://learn.microsoft.com/exchange/client-developer/web-service-reference/createitem-operation-email-message */
export const createItem = operation<NewMessage, ItemRef | undefined>({
  name: 'CreateItem',
  safety: 'write',
  payload: ({ message, disposition, folder }) =>
    element('m:CreateItem', { MessageDisposition: disposition }, [
      folder === undefined ? undefined : element('m:SavedItemFolderId', {}, [folderIdXml(folder)]),
      element('m:Items', {}, [message]),
    ]),
  parse: (message) => {
    const created = inside(message, 'Items')?.children[0];
    return created === undefined ? undefined : itemRefOf(child(created, 'ItemId'), 'CreateItem');
  },
});
