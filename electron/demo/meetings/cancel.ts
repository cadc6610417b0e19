import type { Address } from '../items/addresses.ts';
import { submit } from '../mail/submit.ts';
import type { OperationContext } from '../operations/operation.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { t, type XmlElement } from '../xml/element.ts';
import { attendeesOf } from './attendees.ts';
import { entryOf } from './calendarCopy.ts';
import { associated, meetingMessage } from './meetingMessage.ts';
import { copyFolder } from './roles.ts';

/** What a cancelled meeting is called. */
const prefix = 'Canceled: ';

/** Marks somebody's entry of a meeting as cancelled: it stays to be seen, but takes no time. */
function markCancelled(meeting: Item, mailbox: Mailbox): XmlElement[] {
  const entry = entryOf(meeting, mailbox);
  if (entry === undefined) return [];
  const values = [
    t('Subject', `${prefix}${textOf(meeting, 'Subject') ?? ''}`),
    t('IsCancelled', 'true'),
    t('AppointmentState', '7'),
    t('LegacyFreeBusyStatus', 'Free'),
  ];
  mailbox.change(
    entry,
    values.map(({ name }) => name),
    (kept) => {
      for (const value of values) kept.set(value.name, value);
    },
  );
  return [associated(entry, mailbox.changeKeyOf(entry))];
}

/** Calls a meeting off for some of those invited; `body` is what the organizer has to say. */
export function cancelFor(meeting: Item, to: readonly Address[], mode: string, body: XmlElement | undefined, context: OperationContext): void {
  const message = meetingMessage('MeetingCancellation', meeting, {
    prefix,
    to,
    body,
    values: [t('Importance', 'High'), t('IsMeeting', 'true'), t('IsCancelled', 'true')],
  });
  submit(message, copyFolder(mode, context), context, (mailbox) => markCancelled(meeting, mailbox));
}

/** Calls a meeting off for everybody who was told of it. */
export function cancelMeeting(meeting: Item, mode: string, body: XmlElement | undefined, context: OperationContext): void {
  const own = context.mailbox.person.address.toLowerCase();
  const to = attendeesOf(meeting.values).filter(({ address }) => address.toLowerCase() !== own);
  if (mode !== 'SendToNone' && to.length > 0 && textOf(meeting, 'MeetingRequestWasSent') === 'true') cancelFor(meeting, to, mode, body, context);
}
