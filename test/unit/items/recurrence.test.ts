import { describe, expect, it } from 'vitest';
import { recurrenceOf, type RecurrenceInput } from '../../../shared/items/recurrence.ts';

const start = '2027-03-31';
const of = (input: RecurrenceInput): unknown => {
  const result = recurrenceOf(input, start);
  return result.ok ? result.recurrence.pattern : result.problem;
};

describe('a series', () => {
  it.each<[RecurrenceInput, object]>([
    [{ recurrence: 'Daily' }, { kind: 'daily', interval: 1 }],
    [
      { recurrence: 'Daily', recurrenceInterval: 3 },
      { kind: 'daily', interval: 3 },
    ],
    [
      { recurrence: 'weekly', recursOnTheseDays: 'Sat, Sunday; sat' },
      { kind: 'weekly', interval: 1, days: ['Sunday', 'Saturday'] },
    ],
    [
      { recurrence: 'The same day each month', recurrenceInterval: 2 },
      { kind: 'dayOfMonth', interval: 2, day: 31 },
    ],
    [
      { recurrence: 'The same week each month', recursOnTheseDays: 'first mon' },
      { kind: 'weekOfMonth', interval: 1, week: 'First', day: 'Monday' },
    ],
    [
      { recurrence: 'The same week each month', recursOnTheseDays: 'Last WeekendDay' },
      { kind: 'weekOfMonth', interval: 1, week: 'Last', day: 'WeekendDay' },
    ],
    [{ recurrence: 'The same day each year' }, { kind: 'dayOfYear', day: 31, month: 'March' }],
    [
      { recurrence: 'The same week each year', recursOnTheseDays: 'Fourth Weekday' },
      { kind: 'weekOfYear', week: 'Fourth', day: 'Weekday', month: 'March' },
    ],
  ])('%o', (input, pattern) => {
    expect(of(input)).toEqual(pattern);
  });

  it.each<[RecurrenceInput, string]>([
    [{ numberOfOccurrences: 3 }, 'Recurrence is required where another property of a series is given.'],
    [{ recurrence: 'Hourly' }, 'Recurrence must be one of'],
    [{ recurrence: 'Weekly' }, 'Recurs On These Days is required for a weekly series, for example Mon, Wed.'],
    [{ recurrence: 'Weekly', recursOnTheseDays: 'Mon, Tu' }, 'Recurs On These Days holds "Tu", which is not the name of a day.'],
    [{ recurrence: 'The same week each month', recursOnTheseDays: 'Monday' }, 'Recurs On These Days must be an index and a day'],
    [{ recurrence: 'The same day each year', recurrenceInterval: 2 }, 'Recurrence Interval must be 1 for a yearly series: Exchange knows no other.'],
    [{ recurrence: 'Daily', numberOfOccurrences: 2, recurrenceEnds: '2028-01-01' }, 'Number of Occurrences and Recurrence Ends cannot both be given.'],
    [{ recurrence: 'Daily', recurrenceEnds: '2027-03-30' }, 'Recurrence Ends is before the start of the series.'],
  ])('%o is refused', (input, problem) => {
    expect(of(input)).toContain(problem);
  });

  it('ends never, after a number, or on a day', () => {
    const endOf = (input: RecurrenceInput): unknown => {
      const result = recurrenceOf({ recurrence: 'Daily', ...input }, start);
      return result.ok ? result.recurrence.end : result.problem;
    };
    expect(endOf({})).toEqual({ kind: 'never' });
    expect(endOf({ numberOfOccurrences: 4 })).toEqual({ kind: 'count', count: 4 });
    expect(endOf({ recurrenceEnds: start })).toEqual({ kind: 'day', day: start });
  });
});
