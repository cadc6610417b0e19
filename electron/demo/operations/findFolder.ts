import { folderElement } from '../items/folderElement.ts';
import { folderRestriction } from '../query/folderRestriction.ts';
import { pageOf } from '../query/page.ts';
import type { Folder } from '../store/folder.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { child, childrenOf, m, t } from '../xml/element.ts';
import { folderOf } from './folderIds.ts';
import type { Operation } from './operation.ts';

/** The folders below another: its children, or the whole tree with each folder before those inside it. */
function below(parent: Folder, deep: boolean, mailbox: Mailbox): Folder[] {
  const children = mailbox.folders.filter((folder) => folder.parentId === parent.id);
  return deep ? children.flatMap((folder) => [folder, ...below(folder, true, mailbox)]) : children;
}

/** FindFolder (https://learn.microsoft.com/exchange/client-developer/web-service-reference/findfolder-operation). */
export const findFolder: Operation = {
  name: 'FindFolder',
  empty: [],
  work(request, context) {
    const { mailbox } = context;
    const restriction = child(request, 'Restriction');
    const view = child(request, 'IndexedPageFolderView') ?? child(request, 'FractionalPageFolderView');
    return childrenOf(request, 'ParentFolderIds').map((id) => () => {
      const passes = folderRestriction(restriction);
      const found = below(folderOf(id, context), request.attributes['Traversal'] === 'Deep', mailbox).filter((folder) => passes(folder, mailbox));
      const { entries, attributes } = pageOf(found, view, false);
      const folders = t(
        'Folders',
        entries.map((folder) => folderElement(folder, child(request, 'FolderShape'), mailbox)),
      );
      return { content: [m('RootFolder', [folders], attributes)] };
    });
  },
};
