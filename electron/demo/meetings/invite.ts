import type { Address } from '../items/addresses.ts';
import { submit } from '../mail/submit.ts';
import type { OperationContext } from '../operations/operation.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import { t, type XmlElement } from '../xml/element.ts';
import { attendeesOf, withAnswer } from './attendees.ts';
import { putEntry } from './calendarCopy.ts';
import { cancelFor } from './cancel.ts';
import { associated, meetingMessage } from './meetingMessage.ts';
import { copyFolder, isOrganizer } from './roles.ts';

/** Properties whose change makes a meeting another one, so that everybody is asked anew. */
const asksAgain = ['Start', 'End', 'Recurrence', 'IsAllDayEvent'];

function others(addresses: readonly Address[], { mailbox }: OperationContext): Address[] {
  return addresses.filter(({ address }) => address.toLowerCase() !== mailbox.person.address.toLowerCase());
}

interface Invitation {
  readonly to: readonly Address[];
  readonly type: 'NewMeetingRequest' | 'FullUpdate' | 'InformationalUpdate';
}

function send(item: Item, { to, type }: Invitation, mode: string, context: OperationContext): void {
  const message = meetingMessage('MeetingRequest', item, {
    to,
    values: [
      t('MeetingRequestType', type),
      t('IntendedFreeBusyStatus', textOf(item, 'LegacyFreeBusyStatus') ?? 'Busy'),
      t('LegacyFreeBusyStatus', 'Tentative'),
      t('IsMeeting', 'true'),
      t('IsCancelled', 'false'),
      t('MeetingRequestWasSent', 'true'),
      t('MyResponseType', 'NoResponseReceived'),
      t('AppointmentState', '3'),
    ],
  });
  submit(message, copyFolder(mode, context), context, (mailbox) => {
    const entry = putEntry(item, type !== 'InformationalUpdate', mailbox);
    return [associated(entry, mailbox.changeKeyOf(entry))];
  });
}

/** Sends a new meeting to everybody invited, as SendMeetingInvitations says. */
export function inviteAll(item: Item, mode: string, context: OperationContext): void {
  const to = others(attendeesOf(item.values), context);
  if (mode === 'SendToNone' || to.length === 0) return;
  mark(item, false, context);
  send(item, { to, type: 'NewMeetingRequest' }, mode, context);
}

function mark(item: Item, restart: boolean, { mailbox }: OperationContext): void {
  const sequence = Number(textOf(item, 'AppointmentSequenceNumber') ?? 0) + (restart ? 1 : 0);
  const values = [t('MeetingRequestWasSent', 'true'), t('AppointmentSequenceNumber', String(sequence)), ...(restart ? withAnswer(item.values, undefined) : [])];
  mailbox.change(
    item,
    values.map(({ name }) => name),
    (kept) => {
      for (const value of values) kept.set(value.name, value);
    },
  );
}

/** Tells the others of a changed meeting, as SendMeetingInvitationsOrCancellations says: requests to those invited, cancellations to those no longer. */
export function inviteAfterChange(
  item: Item,
  before: ReadonlyMap<string, XmlElement>,
  changed: readonly string[],
  mode: string,
  context: OperationContext,
): void {
  if (mode === 'SendToNone' || !isOrganizer(item)) return;
  const [now, earlier] = [attendeesOf(item.values), attendeesOf(before)].map((list) => others(list, context));
  if (now === undefined || earlier === undefined) return;
  const in_ = (list: readonly Address[], { address }: Address): boolean => list.some((one) => one.address.toLowerCase() === address.toLowerCase());
  const removed = earlier.filter((one) => !in_(now, one));
  const added = now.filter((one) => !in_(earlier, one));
  const wasSent = before.get('MeetingRequestWasSent')?.text === 'true';
  const restart = wasSent && asksAgain.some((name) => changed.includes(name) && before.get(name)?.text !== item.values.get(name)?.text);
  if (wasSent && removed.length > 0) cancelFor(item, removed, mode, undefined, context);
  const to = wasSent && mode.includes('ToChanged') ? added : now;
  if (to.length === 0) return;
  mark(item, restart, context);
  send(item, { to, type: wasSent ? (restart ? 'FullUpdate' : 'InformationalUpdate') : 'NewMeetingRequest' }, mode, context);
}
