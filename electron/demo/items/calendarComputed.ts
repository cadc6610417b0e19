import { parseDate } from '../store/dates.ts';
import { textOf } from '../store/item.ts';
import { t } from '../xml/element.ts';
import type { Compute } from './compute.ts';
import { singleAddress } from './addresses.ts';

/** A span of time as xs:duration. */
export function durationText(start: Date, end: Date): string {
  const minutes = Math.max(0, Math.round((end.getTime() - start.getTime()) / 60_000));
  const parts = [Math.floor(minutes / 60), minutes % 60] as const;
  if (minutes === 0) return 'PT0S';
  return `PT${parts[0] === 0 ? '' : `${parts[0]}H`}${parts[1] === 0 ? '' : `${parts[1]}M`}`;
}

/** Properties of calendar items that follow from others. */
export const calendarComputed: Readonly<Record<string, Compute>> = {
  Duration: (item) => {
    const start = parseDate(textOf(item, 'Start') ?? '');
    const end = parseDate(textOf(item, 'End') ?? '');
    return start === undefined || end === undefined ? undefined : t('Duration', durationText(start, end));
  },
  TimeZone: (item) => {
    const zone = item.values.get('StartTimeZone')?.attributes['Id'];
    return zone === undefined ? undefined : t('TimeZone', zone);
  },
  // A master stands for its series; occurrences carry their own values from the expansion.
  CalendarItemType: (item) => item.values.get('CalendarItemType') ?? t('CalendarItemType', item.values.has('Recurrence') ? 'RecurringMaster' : 'Single'),
  IsRecurring: (item) => t('IsRecurring', String(textOf(item, 'CalendarItemType') === 'Occurrence' || textOf(item, 'CalendarItemType') === 'Exception')),
  IsOrganizer: (item, mailbox) => t('IsOrganizer', String(singleAddress(item.values.get('Organizer'))?.address === mailbox.person.address)),
};
