import { folderIdXml, itemIdXml, type FolderRef, type ItemRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { element } from '../xmlWriter.ts';

/** Sends a draft and keeps a copy. Needs the draft's current change key. https://learn.microsoft.com/exchange/client-developer/web-service-reference/senditem-operation */
export const sendItem = operation<{ readonly item: ItemRef; readonly folder: FolderRef }, void>({
  name: 'SendItem',
  safety: 'write',
  payload: ({ item, folder }) =>
    element('m:SendItem', { SaveItemToFolder: 'true' }, [
      element('m:ItemIds', {}, [itemIdXml(item)]),
      element('m:SavedItemFolderId', {}, [folderIdXml(folder)]),
    ]),
  parse: () => undefined,
});
