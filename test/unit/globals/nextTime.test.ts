import { expect, test } from 'vitest';
import { nextAtMinute, nextAtTime } from '../../../shared/globals/nextTime.ts';

const at = (iso: string): number => Date.parse(iso);
const iso = (ms: number): string => new Date(ms).toISOString();

/** The next three moments, each after the one before. */
function three(first: string, next: (after: number) => number): string[] {
  const one = next(at(first));
  const two = next(one);
  return [one, two, next(two)].map(iso);
}

test('slices of a quarter of an hour at 10:07 come at 10:15, 10:30 and 10:45', () => {
  expect(three('2026-11-23T10:07:31Z', (after) => nextAtMinute(after, (minute) => minute % 15 === 0, 'UTC'))).toEqual(['2026-11-23T10:15:00.000Z', '2026-11-23T10:30:00.000Z', '2026-11-23T10:45:00.000Z']);
});

test('minutes past the hour are those of the wall clock, also where it is half an hour off', () => {
  expect(iso(nextAtMinute(at('2026-11-23T10:07:00Z'), (minute) => minute === 10, 'Asia/Kolkata'))).toBe('2026-11-23T10:40:00.000Z');
});

test('a time of day comes every day, and not in the minute it was asked in', () => {
  expect(three('2026-11-23T07:00:00Z', (after) => nextAtTime(after, { hour: 8, minute: 0 }, 'Europe/Berlin'))).toEqual(['2026-11-24T07:00:00.000Z', '2026-11-25T07:00:00.000Z', '2026-11-26T07:00:00.000Z']);
});

test('a time that spring skips does not come that day', () => {
  // On 2026-03-29 Berlin goes from 02:00 to 03:00.
  expect(three('2026-03-28T00:00:00Z', (after) => nextAtTime(after, { hour: 2, minute: 30 }, 'Europe/Berlin'))).toEqual(['2026-03-28T01:30:00.000Z', '2026-03-30T00:30:00.000Z', '2026-03-31T00:30:00.000Z']);
});

test('a time that autumn repeats comes twice', () => {
  // On 2026-10-25 Berlin goes from 03:00 back to 02:00.
  expect(three('2026-10-24T12:00:00Z', (after) => nextAtTime(after, { hour: 2, minute: 30 }, 'Europe/Berlin'))).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-10-26T01:30:00.000Z']);
});

test('a zone that moves its clock by half an hour keeps the rule', () => {
  // On 2026-10-04 Lord Howe goes from 02:00 to 02:30.
  expect(iso(nextAtTime(at('2026-10-03T12:00:00Z'), { hour: 2, minute: 15 }, 'Australia/Lord_Howe'))).toBe('2026-10-04T15:15:00.000Z');
});
