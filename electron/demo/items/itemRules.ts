import type { OperationContext } from '../operations/operation.ts';
import { EwsError } from '../soap/ewsError.ts';
import { dateText } from '../store/dates.ts';
import type { NewItem } from '../store/mailbox.ts';
import { t, type XmlElement } from '../xml/element.ts';
import { addressProperty } from './addresses.ts';

type Rule = (item: NewItem, context: OperationContext) => NewItem;

/** The item with values it did not give. */
function completed(item: NewItem, defaults: readonly XmlElement[], overriding: readonly XmlElement[] = []): NewItem {
  const values = new Map(item.values);
  for (const value of defaults) if (!values.has(value.name)) values.set(value.name, value);
  for (const value of overriding) values.set(value.name, value);
  return { ...item, values };
}

/** What Exchange adds to a new appointment. Throws EwsError for an end before the start. */
export const calendarItemOf: Rule = (item, { mailbox, organisation, now }) => {
  const { name, address } = mailbox.person;
  const halfHour = 1_800_000;
  const next = new Date(Math.ceil(now().getTime() / halfHour) * halfHour);
  const start = item.values.get('Start')?.text ?? dateText(next);
  const end = item.values.get('End')?.text ?? dateText(new Date(Date.parse(start) + halfHour));
  if (Date.parse(end) < Date.parse(start)) throw new EwsError('ErrorCalendarEndDateIsEarlierThanStartDate');
  const meeting = ['RequiredAttendees', 'OptionalAttendees', 'Resources'].some((list) => item.values.has(list));
  return completed(item, [
    t('UID', organisation.identifiers.bytes(`uid/${organisation.nextNumber()}`, 28).toString('hex').toUpperCase()),
    t('DateTimeStamp', dateText(now())),
    t('Start', start),
    t('End', end),
    t('IsAllDayEvent', 'false'),
    t('LegacyFreeBusyStatus', 'Busy'),
    t('IsMeeting', String(meeting)),
    t('IsCancelled', 'false'),
    t('MeetingRequestWasSent', 'false'),
    t('IsResponseRequested', 'true'),
    t('MyResponseType', 'Organizer'),
    addressProperty('Organizer', { name, address }),
    t('AppointmentSequenceNumber', '0'),
    t('AppointmentState', meeting ? '1' : '0'),
    t('ReminderIsSet', 'true'),
    t('ReminderMinutesBeforeStart', '15'),
  ]);
};

/** Contacts and contact groups carry their name in Subject as well. */
export const contactOf: Rule = (item) => {
  const name = item.values.get('DisplayName')?.text ?? item.values.get('FileAs')?.text ?? '';
  return completed(item, [t('FileAs', name), t('DisplayName', name)], name === '' ? [] : [t('Subject', name)]);
};

/** The properties of a task that depend on each other (Microsoft Learn: Status of a task). */
export function taskCompletion(values: ReadonlyMap<string, XmlElement>, now: Date): readonly XmlElement[] {
  const complete = values.get('Status')?.text === 'Completed' || Number(values.get('PercentComplete')?.text ?? 0) >= 100;
  if (!complete) return [t('IsComplete', 'false')];
  const date = values.get('CompleteDate') ?? t('CompleteDate', `${dateText(now).slice(0, 10)}T00:00:00Z`);
  return [t('Status', 'Completed'), t('PercentComplete', '100'), t('IsComplete', 'true'), date];
}

/** What Exchange adds to a new task. */
export const taskOf: Rule = (item, { mailbox, now }) => {
  const started = completed(item, [
    t('Status', 'NotStarted'),
    t('PercentComplete', '0'),
    t('ChangeCount', '1'),
    t('IsRecurring', 'false'),
    t('IsTeamTask', 'false'),
    t('Owner', mailbox.person.name),
  ]);
  return completed(started, [], taskCompletion(started.values, now()));
};
