import { EwsError } from '../soap/ewsError.ts';
import { parseDate } from '../store/dates.ts';
import type { Folder } from '../store/folder.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { XmlElement } from '../xml/element.ts';
import { startsOf } from './recurrence.ts';

/** Longest range of a view. */
const longestDays = 731;

function timeOf(item: Item, name: string): number {
  return parseDate(textOf(item, name) ?? '')?.getTime() ?? 0;
}

/** An appointment, or the occurrences of a series that start before a time. */
function expanded(item: Item, before: Date, mailbox: Mailbox): Item[] {
  const recurrence = item.values.get('Recurrence');
  if (recurrence === undefined) return [item];
  return startsOf(recurrence, new Date(timeOf(item, 'Start')), before).flatMap((start) => mailbox.occurrence(item, start) ?? []);
}

/** The appointments and occurrences of a CalendarView in order of their start, and how many there are in all. Throws EwsError for an impossible range. */
export function calendarView(folder: Folder, view: XmlElement, mailbox: Mailbox): { readonly items: readonly Item[]; readonly total: number } {
  if (folder.kind !== 'CalendarFolder') throw new EwsError('ErrorCalendarFolderIsInvalidForCalendarView');
  const [start, end] = [parseDate(view.attributes['StartDate'] ?? ''), parseDate(view.attributes['EndDate'] ?? '')];
  if (start === undefined || end === undefined) throw new EwsError('ErrorInvalidRequest');
  if (end < start) throw new EwsError('ErrorCalendarEndDateIsEarlierThanStartDate');
  if (end.getTime() - start.getTime() > longestDays * 86_400_000) throw new EwsError('ErrorCalendarViewRangeTooBig');
  const all = mailbox.itemsIn(folder.id).flatMap((item) => expanded(item, end, mailbox));
  const inside = all.filter((item) => timeOf(item, 'Start') < end.getTime() && timeOf(item, 'End') >= start.getTime());
  inside.sort((left, right) => timeOf(left, 'Start') - timeOf(right, 'Start'));
  const most = Number(view.attributes['MaxEntriesReturned'] ?? inside.length);
  return { items: inside.slice(0, most), total: inside.length };
}
