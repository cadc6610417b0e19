import { markMeeting, settleTimes } from '../calendar/appointment.ts';
import { fieldUpdateOf, updateZones, type FieldUpdate } from '../items/fieldUpdate.ts';
import { followTaskChange, settleGroup, settleNames } from '../items/itemRules.ts';
import { draftOf, submit } from '../mail/submit.ts';
import { EwsError } from '../soap/ewsError.ts';
import { checkChangeKey } from '../store/identifiers.ts';
import { attendeeLists, directoryAttendees } from '../meetings/attendees.ts';
import { inviteAfterChange } from '../meetings/invite.ts';
import { isMail, type Item } from '../store/item.ts';
import { childrenOf, m, t, type XmlElement } from '../xml/element.ts';
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
  if (isMail(item.kind) && disposition === undefined) throw new EwsError('ErrorMessageDispositionRequired');
  if (item.kind === 'CalendarItem' && invitations === undefined) throw new EwsError('ErrorSendMeetingInvitationsOrCancellationsRequired');
}

const times = new Set(['Start', 'End', 'IsAllDayEvent', 'Recurrence', 'StartTimeZone']);

/** What follows from the change of some properties of an item, by its kind. Throws EwsError for what cannot be. */
function settle(
  item: Item,
  values: Map<string, XmlElement>,
  names: readonly string[],
  before: ReadonlyMap<string, XmlElement>,
  context: OperationContext,
): void {
  if (item.kind === 'Contact' && names.some((name) => /Name|Surname|FileAs/.test(name))) settleNames(values);
  if (item.kind === 'DistributionList') settleGroup(values, names, context);
  if (item.kind === 'Task') values.set('ChangeCount', t('ChangeCount', String(Number(values.get('ChangeCount')?.text ?? 1) + 1)));
  if (item.kind !== 'CalendarItem') return;
  for (const list of attendeeLists) {
    const given = names.includes(list) ? values.get(list) : undefined;
    if (given !== undefined) values.set(list, directoryAttendees(given, before.get(list), context.organisation));
  }
  if (names.some((name) => times.has(name))) settleTimes(values);
  markMeeting(values);
}

function update(change: XmlElement, request: XmlElement, context: OperationContext): Answer {
  const { mailbox } = context;
  const [id] = change.children;
  if (id === undefined) throw new EwsError('ErrorInvalidIdEmpty');
  const item = itemOf(id, context);
  requireDispositions(item, request);
  const sources = childrenOf(change, 'Updates');
  const zones = updateZones(sources, context.zone);
  const updates = sources.map((one) => fieldUpdateOf(one, item, zones));
  const resolved = resolveConflict(item, id.attributes['ChangeKey'], updates, request.attributes['ConflictResolution'] ?? 'AutoResolve', context);
  const names = updates.map(({ name }) => name);
  const before = new Map(item.values);
  // Made on a copy first: a change that cannot be leaves the item as it was.
  const values = new Map(item.values);
  const extended = new Map(item.extended);
  for (const one of updates) {
    one.apply(values, extended);
    if (item.kind === 'Task') followTaskChange(values, one.name, context.now());
  }
  settle(item, values, names, before, context);
  mailbox.change(item, names, (kept, keptExtended) => {
    replaceAll(kept, values);
    replaceAll(keptExtended, extended);
  });
  if (item.kind === 'CalendarItem')
    inviteAfterChange(item, before, names, request.attributes['SendMeetingInvitationsOrCancellations'] ?? 'SendToNone', context);
  const conflicts = m('ConflictResults', [t('Count', String(resolved))]);
  const disposition = request.attributes['MessageDisposition'];
  if (isMail(item.kind) && (disposition === 'SendOnly' || disposition === 'SendAndSaveCopy')) {
    const folder = targetFolder(request, 'SavedItemFolderId', context) ?? mailbox.distinguished('sentitems');
    submit(draftOf(item, context), disposition === 'SendOnly' ? undefined : folder, context);
    mailbox.remove(item);
    return { content: [m('Items'), conflicts] };
  }
  return { content: [m('Items', [t(item.kind, [t('ItemId', [], { Id: item.id, ChangeKey: mailbox.changeKeyOf(item) })])]), conflicts] };
}

function replaceAll(kept: Map<string, XmlElement>, values: ReadonlyMap<string, XmlElement>): void {
  for (const name of kept.keys()) if (!values.has(name)) kept.delete(name);
  for (const [name, value] of values) kept.set(name, value);
}

/** UpdateItem (https://learn.microsoft.com/exchange/client-developer/web-service-reference/updateitem-operation). */
export const updateItem: Operation = {
  name: 'UpdateItem',
  empty: [m('Items')],
  work: (request, context) => childrenOf(request, 'ItemChanges').map((change) => () => update(change, request, context)),
};
