import { entriesBetween } from '../calendar/calendarView.ts';
import { startsOfMaster } from '../calendar/recurrence.ts';
import { dateText, parseDate } from '../store/dates.ts';
import { textOf, type Item } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { child, t, type XmlElement } from '../xml/element.ts';
import type { Compute } from './compute.ts';
import { singleAddress } from './addresses.ts';

/** A span of time as xs:duration. */
export function durationText(start: Date, end: Date): string {
  const minutes = Math.max(0, Math.round((end.getTime() - start.getTime()) / 60_000));
  const parts = [Math.floor(minutes / 60), minutes % 60] as const;
  if (minutes === 0) return 'PT0S';
  return `PT${parts[0] === 0 ? '' : `${parts[0]}H`}${parts[1] === 0 ? '' : `${parts[1]}M`}`;
}

function zoneId(name: string, zone: XmlElement | undefined): XmlElement | undefined {
  const id = zone?.attributes['Id'];
  return id === undefined ? undefined : t(name, id);
}

/** How many entries of the calendar take the same time, and how many end or start right beside it. Free time does not count. */
function neighbours(item: Item, mailbox: Mailbox): { readonly conflicting: number; readonly adjacent: number } {
  const [start, end] = [parseDate(textOf(item, 'Start') ?? ''), parseDate(textOf(item, 'End') ?? '')];
  if (start === undefined || end === undefined || item.values.has('Recurrence')) return { conflicting: 0, adjacent: 0 };
  const near = entriesBetween(item.folderId, start, new Date(end.getTime() + 1), mailbox).filter(
    (one) => one.id !== item.id && textOf(one, 'LegacyFreeBusyStatus') !== 'Free',
  );
  const touching = near.filter((one) => textOf(one, 'End') === dateText(start) || textOf(one, 'Start') === dateText(end));
  return { conflicting: near.length - touching.length, adjacent: touching.length };
}

function occurrenceInfo(name: string, occurrence: Item, mailbox: Mailbox): XmlElement {
  const id = t('ItemId', [], { Id: occurrence.id, ChangeKey: mailbox.changeKeyOf(occurrence) });
  const original = t('OriginalStart', textOf(occurrence, 'OriginalStart') ?? '');
  return t(name, [id, occurrence.values.get('Start'), occurrence.values.get('End'), original]);
}

function edge(name: string, master: Item, pick: (starts: readonly Date[]) => Date | undefined, mailbox: Mailbox): XmlElement | undefined {
  const present = startsOfMaster(master, name === 'FirstOccurrence' ? { most: 50 } : {}).filter((start) => mailbox.occurrence(master, start) !== undefined);
  const start = pick(present);
  const occurrence = start === undefined ? undefined : mailbox.occurrence(master, start);
  return occurrence === undefined ? undefined : occurrenceInfo(name, occurrence, mailbox);
}

/** Properties of calendar items that follow from others. */
export const calendarComputed: Readonly<Record<string, Compute>> = {
  Duration: (item) => {
    const start = parseDate(textOf(item, 'Start') ?? '');
    const end = parseDate(textOf(item, 'End') ?? '');
    return start === undefined || end === undefined ? undefined : t('Duration', durationText(start, end));
  },
  TimeZone: (item) => {
    const zone = item.values.get('StartTimeZone');
    return zone === undefined ? undefined : t('TimeZone', zone.attributes['Name'] ?? zone.attributes['Id'] ?? '');
  },
  StartTimeZoneId: (item) => zoneId('StartTimeZoneId', item.values.get('StartTimeZone')),
  EndTimeZoneId: (item) => zoneId('EndTimeZoneId', item.values.get('EndTimeZone')),
  // A reminder is due when the appointment starts, wherever it moves to, unless somebody set another time.
  ReminderDueBy: (item) => {
    const start = item.kind === 'CalendarItem' ? textOf(item, 'Start') : undefined;
    return item.values.get('ReminderDueBy') ?? (start === undefined ? undefined : t('ReminderDueBy', start));
  },
  ConflictingMeetingCount: (item, mailbox) =>
    item.kind === 'CalendarItem' ? t('ConflictingMeetingCount', String(neighbours(item, mailbox).conflicting)) : undefined,
  AdjacentMeetingCount: (item, mailbox) => (item.kind === 'CalendarItem' ? t('AdjacentMeetingCount', String(neighbours(item, mailbox).adjacent)) : undefined),
  FirstOccurrence: (item, mailbox) => edge('FirstOccurrence', item, (starts) => starts[0], mailbox),
  LastOccurrence: (item, mailbox) =>
    child(item.values.get('Recurrence'), 'NoEndRecurrence') === undefined ? edge('LastOccurrence', item, (starts) => starts.at(-1), mailbox) : undefined,
  ModifiedOccurrences: (item, mailbox) => {
    const changed = item.values.has('Recurrence') ? mailbox.exceptions(item).changed : [];
    return changed.length === 0
      ? undefined
      : t(
          'ModifiedOccurrences',
          changed.map((one) => occurrenceInfo('Occurrence', one, mailbox)),
        );
  },
  DeletedOccurrences: (item, mailbox) => {
    const deleted = item.values.has('Recurrence') ? mailbox.exceptions(item).deleted : [];
    return deleted.length === 0
      ? undefined
      : t(
          'DeletedOccurrences',
          deleted.map((start) => t('DeletedOccurrence', [t('Start', dateText(start))])),
        );
  },
  // A master stands for its series; occurrences carry their own values from the expansion.
  CalendarItemType: (item) => item.values.get('CalendarItemType') ?? t('CalendarItemType', item.values.has('Recurrence') ? 'RecurringMaster' : 'Single'),
  IsRecurring: (item) =>
    item.kind === 'Task'
      ? item.values.get('IsRecurring')
      : t('IsRecurring', String(textOf(item, 'CalendarItemType') === 'Occurrence' || textOf(item, 'CalendarItemType') === 'Exception')),
  IsOrganizer: (item, mailbox) => t('IsOrganizer', String(singleAddress(item.values.get('Organizer'))?.address === mailbox.person.address)),
};
