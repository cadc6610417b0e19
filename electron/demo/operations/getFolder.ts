import { folderElement } from '../items/folderElement.ts';
import { child, childrenOf, m } from '../xml/element.ts';
import { folderOf } from './folderIds.ts';
import type { Operation } from './operation.ts';

/** GetFolder (https://learn.microsoft.com/exchange/client-developer/web-service-reference/getfolder-operation). */
export const getFolder: Operation = {
  name: 'GetFolder',
  empty: [m('Folders')],
  work: (request, context) =>
    childrenOf(request, 'FolderIds').map((id) => () => ({
      content: [m('Folders', [folderElement(folderOf(id, context), child(request, 'FolderShape'), context.mailbox)])],
    })),
};
