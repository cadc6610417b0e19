import { fieldUpdateOf, type FieldUpdate } from '../items/fieldUpdate.ts';
import { taskCompletion } from '../items/itemRules.ts';
import { draftOf, submit } from '../mail/submit.ts';
import { EwsError } from '../soap/ewsError.ts';
import { checkChangeKey } from '../store/identifiers.ts';
import type { Item } from '../store/item.ts';
import { child, childrenOf, m, t, type XmlElement } from '../xml/element.ts';
import { targetFolder } from './folderIds.ts';
import { itemOf } from './itemIds.ts';
import type { Answer, Operation, OperationContext } from './operation.ts';

/** Applies the conflict rules of ConflictResolution; answers how many old versions were reconciled. */
function resolveConflict(item: Item, key: string | undefined, updates: readonly FieldUpdate[], resolution: string, { mailbox }: OperationContext): number {
  if (resolution === 'AlwaysOverwrite') return 0;
  if (key === undefined || key === '') throw new EwsError('ErrorChangeKeyRequiredForWriteOperations');
  checkChangeKey(key);
  if (key === mailbox.changeKeyOf(item)) return 0;
  const seen = mailbox.versionOf(key);
  const clashing = updates.some(({ name }) => (item.propertyVersions.get(name) ?? 0) > seen);
  if (resolution === 'NeverOverwrite' || clashing || seen > item.version) throw new EwsError('ErrorIrresolvableConflict');
  return 1;
}

function requireDispositions(item: Item, request: XmlElement): void {
  const { MessageDisposition: disposition, SendMeetingInvitationsOrCancellations: invitations } = request.attributes;
  if (item.kind === 'Message' && disposition === undefined) throw new EwsError('ErrorMessageDispositionRequired');
  if (item.kind === 'CalendarItem' && invitations === undefined) throw new EwsError('ErrorSendMeetingInvitationsOrCancellationsRequired');
}

function update(change: XmlElement, request: XmlElement, context: OperationContext): Answer {
  const { mailbox } = context;
  const id = child(change, 'ItemId');
  if (id === undefined) throw new EwsError('ErrorInvalidIdEmpty');
  const item = itemOf(id, context);
  requireDispositions(item, request);
  const updates = childrenOf(change, 'Updates').map((one) => fieldUpdateOf(one, item));
  const resolved = resolveConflict(item, id.attributes['ChangeKey'], updates, request.attributes['ConflictResolution'] ?? 'AutoResolve', context);
  const names = updates.map(({ name }) => name);
  mailbox.change(item, names, (values, extended) => {
    for (const one of updates) one.apply(values, extended);
    if (item.kind !== 'Task' || !names.some((name) => name === 'Status' || name === 'PercentComplete')) return;
    if (values.get('Status')?.text !== 'Completed' && Number(values.get('PercentComplete')?.text) < 100) values.delete('CompleteDate');
    for (const value of taskCompletion(values, context.now())) values.set(value.name, value);
  });
  const conflicts = m('ConflictResults', [t('Count', String(resolved))]);
  const disposition = request.attributes['MessageDisposition'];
  if (item.kind === 'Message' && (disposition === 'SendOnly' || disposition === 'SendAndSaveCopy')) {
    const folder = targetFolder(request, 'SavedItemFolderId', context) ?? mailbox.distinguished('sentitems');
    submit(draftOf(item, context), disposition === 'SendOnly' ? undefined : folder, context);
    mailbox.remove(item);
    return { content: [m('Items'), conflicts] };
  }
  return { content: [m('Items', [t(item.kind, [t('ItemId', [], { Id: item.id, ChangeKey: mailbox.changeKeyOf(item) })])]), conflicts] };
}

/** UpdateItem (https://learn.microsoft.com/exchange/client-developer/web-service-reference/updateitem-operation). */
export const updateItem: Operation = {
  name: 'UpdateItem',
  empty: [m('Items')],
  work: (request, context) => childrenOf(request, 'ItemChanges').map((change) => () => update(change, request, context)),
};
