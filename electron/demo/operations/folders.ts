import { EwsError } from '../soap/ewsError.ts';
import type { Folder, FolderKind } from '../store/folder.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { childrenOf, childText, isTrue, m, t, type XmlElement } from '../xml/element.ts';
import { folderOf, targetFolder } from './folderIds.ts';
import type { Answer, Operation, OperationContext } from './operation.ts';

const classes: Readonly<Record<FolderKind, string>> = {
  Folder: 'IPF.Note',
  CalendarFolder: 'IPF.Appointment',
  ContactsFolder: 'IPF.Contact',
  TasksFolder: 'IPF.Task',
};

function isFolderKind(name: string): name is FolderKind {
  return Object.hasOwn(classes, name);
}

function create(source: XmlElement, request: XmlElement, context: OperationContext): Answer {
  const { mailbox } = context;
  const parent = targetFolder(request, 'ParentFolderId', context);
  if (parent === undefined) throw new EwsError('ErrorFolderNotFound');
  const name = childText(source, 'DisplayName')?.trim() ?? '';
  if (!isFolderKind(source.name)) throw new EwsError('ErrorInvalidFolderTypeForOperation');
  if (name === '') throw new EwsError('ErrorFolderSave', 'A folder needs a name.');
  if (mailbox.subfolder(parent, name) !== undefined) throw new EwsError('ErrorFolderExists');
  // A plain folder takes after the one it is made in, unless the request names a class.
  const kind = source.name === 'Folder' ? parent.kind : source.name;
  const folder = mailbox.addFolder(name, parent, kind, childText(source, 'FolderClass') ?? (parent.kind === kind ? parent.folderClass : classes[kind]));
  return { content: [m('Folders', [t(folder.kind, [t('FolderId', [], { Id: folder.id, ChangeKey: mailbox.changeKeyOf(folder) })])])] };
}

function clear(folder: Folder, mode: string, mailbox: Mailbox): void {
  for (const item of mailbox.itemsIn(folder.id)) {
    if (mode === 'HardDelete') mailbox.remove(item);
    else mailbox.move(item, mailbox.distinguished(mode === 'SoftDelete' ? 'recoverableitemsdeletions' : 'deleteditems'));
  }
}

function removeTree(folder: Folder, mode: string, mailbox: Mailbox): void {
  for (const below of mailbox.folders.filter((one) => one.parentId === folder.id)) removeTree(below, mode, mailbox);
  clear(folder, mode, mailbox);
  mailbox.removeFolder(folder);
}

/** CreateFolder (https://learn.microsoft.com/exchange/client-developer/web-service-reference/createfolder-operation). */
export const createFolder: Operation = {
  name: 'CreateFolder',
  empty: [m('Folders')],
  work: (request, context) => childrenOf(request, 'Folders').map((source) => () => create(source, request, context)),
};

/** DeleteFolder: moved to Deleted Items with all that is in it, or gone (https://learn.microsoft.com/exchange/client-developer/web-service-reference/deletefolder-operation). */
export const deleteFolder: Operation = {
  name: 'DeleteFolder',
  empty: [],
  work: (request, context) =>
    childrenOf(request, 'FolderIds').map((id) => () => {
      const { mailbox } = context;
      const folder = folderOf(id, context);
      const mode = request.attributes['DeleteType'] ?? 'HardDelete';
      if (folder.distinguished !== undefined) throw new EwsError('ErrorDeleteDistinguishedFolder');
      if (mode === 'MoveToDeletedItems') mailbox.moveFolder(folder, mailbox.distinguished('deleteditems'));
      else removeTree(folder, mode, mailbox);
      return { content: [] };
    }),
};

/** EmptyFolder (https://learn.microsoft.com/exchange/client-developer/web-service-reference/emptyfolder-operation). */
export const emptyFolder: Operation = {
  name: 'EmptyFolder',
  empty: [],
  work: (request, context) =>
    childrenOf(request, 'FolderIds').map((id) => () => {
      const { mailbox } = context;
      const folder = folderOf(id, context);
      const mode = request.attributes['DeleteType'] ?? 'HardDelete';
      clear(folder, mode, mailbox);
      if (!isTrue(request.attributes['DeleteSubFolders'])) return { content: [] };
      for (const below of mailbox.folders.filter((one) => one.parentId === folder.id && one.distinguished === undefined)) removeTree(below, mode, mailbox);
      return { content: [] };
    }),
};
