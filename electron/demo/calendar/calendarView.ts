import { EwsError } from '../soap/ewsError.ts';
import { parseDate } from '../store/dates.ts';
import type { Folder } from '../store/folder.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Zone } from '../zones/zone.ts';
import { dateIn } from '../zones/dateIn.ts';
import { startsOfMaster } from './recurrence.ts';

/** Longest range of a view. */
const longestDays = 731;

function timeOf(item: Item, name: string): number {
  return parseDate(textOf(item, name) ?? '')?.getTime() ?? 0;
}

/** An appointment, or the occurrences of a series that start before a time, with exceptions that were moved before it. */
function expanded(item: Item, before: Date, mailbox: Mailbox): readonly Item[] {
  if (!item.values.has('Recurrence')) return [item];
  const all = new Map(mailbox.exceptions(item).changed.map((one) => [one.id, one]));
  for (const start of startsOfMaster(item, { before })) {
    const one = mailbox.occurrence(item, start);
    if (one !== undefined) all.set(one.id, one);
  }
  return [...all.values()];
}

/** The appointments and occurrences of a folder that start before `end` and end at `start` or later. */
export function entriesBetween(folderId: string, start: Date, end: Date, mailbox: Mailbox): Item[] {
  const items = mailbox.itemsIn(folderId).filter((item) => item.kind === 'CalendarItem');
  const all = items.flatMap((item) => expanded(item, end, mailbox));
  return all.filter((item) => timeOf(item, 'Start') < end.getTime() && timeOf(item, 'End') >= start.getTime());
}

/** The entries of a CalendarView in order of their start, and how many there are in all. Throws EwsError for an impossible range. */
export function calendarView(folder: Folder, view: XmlElement, mailbox: Mailbox, zone: Zone): { readonly items: readonly Item[]; readonly total: number } {
  if (folder.kind !== 'CalendarFolder') throw new EwsError('ErrorCalendarFolderIsInvalidForCalendarView');
  const [start, end] = [dateIn(view.attributes['StartDate'] ?? '', zone), dateIn(view.attributes['EndDate'] ?? '', zone)];
  if (start === undefined || end === undefined) throw new EwsError('ErrorInvalidRequest');
  if (end < start) throw new EwsError('ErrorCalendarEndDateIsEarlierThanStartDate');
  if (end.getTime() - start.getTime() > longestDays * 86_400_000) throw new EwsError('ErrorCalendarViewRangeTooBig');
  const inside = entriesBetween(folder.id, start, end, mailbox);
  inside.sort((left, right) => timeOf(left, 'Start') - timeOf(right, 'Start'));
  const most = Number(view.attributes['MaxEntriesReturned'] ?? inside.length);
  return { items: inside.slice(0, most), total: inside.length };
}
