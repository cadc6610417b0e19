import { parseDate } from '../store/dates.ts';
import { child, childText, type XmlElement } from '../xml/element.ts';

const day = 86_400_000;
const weekDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const positions = ['First', 'Second', 'Third', 'Fourth', 'Last'];
/** No series is followed further than this many occurrences. */
const mostOccurrences = 5000;

function midnight(date: Date): number {
  return Math.floor(date.getTime() / day) * day;
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
  if (pattern.name === 'DailyRecurrence') for (let date = first; ; date += interval * day) yield date;
  if (pattern.name === 'WeeklyRecurrence') {
    const days = daysNamed(childText(pattern, 'DaysOfWeek') ?? '');
    const weekStart = weekDays.indexOf(childText(pattern, 'FirstDayOfWeek') ?? 'Sunday');
    const monday = first - ((start.getUTCDay() - weekStart + 7) % 7) * day;
    for (let date = first; ; date += day) {
      if (Math.floor((date - monday) / (7 * day)) % interval === 0 && days.has(new Date(date).getUTCDay())) yield date;
    }
  }
  const yearly = pattern.name.includes('Yearly');
  const chosen = yearly ? months.indexOf(childText(pattern, 'Month') ?? '') : month;
  for (let step = 0; ; step += 1) {
    const at = yearly ? new Date(Date.UTC(year + step, chosen, 1)) : new Date(Date.UTC(year, month + step * interval, 1));
    const wanted = Number(childText(pattern, 'DayOfMonth') ?? 1);
    const date = pattern.name.startsWith('Relative')
      ? relativeDay(at.getUTCFullYear(), at.getUTCMonth(), pattern)
      : dayOfMonth(at.getUTCFullYear(), at.getUTCMonth(), wanted);
    if (date >= first) yield date;
  }
}

/** The starts of a series in order, up to `before` (Microsoft Learn: Recurrence). Days are those of UTC. */
export function startsOf(recurrence: XmlElement, start: Date, before: Date): Date[] {
  const [pattern, range] = recurrence.children;
  if (pattern === undefined || range === undefined) return [];
  const count = Number(childText(child(recurrence, 'NumberedRecurrence'), 'NumberOfOccurrences') ?? mostOccurrences);
  const end = parseDate(childText(range, 'EndDate') ?? '');
  const last = end === undefined ? Number.POSITIVE_INFINITY : midnight(end) + day;
  const first = midnight(start);
  const starts: Date[] = [];
  for (const date of patternDays(pattern, first)) {
    const at = new Date(date + (start.getTime() - first));
    if (starts.length >= Math.min(count, mostOccurrences) || date >= last || at >= before) return starts;
    starts.push(at);
  }
  return starts;
}
