import { parseDate } from '../store/dates.ts';
import { textOf, type Item } from '../store/item.ts';
import { zoneNamed, type Zone } from '../zones/zone.ts';
import { child, childText, type XmlElement } from '../xml/element.ts';

const day = 86_400_000;
const weekDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const positions = ['First', 'Second', 'Third', 'Fourth', 'Last'];
/** No series is followed further than this many occurrences. */
const mostOccurrences = 5000;

/** No occurrence lies behind this day. */
const lastDay = Date.UTC(4500, 0, 1);

/** The start of the day of a time on the clocks. */
export function midnight(wall: number): number {
  return Math.floor(wall / day) * day;
}

/** The time zone that a calendar item was made in. */
export function zoneOfItem(item: { readonly values: ReadonlyMap<string, XmlElement> }): Zone {
  return zoneNamed(item.values.get('StartTimeZone')?.attributes['Id'] ?? 'UTC');
}

/** Days of the week as numbers; `Weekday` and the like stand for several. */
function daysNamed(text: string): ReadonlySet<number> {
  const groups: Readonly<Record<string, readonly number[]>> = { Day: [0, 1, 2, 3, 4, 5, 6], Weekday: [1, 2, 3, 4, 5], WeekendDay: [0, 6] };
  return new Set(
    text
      .trim()
      .split(/\s+/)
      .flatMap((name) => groups[name] ?? [weekDays.indexOf(name)]),
  );
}

function dayOfMonth(year: number, month: number, wanted: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(wanted, last));
}

function relativeDay(year: number, month: number, pattern: XmlElement): number {
  const days = daysNamed(childText(pattern, 'DaysOfWeek') ?? '');
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const matching = Array.from({ length: last }, (_, index) => Date.UTC(year, month, index + 1)).filter((one) => days.has(new Date(one).getUTCDay()));
  const position = positions.indexOf(childText(pattern, 'DayOfWeekIndex') ?? '');
  return (position === 4 ? matching.at(-1) : matching[position]) ?? Date.UTC(year, month, last);
}

/** The days a pattern names, from the first on, without an end. */
function* patternDays(pattern: XmlElement, first: number): Generator<number> {
  const interval = Number(childText(pattern, 'Interval') ?? 1);
  const start = new Date(first);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  if (pattern.name === 'DailyRecurrence') {
    for (let date = first; date < lastDay; date += interval * day) yield date;
    return;
  }
  if (pattern.name === 'WeeklyRecurrence') {
    const days = daysNamed(childText(pattern, 'DaysOfWeek') ?? '');
    const weekStart = weekDays.indexOf(childText(pattern, 'FirstDayOfWeek') ?? 'Sunday');
    const monday = first - ((start.getUTCDay() - weekStart + 7) % 7) * day;
    for (let date = first; date < lastDay; date += day) {
      if (Math.floor((date - monday) / (7 * day)) % interval === 0 && days.has(new Date(date).getUTCDay())) yield date;
    }
    return;
  }
  const yearly = pattern.name.includes('Yearly');
  const chosen = yearly ? months.indexOf(childText(pattern, 'Month') ?? '') : month;
  for (let step = 0; ; step += 1) {
    const at = yearly ? new Date(Date.UTC(year + step, chosen, 1)) : new Date(Date.UTC(year, month + step * interval, 1));
    if (at.getTime() >= lastDay) return;
    const wanted = Number(childText(pattern, 'DayOfMonth') ?? 1);
    const date = pattern.name.startsWith('Relative')
      ? relativeDay(at.getUTCFullYear(), at.getUTCMonth(), pattern)
      : dayOfMonth(at.getUTCFullYear(), at.getUTCMonth(), wanted);
    if (date >= first) yield date;
  }
}

/** Where to stop: before a time, or after so many occurrences. */
export interface Extent {
  readonly before?: Date;
  readonly most?: number;
}

/** A day of a range, such as `2027-03-28` with or without a zone: it is a day of the calendar, whatever the zone says. */
function dayOf(text: string | undefined): number | undefined {
  return parseDate((text ?? '').trim().slice(0, 10))?.getTime();
}

/** The starts of a series in order (Microsoft Learn: Recurrence). Days and hours are those on the clocks of the zone, summer time included. */
export function startsOf(recurrence: XmlElement, start: Date, zone: Zone, { before, most = mostOccurrences }: Extent = {}): Date[] {
  const [pattern, range] = recurrence.children;
  if (pattern === undefined || range === undefined) return [];
  const count = Math.min(Number(childText(child(recurrence, 'NumberedRecurrence'), 'NumberOfOccurrences') ?? mostOccurrences), most, mostOccurrences);
  const last = dayOf(childText(range, 'EndDate')) ?? lastDay;
  const wall = zone.toWall(start.getTime());
  const first = dayOf(childText(range, 'StartDate')) ?? midnight(wall);
  const starts: Date[] = [];
  for (const date of patternDays(pattern, first)) {
    if (starts.length >= count || date > last) return starts;
    const at = new Date(zone.toUtc(date + (wall - midnight(wall))));
    if (before !== undefined && at >= before) return starts;
    starts.push(at);
  }
  return starts;
}

/** The starts of a master's series, deleted occurrences included. */
export function startsOfMaster(master: Item, extent: Extent = {}): Date[] {
  const recurrence = master.values.get('Recurrence');
  const start = parseDate(textOf(master, 'Start') ?? '');
  return recurrence === undefined || start === undefined ? [] : startsOf(recurrence, start, zoneOfItem(master), extent);
}
