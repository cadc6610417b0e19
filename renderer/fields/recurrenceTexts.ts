import { integer } from '../../shared/fields/field.ts';
import { localDay, parseValue } from '../../shared/fields/value.ts';
import { recurrenceOf, type RecurrenceResult } from '../../shared/items/recurrence.ts';

/** The five properties of a series as texts; empty is not given. */
export interface RecurrenceTexts {
  readonly recurrence: string;
  readonly recursOnTheseDays: string;
  readonly recurrenceInterval: string;
  readonly numberOfOccurrences: string;
  readonly recurrenceEnds: string;
}

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const weekNames = ['First', 'Second', 'Third', 'Fourth', 'Last'] as const;
/** Days of the month patterns, and how they read in the sentence. */
export const monthlyDays = [...weekdayNames.map((name) => ({ name, word: name })), { name: 'Day', word: 'day' }, { name: 'Weekday', word: 'weekday' }, { name: 'WeekendDay', word: 'weekend day' }] as const;

/** The ways in which a series ends. */
export const endKinds = [
  { kind: 'never', word: 'never', is: ({ numberOfOccurrences, recurrenceEnds }: RecurrenceTexts) => numberOfOccurrences === '' && recurrenceEnds === '' },
  { kind: 'count', word: 'after', is: ({ numberOfOccurrences }: RecurrenceTexts) => numberOfOccurrences !== '' },
  { kind: 'day', word: 'on', is: ({ recurrenceEnds }: RecurrenceTexts) => recurrenceEnds !== '' },
] as const;

const today = (): string => localDay(new Date());

/** What the properties hold when a way to end is chosen. */
export function endValues(kind: string, start: string | undefined): Partial<RecurrenceTexts> {
  return { numberOfOccurrences: kind === 'count' ? '10' : '', recurrenceEnds: kind === 'day' ? (start ?? today()) : '' };
}

/** The days that a pattern begins with: those of the first day. */
export function daysOf(pattern: string, start: string | undefined): string {
  const day = weekdayNames[(new Date(`${start ?? today()}T12:00:00`).getDay() + 6) % 7] ?? 'Monday';
  if (pattern === 'Weekly') return day;
  return pattern.startsWith('The same week') ? `First ${day}` : '';
}

/** The first day of a series from the text of its field; undefined where that is no date. */
export function startDay(text: string): string | undefined {
  const parsed = parseValue({ kind: 'dateTime', label: '', help: '' }, text);
  if (!parsed.ok || typeof parsed.value !== 'string') return undefined;
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? text.trim() : localDay(new Date(parsed.value));
}

const count = (label: string, text: string): number | undefined | string => {
  const parsed = parseValue(integer({ label, help: '', minimum: 1, maximum: 999 }), text);
  return parsed.ok ? (typeof parsed.value === 'number' ? parsed.value : undefined) : parsed.problem;
};

/** The series that the texts describe, or what is wrong with them. Without a first day, today stands in for it. */
export function readRecurrence(texts: RecurrenceTexts, start: string | undefined): RecurrenceResult {
  const interval = count('Recurrence Interval', texts.recurrenceInterval);
  const times = count('Number of Occurrences', texts.numberOfOccurrences);
  const problem = [interval, times].find((one) => typeof one === 'string');
  if (typeof problem === 'string' || typeof interval === 'string' || typeof times === 'string') return { ok: false, problem: String(problem) };
  const given = (text: string): string | undefined => (text === '' ? undefined : text);
  return recurrenceOf({ recurrence: given(texts.recurrence), recursOnTheseDays: given(texts.recursOnTheseDays), recurrenceInterval: interval, numberOfOccurrences: times, recurrenceEnds: given(texts.recurrenceEnds) }, start ?? today());
}
