import { describe, expect, test } from 'vitest';
import { occurrences, recurrenceSentence } from '../../../shared/items/occurrences.ts';
import { recurrenceOf, type RecurrenceInput } from '../../../shared/items/recurrence.ts';

function read(input: RecurrenceInput, start: string): { readonly sentence: string; readonly days: readonly string[] } {
  const result = recurrenceOf(input, start);
  if (!result.ok) throw new Error(result.problem);
  return { sentence: recurrenceSentence(result.recurrence), days: occurrences(result.recurrence, 5) };
}

describe('a series', () => {
  test.each<[RecurrenceInput, string, string, readonly string[]]>([
    [{ recurrence: 'Daily', recurrenceInterval: 2, numberOfOccurrences: 3 }, '2026-02-27', 'Every 2 days, 3 times', ['2026-02-27', '2026-03-01', '2026-03-03']],
    [{ recurrence: 'Weekly', recursOnTheseDays: 'Mon', recurrenceInterval: 2, numberOfOccurrences: 10 }, '2026-11-25', 'Every 2 weeks on Monday, 10 times', ['2026-12-07', '2026-12-21', '2027-01-04', '2027-01-18', '2027-02-01']],
    [{ recurrence: 'Weekly', recursOnTheseDays: 'Fri, Tue', recurrenceEnds: '2026-12-02' }, '2026-11-25', 'Every week on Tuesday and Friday, until 2026-12-02', ['2026-11-27', '2026-12-01']],
    [{ recurrence: 'The same day each month' }, '2026-12-31', 'Every month on day 31', ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']],
    [{ recurrence: 'The same week each month', recursOnTheseDays: 'Last Weekday', numberOfOccurrences: 2 }, '2026-11-01', 'Every month on the last weekday, 2 times', ['2026-11-30', '2026-12-31']],
    [{ recurrence: 'The same day each year', numberOfOccurrences: 2 }, '2028-02-29', 'Every year on February 29, 2 times', ['2028-02-29', '2029-02-28']],
    [{ recurrence: 'The same week each year', recursOnTheseDays: 'First WeekendDay', numberOfOccurrences: 1 }, '2026-11-02', 'Every year on the first weekend day of November, once', ['2027-11-06']],
  ])('%j', (input, start, sentence, days) => expect(read(input, start)).toEqual({ sentence, days }));
});
