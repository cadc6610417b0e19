import { itemElement, shapeOf } from '../items/shape.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import { child, childrenOf, childText, m, t, type XmlElement } from '../xml/element.ts';
import { targetFolder } from './folderIds.ts';
import type { Answer, Operation, OperationContext } from './operation.ts';
import { syncStateOf, writesSeen } from './syncState.ts';

interface Change {
  readonly write: number;
  element(): XmlElement;
}

function sync(request: XmlElement, context: OperationContext): Answer {
  const { mailbox } = context;
  const folder = targetFolder(request, 'SyncFolderId', context);
  if (folder === undefined) throw new EwsError('ErrorFolderNotFound');
  const seen = writesSeen(childText(request, 'SyncState'), mailbox, folder.id);
  const shape = shapeOf(child(request, 'ItemShape'), 'find');
  const ignored = new Set(childrenOf(request, 'Ignore').map((id) => id.attributes['Id']));
  const itemId = (item: Item): XmlElement => t('ItemId', [], { Id: item.id, ChangeKey: mailbox.changeKeyOf(item) });
  const changeOf = (item: Item): XmlElement => {
    if (item.enteredAt > seen) return t('Create', [itemElement(item, shape, mailbox)]);
    if (item.changedAt > seen) return t('Update', [itemElement(item, shape, mailbox)]);
    return t('ReadFlagChange', [itemId(item), t('IsRead', textOf(item, 'IsRead') ?? 'true')]);
  };
  const present: Change[] = mailbox.itemsIn(folder.id).flatMap((item) => (item.version > seen ? [{ write: item.version, element: () => changeOf(item) }] : []));
  const gone: Change[] = mailbox.departures.flatMap((one) =>
    one.folderId === folder.id && one.version > seen && one.enteredAt <= seen
      ? [{ write: one.version, element: () => t('Delete', [t('ItemId', [], { Id: one.itemId })]) }]
      : [],
  );
  const all = [...present, ...gone].sort((left, right) => left.write - right.write);
  const page = all.slice(0, Number(childText(request, 'MaxChangesReturned') ?? 512));
  const complete = page.length === all.length;
  const state = syncStateOf(mailbox, folder.id, complete ? mailbox.writes : (page.at(-1)?.write ?? seen));
  const changes = page.map((change) => change.element()).filter((change) => !ignored.has(change.children[0]?.children[0]?.attributes['Id'] ?? ''));
  return { content: [m('SyncState', state), m('IncludesLastItemInRange', String(complete)), m('Changes', changes)] };
}

/** SyncFolderItems: what is new, changed and gone since a state (https://learn.microsoft.com/exchange/client-developer/web-service-reference/syncfolderitems-operation). */
export const syncFolderItems: Operation = { name: 'SyncFolderItems', empty: [], work: (request, context) => [() => sync(request, context)] };
