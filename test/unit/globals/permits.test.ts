import { describe, expect, test } from 'vitest';
import { permits, permittedHours, scheduleProblem } from '../../../shared/globals/permits.ts';
import { Schedule, weekdays } from '../../../shared/globals/schedule.ts';

const at = (iso: string): number => Date.parse(iso);
const utc = (schedule: object, iso: string): boolean => permits(Schedule.parse(schedule), at(iso), 'UTC');

describe('days of the week', () => {
  test.each([
    ['every Monday', { daysOfWeek: ['Monday'] }, '2026-11-23T12:00:00Z', true],
    ['not on Tuesday', { daysOfWeek: ['Monday'] }, '2026-11-24T12:00:00Z', false],
    ['the first Monday', { daysOfWeek: ['Monday'], occurrence: ['First'] }, '2026-11-02T12:00:00Z', true],
    ['the second is not the first', { daysOfWeek: ['Monday'], occurrence: ['First'] }, '2026-11-09T12:00:00Z', false],
    ['the fourth Monday', { daysOfWeek: ['Monday'], occurrence: ['Fourth'] }, '2026-11-23T12:00:00Z', true],
    ['a fifth Monday is the last', { daysOfWeek: ['Monday'], occurrence: ['Last'] }, '2026-11-30T12:00:00Z', true],
    ['the fourth is not the last where a fifth follows', { daysOfWeek: ['Monday'], occurrence: ['Last'] }, '2026-11-23T12:00:00Z', false],
    ['the fourth is the last in February', { daysOfWeek: ['Monday'], occurrence: ['Last'] }, '2026-02-23T12:00:00Z', true],
    ['first or last', { daysOfWeek: ['Monday'], occurrence: ['First', 'Last'] }, '2026-11-30T12:00:00Z', true],
  ])('%s', (_what, schedule, iso, expected) => {
    expect(utc(schedule, iso)).toBe(expected);
  });
});

describe('days of the month', () => {
  test.each([
    ['1,3', '2026-11-03', true],
    ['1,3', '2026-11-02', false],
    ['5-31', '2026-02-05', true],
    ['5-31', '2026-02-28', true],
    ['5-31', '2026-02-04', false],
    ['last', '2026-02-28', true],
    ['last', '2028-02-28', false],
    ['last', '2028-02-29', true],
    ['LAST', '2026-11-30', true],
    ['all', '2026-11-17', true],
    ['1,last', '2026-11-30', true],
    ['1-21', '2026-11-22', false],
  ])('%s on %s', (daysOfMonth, date, expected) => {
    // Days of the month win over those of the week.
    expect(utc({ daysOfMonth, daysOfWeek: [] }, `${date}T12:00:00Z`)).toBe(expected);
  });
});

describe('hours and exceptions', () => {
  const office = { daysOfWeek: ['Monday', 'Tuesday'], hours: { Monday: '8-16,20', Tuesday: 'none' } };
  test.each([
    ['2026-11-23T08:00:00Z', true],
    ['2026-11-23T16:59:59Z', true],
    ['2026-11-23T17:00:00Z', false],
    ['2026-11-23T20:30:00Z', true],
    ['2026-11-24T12:00:00Z', false],
  ])('%s', (iso, expected) => {
    expect(utc(office, iso)).toBe(expected);
  });

  test('a date that is not permitted beats a permitted hour, and one that is permitted beats everything', () => {
    const exceptions = [
      { date: '2026-11-23', permit: false },
      { date: '2026-11-29', permit: true },
    ];
    expect(utc({ ...office, exceptions }, '2026-11-23T09:00:00Z')).toBe(false);
    expect(utc({ ...office, exceptions }, '2026-11-29T03:00:00Z')).toBe(true);
  });

  test('the grid of hours reads what the file says', () => {
    expect(permittedHours('8-10,20')).toEqual([8, 9, 10, 20]);
    expect(permittedHours('none')).toEqual([]);
    expect(permittedHours(undefined)).toHaveLength(24);
  });
});

test('only the wall clock counts: the hour that autumn repeats is permitted twice, the one that spring skips never comes', () => {
  const two = Schedule.parse({ hours: Object.fromEntries(weekdays.map((day) => [day, '2'])) });
  const minutes = (from: string): number => Array.from({ length: 24 * 60 }, (_, minute) => at(from) + minute * 60_000).filter((ms) => permits(two, ms, 'Europe/Berlin')).length;
  expect(minutes('2026-10-24T22:00:00Z')).toBe(120);
  expect(minutes('2026-03-28T23:00:00Z')).toBe(0);
  expect(minutes('2026-06-06T22:00:00Z')).toBe(60);
});

test.each([
  [{}, undefined],
  [{ daysOfWeek: [] }, 'Choose at least one day.'],
  [{ daysOfMonth: '1-last' }, 'Days of month: "1-last" is neither a number nor a range such as 3-5. "all" and "last" stand alone.'],
  [{ daysOfMonth: '9-3' }, 'Days of month: The range 9-3 ends before it begins. "all" and "last" stand alone.'],
  [{ daysOfMonth: '32' }, 'Days of month: "32" is not between 1 and 31. "all" and "last" stand alone.'],
  [{ hours: { Monday: '24' } }, 'Hours of Monday: "24" is not between 0 and 23.'],
  [{ exceptions: [{ date: '24.12.2026', permit: false }] }, 'The exception 24.12.2026 must be a day such as 2026-12-24.'],
])('what is wrong with %j', (schedule, expected) => {
  expect(scheduleProblem(Schedule.parse(schedule))).toBe(expected);
});
