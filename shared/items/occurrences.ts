import type { Recurrence, RecurrencePattern, RecurringDay, WeekOfMonth } from './recurrence.ts';

const dayMs = 86_400_000;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** A day as a number of days, so that no time zone and no daylight saving time has a say. */
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
const dayText = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);
const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7;
const numberOf = (year: number, month: number, day: number): number => Math.round(Date.UTC(year, month, day) / dayMs);
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

function suits(weekday: number, wanted: RecurringDay): boolean {
  if (wanted === 'Day') return true;
  if (wanted === 'Weekday') return weekday >= 1 && weekday <= 5;
  return wanted === 'WeekendDay' ? weekday === 0 || weekday === 6 : weekdays[weekday] === wanted;
}

/** The first, second … or last day of a kind in a month. */
function dayInMonth(year: number, month: number, week: WeekOfMonth, wanted: RecurringDay): number {
  const days = Array.from({ length: daysIn(year, month) }, (_, index) => numberOf(year, month, index + 1)).filter((day) => suits(weekdayOf(day), wanted));
  const index = { First: 0, Second: 1, Third: 2, Fourth: 3, Last: days.length - 1 }[week];
  return days[index] ?? numberOf(year, month, 1);
}

/** The days of one step of a pattern: the step-th day, week, month or year from the start. */
function stepDays(pattern: RecurrencePattern, start: string, step: number): number[] {
  const first = dayNumber(start);
  const [year = 0, month = 1] = start.split('-').map(Number);
  const inMonth = (steps: number): readonly [number, number] => [year + Math.floor((month - 1 + steps) / 12), (month - 1 + steps) % 12];
  switch (pattern.kind) {
    case 'daily':
      return [first + step * pattern.interval];
    case 'weekly': {
      const sunday = first - weekdayOf(first) + step * pattern.interval * 7;
      return pattern.days.map((day) => sunday + weekdays.indexOf(day));
    }
    case 'dayOfMonth': {
      const [y, m] = inMonth(step * pattern.interval);
      // In a month that is too short Exchange takes its last day.
      return [numberOf(y, m, Math.min(pattern.day, daysIn(y, m)))];
    }
    case 'weekOfMonth': {
      const [y, m] = inMonth(step * pattern.interval);
      return [dayInMonth(y, m, pattern.week, pattern.day)];
    }
    case 'dayOfYear': {
      const m = months.indexOf(pattern.month);
      return [numberOf(year + step, m, Math.min(pattern.day, daysIn(year + step, m)))];
    }
    case 'weekOfYear':
      return [dayInMonth(year + step, months.indexOf(pattern.month), pattern.week, pattern.day)];
  }
}

/** The first days on which a series takes place, as `yyyy-mm-dd`; at most so many. */
export function occurrences({ pattern, start, end }: Recurrence, most: number): readonly string[] {
  const first = dayNumber(start);
  const last = end.kind === 'day' ? dayNumber(end.day) : Number.POSITIVE_INFINITY;
  const wanted = end.kind === 'count' ? Math.min(most, end.count) : most;
  const found: number[] = [];
  // A step without a day from the start on is one before the start; more than a few of them cannot be.
  for (let step = 0; found.length < wanted && step < wanted + 60; step += 1) {
    for (const day of stepDays(pattern, start, step)) if (day >= first && day <= last && found.length < wanted) found.push(day);
  }
  return found.map(dayText);
}

const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`);
const every = (interval: number, unit: string): string => (interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`);
const dayWord = (day: RecurringDay): string => (day === 'WeekendDay' ? 'weekend day' : day === 'Day' || day === 'Weekday' ? day.toLowerCase() : day);

function patternWords(pattern: RecurrencePattern): string {
  switch (pattern.kind) {
    case 'daily':
      return every(pattern.interval, 'day');
    case 'weekly':
      return `${every(pattern.interval, 'week')} on ${listed(pattern.days)}`;
    case 'dayOfMonth':
      return `${every(pattern.interval, 'month')} on day ${pattern.day}`;
    case 'weekOfMonth':
      return `${every(pattern.interval, 'month')} on the ${pattern.week.toLowerCase()} ${dayWord(pattern.day)}`;
    case 'dayOfYear':
      return `Every year on ${pattern.month} ${pattern.day}`;
    case 'weekOfYear':
      return `Every year on the ${pattern.week.toLowerCase()} ${dayWord(pattern.day)} of ${pattern.month}`;
  }
}

/** A series as a sentence without a full stop: "Every 2 weeks on Monday, 10 times". */
export function recurrenceSentence({ pattern, end }: Recurrence): string {
  if (end.kind === 'never') return patternWords(pattern);
  return `${patternWords(pattern)}, ${end.kind === 'count' ? (end.count === 1 ? 'once' : `${end.count} times`) : `until ${end.day}`}`;
}
