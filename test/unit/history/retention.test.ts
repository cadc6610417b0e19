import { expect, test } from 'vitest';
import { expired, type KeptFile } from '../../../shared/history/retention.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-11-23T10:00:00Z');
const file = (daysAgo: number, megabytes: number, going = false): KeptFile => ({ name: `${daysAgo} days`, startedAt: now - daysAgo * day, size: megabytes * 1024 * 1024, going });

test('what is older than the age goes', () => {
  expect(expired([file(1, 1), file(89, 1), file(91, 1)], { days: 90, megabytes: 500 }, now)).toEqual(['91 days']);
});

test('beyond the size the oldest go first, and no more than necessary', () => {
  expect(expired([file(1, 200), file(2, 200), file(3, 200), file(4, 100)], { days: 90, megabytes: 500 }, now)).toEqual(['4 days', '3 days']);
});

test('exactly the size stays', () => {
  expect(expired([file(1, 250), file(2, 250)], { days: 90, megabytes: 500 }, now)).toEqual([]);
});

test('a run that goes on stays, and its size counts', () => {
  expect(expired([file(200, 450, true), file(1, 100)], { days: 90, megabytes: 500 }, now)).toEqual(['1 days']);
});
