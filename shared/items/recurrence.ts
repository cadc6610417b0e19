/** Patterns of a series, in the words of the pack (exchange-activities 6). */
export const recurrencePatterns = [
  'Daily',
  'Weekly',
  'The same day each month',
  'The same week each month',
  'The same day each year',
  'The same week each year',
] as const;

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const groupsOfDays = ['Day', 'Weekday', 'WeekendDay'] as const;
const weeks = ['First', 'Second', 'Third', 'Fourth', 'Last'] as const;
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

export type Weekday = (typeof weekdays)[number];
export type RecurringDay = Weekday | (typeof groupsOfDays)[number];
export type WeekOfMonth = (typeof weeks)[number];
export type Month = (typeof months)[number];

/** When a series repeats. Yearly patterns have no interval in Exchange. */
export type RecurrencePattern =
  | { readonly kind: 'daily'; readonly interval: number }
  | { readonly kind: 'weekly'; readonly interval: number; readonly days: readonly Weekday[] }
  | { readonly kind: 'dayOfMonth'; readonly interval: number; readonly day: number }
  | { readonly kind: 'weekOfMonth'; readonly interval: number; readonly day: RecurringDay; readonly week: WeekOfMonth }
  | { readonly kind: 'dayOfYear'; readonly day: number; readonly month: Month }
  | { readonly kind: 'weekOfYear'; readonly day: RecurringDay; readonly week: WeekOfMonth; readonly month: Month };

/** When a series ends. Days are `yyyy-mm-dd`. */
export type RecurrenceEnd = { readonly kind: 'never' } | { readonly kind: 'count'; readonly count: number } | { readonly kind: 'day'; readonly day: string };

export interface Recurrence {
  readonly pattern: RecurrencePattern;
  /** First day of the series, `yyyy-mm-dd`. */
  readonly start: string;
  readonly end: RecurrenceEnd;
}

/** The values of the five properties, as an activity holds them. */
export interface RecurrenceInput {
  readonly recurrence?: string | undefined;
  readonly recursOnTheseDays?: string | undefined;
  readonly recurrenceInterval?: number | undefined;
  readonly numberOfOccurrences?: number | undefined;
  readonly recurrenceEnds?: string | undefined;
}

/** A series, or the sentence that says what is wrong with the values. */
export type RecurrenceResult = { readonly ok: true; readonly recurrence: Recurrence } | { readonly ok: false; readonly problem: string };

/** Says no with a sentence; caught by `recurrenceOf` alone. */
class Problem extends Error {}

/** The name that a word stands for: written in full or with its first three letters, whatever its case. */
function named<T extends string>(names: readonly T[], word: string): T | undefined {
  const wanted = word.trim().toLowerCase();
  return names.find((name) => name.toLowerCase() === wanted) ?? names.find((name) => wanted.length === 3 && name.toLowerCase().startsWith(wanted));
}

function daysOfWeek(text: string): readonly Weekday[] {
  const words = text
    .split(/[,;\s]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length === 0) throw new Problem('Recurs On These Days is required for a weekly series, for example Mon, Wed.');
  const days = words.map((word) => {
    const day = named(weekdays, word);
    if (day === undefined) throw new Problem(`Recurs On These Days holds "${word}", which is not the name of a day.`);
    return day;
  });
  return weekdays.filter((day) => days.includes(day));
}

function weekAndDay(text: string): { readonly week: WeekOfMonth; readonly day: RecurringDay } {
  const [first = '', second = '', ...more] = text.trim().split(/[\s,]+/);
  const week = weeks.find((name) => name.toLowerCase() === first.toLowerCase());
  const group = groupsOfDays.find((name) => name.toLowerCase() === second.toLowerCase());
  const day = group ?? named(weekdays, second);
  if (week === undefined || day === undefined || more.length > 0)
    throw new Problem(`Recurs On These Days must be an index and a day such as First Monday or Last Weekday, not "${text}".`);
  return { week, day };
}

function monthOf(start: string): Month {
  return months[Number(start.slice(5, 7)) - 1] ?? 'January';
}

function patternOf(name: string, days: string, interval: number, start: string): RecurrencePattern {
  const day = Number(start.slice(8, 10));
  const month = monthOf(start);
  if (name.endsWith('year') && interval !== 1) throw new Problem('Recurrence Interval must be 1 for a yearly series: Exchange knows no other.');
  switch (named(recurrencePatterns, name)) {
    case 'Daily':
      return { kind: 'daily', interval };
    case 'Weekly':
      return { kind: 'weekly', interval, days: daysOfWeek(days) };
    case 'The same day each month':
      return { kind: 'dayOfMonth', interval, day };
    case 'The same week each month':
      return { kind: 'weekOfMonth', interval, ...weekAndDay(days) };
    case 'The same day each year':
      return { kind: 'dayOfYear', day, month };
    case 'The same week each year':
      return { kind: 'weekOfYear', ...weekAndDay(days), month };
    default:
      throw new Problem(`Recurrence must be one of ${recurrencePatterns.join(', ')}; it is "${name}".`);
  }
}

function endOf({ numberOfOccurrences: count, recurrenceEnds: day }: RecurrenceInput, start: string): RecurrenceEnd {
  if (count !== undefined && day !== undefined) throw new Problem('Number of Occurrences and Recurrence Ends cannot both be given.');
  if (count !== undefined) return { kind: 'count', count };
  if (day === undefined) return { kind: 'never' };
  if (day.slice(0, 10) < start) throw new Problem('Recurrence Ends is before the start of the series.');
  return { kind: 'day', day: day.slice(0, 10) };
}

const properties = [
  'recurrence',
  'recursOnTheseDays',
  'recurrenceInterval',
  'numberOfOccurrences',
  'recurrenceEnds',
] as const satisfies readonly (keyof RecurrenceInput)[];

/** Whether any of the properties of a series is among the values. */
export const hasRecurrence = (values: Readonly<Record<string, unknown>>): boolean => properties.some((key) => values[key] !== undefined);

/** The series that the properties describe. `start` is the first day, `yyyy-mm-dd`: of Start for an appointment, of Start Date for a task. */
export function recurrenceOf(input: RecurrenceInput, start: string): RecurrenceResult {
  try {
    const { recurrence, recursOnTheseDays = '', recurrenceInterval = 1 } = input;
    if (recurrence === undefined) throw new Problem('Recurrence is required where another property of a series is given.');
    return { ok: true, recurrence: { pattern: patternOf(recurrence, recursOnTheseDays, recurrenceInterval, start), start, end: endOf(input, start) } };
  } catch (thrown) {
    if (thrown instanceof Problem) return { ok: false, problem: thrown.message };
    throw thrown;
  }
}
