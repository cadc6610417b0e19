import { settleTimes } from '../calendar/appointment.ts';
import { parseDate } from '../store/dates.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { t, type XmlElement } from '../xml/element.ts';

/** What a meeting is for everybody; the rest, such as categories and reminders, is each person's own. */
const shared = `Subject Sensitivity Body Importance UID DateTimeStamp Start End IsAllDayEvent Location IsResponseRequested Organizer
RequiredAttendees OptionalAttendees Resources AppointmentSequenceNumber Recurrence StartTimeZone EndTimeZone ConferenceType
AllowNewTimeProposal IsOnlineMeeting MeetingWorkspaceUrl NetShowUrl`.split(/\s/);

/** Values that go from the organizer's item into every copy and message. */
export function sharedValues(item: Item): XmlElement[] {
  return shared.flatMap((name) => item.values.get(name) ?? []);
}

/** A mailbox's own entry of a meeting: the series or single item, by the meeting's UID; undefined where it was never invited or has deleted it. */
export function entryOf(meeting: Item, mailbox: Mailbox): Item | undefined {
  const uid = textOf(meeting, 'UID');
  const entry = mailbox.itemsIn(mailbox.distinguished('calendar').id).find((one) => one.kind === 'CalendarItem' && textOf(one, 'UID') === uid);
  const original = parseDate(textOf(meeting, 'RecurrenceId') ?? '');
  if (original === undefined || entry === undefined || !entry.values.has('Recurrence')) return entry;
  return mailbox.occurrence(entry, original);
}

/** Puts a meeting into the calendar of somebody invited, or brings the entry that is there up to date; answers it. */
export function putEntry(meeting: Item, asksAgain: boolean, mailbox: Mailbox): Item {
  const intended = textOf(meeting, 'LegacyFreeBusyStatus') ?? 'Busy';
  const unanswered = [t('MyResponseType', 'NoResponseReceived'), t('LegacyFreeBusyStatus', intended === 'Free' ? 'Free' : 'Tentative')];
  const values = [...sharedValues(meeting), t('IntendedFreeBusyStatus', intended)];
  const entry = entryOf(meeting, mailbox);
  if (entry !== undefined) {
    const changes = [...values, ...(asksAgain ? unanswered : [])].filter((one) => JSON.stringify(one) !== JSON.stringify(entry.values.get(one.name)));
    mailbox.change(
      entry,
      changes.map(({ name }) => name),
      (kept) => {
        for (const value of changes) kept.set(value.name, value);
        if (!meeting.values.has('Recurrence')) kept.delete('Recurrence');
      },
    );
    replaceAttachments(entry, meeting, mailbox);
    return entry;
  }
  const single = meeting.values.has('RecurrenceId') ? [t('RecurrenceId', textOf(meeting, 'RecurrenceId') ?? '')] : [];
  const own = [
    t('ItemClass', 'IPM.Appointment'),
    t('Culture', 'en-US'),
    t('ReminderIsSet', 'true'),
    t('ReminderMinutesBeforeStart', textOf(meeting, 'ReminderMinutesBeforeStart') ?? '15'),
    t('IsMeeting', 'true'),
    t('IsCancelled', 'false'),
    t('MeetingRequestWasSent', 'false'),
    t('AppointmentState', '3'),
  ];
  const all = new Map([...own, ...values, ...single, ...unanswered].map((value) => [value.name, value]));
  settleTimes(all);
  return mailbox.add(mailbox.distinguished('calendar'), {
    kind: 'CalendarItem',
    values: all,
    attachments: meeting.attachments,
    author: meeting.lastModifiedName,
  });
}

function replaceAttachments(entry: Item, meeting: Item, mailbox: Mailbox): void {
  const have = new Set(entry.attachments.map(({ name, content }) => `${name}/${content}`));
  for (const one of meeting.attachments) if (!have.has(`${one.name}/${one.content}`)) mailbox.attach(entry, one);
}
