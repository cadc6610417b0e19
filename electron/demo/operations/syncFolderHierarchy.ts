import { folderElement } from '../items/folderElement.ts';
import type { Folder } from '../store/folder.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { child, childText, m, t, type XmlElement } from '../xml/element.ts';
import { targetFolder } from './folderIds.ts';
import type { Answer, Operation, OperationContext } from './operation.ts';
import { syncStateOf, writesSeen } from './syncState.ts';

function isBelow(folder: Folder, root: Folder, mailbox: Mailbox): boolean {
  if (folder.parentId === undefined) return false;
  return folder.parentId === root.id || isBelow(mailbox.folder(folder.parentId), root, mailbox);
}

function sync(request: XmlElement, context: OperationContext): Answer {
  const { mailbox } = context;
  const root = targetFolder(request, 'SyncFolderId', context) ?? mailbox.distinguished('msgfolderroot');
  const seen = writesSeen(childText(request, 'SyncState'), mailbox, `below ${root.id}`);
  const fresh = mailbox.folders.filter((folder) => folder.version > seen && isBelow(folder, root, mailbox));
  const present = fresh.map((folder) => t(folder.since > seen ? 'Create' : 'Update', [folderElement(folder, child(request, 'FolderShape'), mailbox)]));
  const gone = mailbox.folderDepartures.filter(({ version, since }) => version > seen && since <= seen);
  const changes = [...present, ...gone.map(({ folderId }) => t('Delete', [t('FolderId', [], { Id: folderId })]))];
  return { content: [m('SyncState', syncStateOf(mailbox, `below ${root.id}`, mailbox.writes)), m('IncludesLastFolderInRange', 'true'), m('Changes', changes)] };
}

/** SyncFolderHierarchy (https://learn.microsoft.com/exchange/client-developer/web-service-reference/syncfolderhierarchy-operation). */
export const syncFolderHierarchy: Operation = { name: 'SyncFolderHierarchy', empty: [], work: (request, context) => [() => sync(request, context)] };
