import type { MailFolder } from '../../../../shared/exchange/browse.ts';
import { folderIdXml, itemRefOf, type FolderRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { pageOf, type Page } from '../page.ts';
import { child, childText } from '../xmlReader.ts';
import { element } from '../xmlWriter.ts';

const pageSize = 200;
const properties = ['folder:ParentFolderId', 'folder:DisplayName', 'folder:TotalCount', 'folder:UnreadCount'];

/** A count that the server told; folders of some kinds have none. */
function countOf(text: string | undefined): number | undefined {
  const count = Number(text);
  return text === undefined || !Number.isInteger(count) ? undefined : count;
}

/** Lists all folders below another one, for a person to choose from. https://learn.microsoft.com/exchange/client-developer/web-service-reference/findfolder-operation */
export const listFolders = operation<{ readonly parent: FolderRef; readonly offset: number }, Page<MailFolder>>({
  name: 'FindFolder',
  safety: 'read',
  payload: ({ parent, offset }) =>
    element('m:FindFolder', { Traversal: 'Deep' }, [
      element('m:FolderShape', {}, [element('t:BaseShape', {}, ['IdOnly']), element('t:AdditionalProperties', {}, properties.map((uri) => element('t:FieldURI', { FieldURI: uri })))]),
      element('m:IndexedPageFolderView', { MaxEntriesReturned: String(pageSize), Offset: String(offset), BasePoint: 'Beginning' }),
      element('m:ParentFolderIds', {}, [folderIdXml(parent)]),
    ]),
  parse: (message) =>
    pageOf(message, 'Folders', (folder) => {
      const [items, unread] = [countOf(childText(folder, 'TotalCount')), countOf(childText(folder, 'UnreadCount'))];
      return {
        id: itemRefOf(child(folder, 'FolderId'), 'FindFolder').id,
        parent: child(folder, 'ParentFolderId')?.attributes.Id ?? '',
        name: childText(folder, 'DisplayName') ?? '',
        ...(items === undefined ? {} : { items }),
        ...(unread === undefined ? {} : { unread }),
      };
    }),
});
