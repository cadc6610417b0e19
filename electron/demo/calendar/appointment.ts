import type { OperationContext } from '../operations/operation.ts';
import { EwsError } from '../soap/ewsError.ts';
import { dateText, parseDate } from '../store/dates.ts';
import type { NewItem } from '../store/mailbox.ts';
import { child, childText, t, type XmlElement } from '../xml/element.ts';
import { zoneNamed, type Zone } from '../zones/zone.ts';
import { addressProperty } from '../items/addresses.ts';
import { attendeeLists, directoryAttendees } from '../meetings/attendees.ts';
import { midnight, startsOf, zoneOfItem } from './recurrence.ts';

type Values = Map<string, XmlElement>;

const minute = 60_000;
const day = 86_400_000;
/** Longest calendar item: five years. */
const longest = 1826 * day;
/** Ranges of numbers in a recurrence. */
const limits: Readonly<Record<string, number>> = { Interval: 999, DayOfMonth: 31, NumberOfOccurrences: 999 };

/** A StartTimeZone or EndTimeZone as it is kept: name and id. Throws EwsError for a zone that is not known. */
export function zoneProperty(name: string, id: string): XmlElement {
  const zone = zoneNamed(id);
  return t(name, [], { Name: zone.name, Id: zone.id });
}

/** The zone that the times of a new or changed calendar item are read in, where the request names one. Throws EwsError for one that is not known. */
export function requestedZone(source: XmlElement | undefined, name: 'StartTimeZone' | 'EndTimeZone'): Zone | undefined {
  const own = child(source, name) ?? child(source, 'StartTimeZone');
  const id = own?.attributes['Id'] ?? child(source, 'MeetingTimeZone')?.attributes['TimeZoneName'];
  if (id === undefined && own !== undefined) throw new EwsError('ErrorTimeZone', 'A time zone needs an id.');
  return id === undefined ? undefined : zoneNamed(id);
}

function checkRecurrence(recurrence: XmlElement): void {
  const [pattern, range] = recurrence.children;
  if (pattern === undefined || range === undefined) throw new EwsError('ErrorCalendarInvalidRecurrence');
  for (const part of [...pattern.children, ...range.children]) {
    const limit = limits[part.name];
    if (limit !== undefined && !(Number(part.text) >= 1 && Number(part.text) <= limit))
      throw new EwsError('ErrorCalendarOutOfRange', `${part.name} must be from 1 to ${limit}.`);
  }
  if (pattern.name === 'WeeklyRecurrence' && (childText(pattern, 'DaysOfWeek') ?? '').trim() === '') throw new EwsError('ErrorCalendarInvalidRecurrence');
}

/** The times of a series: its first occurrence, as Exchange keeps them on the master. Throws EwsError where there is none. */
function startSeries(values: Values, recurrence: XmlElement, start: number, length: number, zone: Zone): void {
  checkRecurrence(recurrence);
  const [first] = startsOf(recurrence, new Date(start), zone, { most: 1 });
  if (first === undefined) throw new EwsError('ErrorRecurrenceHasNoOccurrence');
  values.set('Start', t('Start', dateText(first)));
  values.set('End', t('End', dateText(new Date(first.getTime() + length))));
}

/** Brings the times of a calendar item into order: whole days for all-day events, a series at its first occurrence. Throws EwsError for impossible ones. */
export function settleTimes(values: Values): void {
  const zone = zoneOfItem({ values });
  const time = (name: string): number => parseDate(values.get(name)?.text ?? '')?.getTime() ?? 0;
  if (time('End') < time('Start')) throw new EwsError('ErrorCalendarEndDateIsEarlierThanStartDate');
  if (time('End') - time('Start') > longest) throw new EwsError('ErrorCalendarDurationIsTooLong');
  if (values.get('IsAllDayEvent')?.text === 'true') {
    const from = midnight(zone.toWall(time('Start')));
    const to = Math.max(midnight(zone.toWall(time('End')) + day - 1), from + day);
    values.set('Start', t('Start', dateText(new Date(zone.toUtc(from)))));
    values.set('End', t('End', dateText(new Date(zone.toUtc(to)))));
  }
  const recurrence = values.get('Recurrence');
  if (recurrence !== undefined) startSeries(values, recurrence, time('Start'), time('End') - time('Start'), zone);
}

/** What Exchange adds to a new appointment. Throws EwsError for times and recurrences that cannot be. */
export function calendarItemOf(item: NewItem, { mailbox, organisation, now, zone }: OperationContext): NewItem {
  const { name, address } = mailbox.person;
  const half = 30 * minute;
  const start = item.values.get('Start')?.text ?? dateText(new Date(Math.ceil(now().getTime() / half) * half));
  const attendees = attendeeLists.flatMap((list) => {
    const given = item.values.get(list);
    return given === undefined ? [] : [directoryAttendees(given, undefined, organisation)];
  });
  const startZone = item.values.get('StartTimeZone')?.attributes['Id'] ?? zone.id;
  const defaults = [
    t('UID', organisation.identifiers.bytes(`uid/${organisation.nextNumber()}`, 28).toString('hex').toUpperCase()),
    t('DateTimeStamp', dateText(now())),
    t('Start', start),
    t('End', dateText(new Date(Date.parse(start) + half))),
    t('IsAllDayEvent', 'false'),
    t('LegacyFreeBusyStatus', item.values.get('IsAllDayEvent')?.text === 'true' ? 'Free' : 'Busy'),
    t('IsCancelled', 'false'),
    t('MeetingRequestWasSent', 'false'),
    t('IsResponseRequested', 'true'),
    t('MyResponseType', 'Organizer'),
    addressProperty('Organizer', { name, address }),
    t('AppointmentSequenceNumber', '0'),
    t('AllowNewTimeProposal', 'true'),
    t('IsOnlineMeeting', 'false'),
    t('ReminderIsSet', 'true'),
    t('ReminderMinutesBeforeStart', '15'),
    zoneProperty('StartTimeZone', startZone),
    zoneProperty('EndTimeZone', item.values.get('EndTimeZone')?.attributes['Id'] ?? startZone),
  ];
  const values = new Map([...defaults, ...item.values.values(), ...attendees].map((value) => [value.name, value]));
  markMeeting(values);
  settleTimes(values);
  return { ...item, values };
}

/** A calendar item with anybody invited is a meeting. */
export function markMeeting(values: Values): void {
  const meeting = attendeeLists.some((list) => (values.get(list)?.children.length ?? 0) > 0);
  const state = Number(values.get('AppointmentState')?.text ?? 0);
  values.set('IsMeeting', t('IsMeeting', String(meeting || (state & 2) !== 0)));
  values.set('AppointmentState', t('AppointmentState', String(meeting ? state | 1 : state & ~1)));
}
