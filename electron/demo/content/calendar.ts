import { addressProperty, mailboxElement } from '../items/addresses.ts';
import { defaultValues } from '../items/newItem.ts';
import { dateText, dayAt } from '../store/dates.ts';
import type { NewItem } from '../store/mailbox.ts';
import type { Organisation } from '../store/organisation.ts';
import { t, type XmlElement } from '../xml/element.ts';
import { addressNamed } from './seedMail.ts';

interface AppointmentSpec {
  readonly subject: string;
  /** Days after the start of the server. */
  readonly inDays: number;
  readonly at: string;
  readonly minutes: number;
  readonly location?: string;
  readonly organizer?: string;
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  readonly body?: string;
  readonly busy?: 'Free' | 'Tentative' | 'OOF';
  readonly allDay?: true;
  readonly weekly?: { readonly days: readonly string[]; readonly times: number };
  readonly categories?: readonly string[];
}

const appointments: readonly AppointmentSpec[] = [
  {
    subject: 'Team meeting',
    inDays: -19,
    at: '09:00',
    minutes: 45,
    location: 'Room Bergen',
    organizer: 'ana',
    required: ['helpdesk', 'marek'],
    body: 'Points: see mail.',
    weekly: { days: ['Wednesday'], times: 12 },
  },
  {
    subject: 'Ticket triage',
    inDays: -14,
    at: '07:30',
    minutes: 15,
    location: 'Help desk',
    weekly: { days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], times: 60 },
    categories: ['Help desk'],
  },
  {
    subject: 'Handover: laptop for Emma Lindqvist',
    inDays: 1,
    at: '12:00',
    minutes: 30,
    location: 'Help desk',
    organizer: 'helpdesk',
    required: ['priya'],
    body: 'Laptop, docking station, first sign-in.',
  },
  {
    subject: 'Label printer ZT411-H2: service technician',
    inDays: 1,
    at: '08:00',
    minutes: 120,
    location: 'Hall 2',
    required: ['marek'],
    categories: ['Help desk'],
  },
  {
    subject: 'Budget of next year',
    inDays: 2,
    at: '13:00',
    minutes: 60,
    location: 'Room Oslo',
    organizer: 'li',
    required: ['ana', 'helpdesk'],
    optional: ['jonas'],
    busy: 'Tentative',
  },
  {
    subject: 'Certificate renewal mail.contoso.test',
    inDays: 12,
    at: '07:00',
    minutes: 90,
    location: 'Server room',
    body: 'Mail is not available meanwhile.',
    categories: ['Maintenance'],
  },
  { subject: 'Power work in building B', inDays: 6, at: '08:00', minutes: 180, busy: 'Free' },
  { subject: 'Company day', inDays: 18, at: '00:00', minutes: 1440, allDay: true, busy: 'OOF', location: 'Tromsø' },
  {
    subject: 'Interview: second line support',
    inDays: -3,
    at: '10:00',
    minutes: 60,
    location: 'Room Tromsø',
    organizer: 'priya',
    required: ['helpdesk', 'ana'],
  },
];

function attendees(name: string, usernames: readonly string[] | undefined, organisation: Organisation): XmlElement | undefined {
  if (usernames === undefined) return undefined;
  return t(
    name,
    usernames.map((one) => t('Attendee', [t('Mailbox', mailboxElement(addressNamed(one, organisation)).children), t('ResponseType', 'Unknown')])),
  );
}

function recurrence({ weekly }: AppointmentSpec, start: Date): XmlElement | undefined {
  if (weekly === undefined) return undefined;
  const pattern = t('WeeklyRecurrence', [t('Interval', '1'), t('DaysOfWeek', weekly.days.join(' ')), t('FirstDayOfWeek', 'Monday')]);
  return t('Recurrence', [
    pattern,
    t('NumberedRecurrence', [t('StartDate', `${dateText(start).slice(0, 10)}Z`), t('NumberOfOccurrences', String(weekly.times))]),
  ]);
}

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The first day from the wanted one on that the series meets on. */
function firstDay({ inDays, at, weekly }: AppointmentSpec, start: Date): Date {
  const candidates = Array.from({ length: 7 }, (_, more) => dayAt(start, inDays + more, at));
  return candidates.find((day) => weekly?.days.includes(dayNames[day.getUTCDay()] ?? '') ?? true) ?? dayAt(start, inDays, at);
}

function appointmentOf(spec: AppointmentSpec, owner: string, organisation: Organisation, now: Date): NewItem {
  const start = firstDay(spec, now);
  const organizer = addressNamed(spec.organizer ?? owner, organisation);
  const meeting = spec.required !== undefined || spec.optional !== undefined;
  const own = spec.organizer === undefined || spec.organizer === owner;
  const zone = { Id: 'UTC', Name: '(UTC) Coordinated Universal Time' };
  const values = defaultValues('CalendarItem');
  const parts = [
    t('Subject', spec.subject),
    t('Body', spec.body ?? '', { BodyType: 'Text' }),
    spec.categories === undefined
      ? undefined
      : t(
          'Categories',
          spec.categories.map((one) => t('String', one)),
        ),
    t('ReminderIsSet', 'true'),
    t('ReminderMinutesBeforeStart', '15'),
    t('UID', organisation.identifiers.bytes(`uid/${spec.subject}`, 28).toString('hex').toUpperCase()),
    t('DateTimeStamp', dateText(now)),
    t('Start', dateText(start)),
    t('End', dateText(new Date(start.getTime() + spec.minutes * 60_000))),
    t('IsAllDayEvent', String(spec.allDay === true)),
    t('LegacyFreeBusyStatus', spec.busy ?? 'Busy'),
    spec.location === undefined ? undefined : t('Location', spec.location),
    t('IsMeeting', String(meeting)),
    t('IsCancelled', 'false'),
    t('MeetingRequestWasSent', String(meeting && own)),
    t('IsResponseRequested', 'true'),
    t('MyResponseType', own ? 'Organizer' : 'Accept'),
    addressProperty('Organizer', organizer),
    attendees('RequiredAttendees', spec.required, organisation),
    attendees('OptionalAttendees', spec.optional, organisation),
    t('AppointmentSequenceNumber', '0'),
    t('AppointmentState', meeting ? (own ? '1' : '3') : '0'),
    recurrence(spec, start),
    t('StartTimeZone', [], zone),
    t('EndTimeZone', [], zone),
  ];
  for (const part of parts) if (part !== undefined) values.set(part.name, part);
  return { kind: 'CalendarItem', values, created: dayAt(now, -20, '08:00'), author: organizer.name };
}

/** The help desk's calendar: single appointments, meetings of others, and two series. */
export function seededCalendar(owner: string, organisation: Organisation, now: Date): NewItem[] {
  return appointments.map((spec) => appointmentOf(spec, owner, organisation, now));
}
