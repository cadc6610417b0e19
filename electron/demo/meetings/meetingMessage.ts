import { addressesProperty, type Address } from '../items/addresses.ts';
import { itemClasses } from '../items/newItem.ts';
import type { Item, MeetingKind } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import type { NewItem } from '../store/mailbox.ts';
import { t, type XmlElement } from '../xml/element.ts';
import { sharedValues } from './calendarCopy.ts';

/** What a message about a meeting adds to the meeting. */
export interface MeetingMessageParts {
  /** Stands before the subject, such as `Accepted: `. */
  readonly prefix?: string;
  readonly to: readonly Address[];
  /** In place of the meeting's own body. */
  readonly body?: XmlElement | undefined;
  readonly values?: readonly (XmlElement | undefined)[];
}

/** A message about a meeting, ready to be sent. It carries the meeting's files only where it is a request. */
export function meetingMessage(kind: MeetingKind, meeting: Item, { prefix = '', to, body, values = [] }: MeetingMessageParts): NewItem {
  const parts = [
    ...sharedValues(meeting),
    meeting.values.get('RecurrenceId'),
    t('ItemClass', itemClasses[kind]),
    t('Culture', 'en-US'),
    t('Subject', `${prefix}${textOf(meeting, 'Subject') ?? ''}`),
    body,
    addressesProperty('ToRecipients', to),
    t('IsReadReceiptRequested', 'false'),
    t('IsDeliveryReceiptRequested', 'false'),
    t('IsDelegated', 'false'),
    t('IsOutOfDate', 'false'),
    t('HasBeenProcessed', 'false'),
    t('ResponseType', 'Unknown'),
    t('ReminderIsSet', 'false'),
    ...values,
  ];
  const all = new Map<string, XmlElement>();
  for (const part of parts) if (part !== undefined) all.set(part.name, part);
  return { kind, values: all, attachments: kind === 'MeetingRequest' ? meeting.attachments : [] };
}

/** The property that leads from a message to the calendar item it is about. */
export function associated(item: Item, changeKey: string): XmlElement {
  return t('AssociatedCalendarItemId', [], { Id: item.id, ChangeKey: changeKey });
}
