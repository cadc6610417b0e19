import { describe, expect, test } from 'vitest';
import { formatTime, readTime, shiftTime, unreadableCode } from '../../../shared/fields/dateFormat.ts';

const time = (iso: string): Date => new Date(`${iso}Z`);
const now = time('2026-11-23T09:15:00');

describe('writing', () => {
  test.each([
    ['y yy yyyy', '26 26 2026'],
    ['M MM MMM MMMM', '3 03 Mar March'],
    ['d dd ddd dddd', '5 05 Thu Thursday'],
    ['h hh H HH', '4 04 16 16'],
    ['m mm s ss tt', '7 07 9 09 PM'],
    ["yyyy-MM-dd'T'HH:mm:ss", '2026-03-05T16:07:09'],
    ["'day' d", 'day 5'],
    ['dd.MM.yyyy', '05.03.2026'],
  ])('%s', (format, expected) => {
    expect(formatTime(time('2026-03-05T16:07:09'), format)).toBe(expected);
  });

  test('noon is 12 PM and midnight 12 AM', () => {
    expect([time('2026-01-01T12:00:00'), time('2026-01-01T00:00:00')].map((one) => formatTime(one, 'h tt'))).toEqual(['12 PM', '12 AM']);
  });
});

describe('reading', () => {
  test.each([
    ['05.03.2026 16:07', 'dd.MM.yyyy HH:mm', '2026-03-05T16:07:00'],
    ['3/5/26 4:07 PM', 'M/d/yy h:mm tt', '2026-03-05T16:07:00'],
    ['12:30 am', 'h:mm tt', '2026-11-23T00:30:00'],
    ['5 mar 1999', 'd MMM yyyy', '1999-03-05T00:00:00'],
    ['1/1/30', 'd/M/yy', '1930-01-01T00:00:00'],
    ['2026-03', 'yyyy-MM', '2026-03-01T00:00:00'],
    ['29.02.2028', 'dd.MM.yyyy', '2028-02-29T00:00:00'],
  ])('%s in %s', (text, format, expected) => {
    expect(readTime(text, format, now)?.toISOString()).toBe(`${expected}.000Z`);
  });

  test.each([
    ['29.02.2026', 'dd.MM.yyyy'],
    ['5.3.2026', 'dd.MM.yyyy'],
    ['25:00', 'HH:mm'],
    ['13:00 PM', 'h:mm tt'],
    ['x05.03.2026', 'dd.MM.yyyy'],
    ['5 (March)', 'd (MMM)'],
  ])('%s does not fit %s', (text, format) => {
    expect(readTime(text, format, now)).toBeUndefined();
  });

  test('whole names are for output only', () => {
    expect([unreadableCode('d MMMM'), unreadableCode('dddd'), unreadableCode("d 'MMMM'")]).toEqual(['MMMM', 'dddd', undefined]);
  });
});

test.each([
  ['2026-01-31T10:00:00', { months: 1 }, '2026-02-28T10:00:00'],
  ['2028-02-29T10:00:00', { years: 1 }, '2029-02-28T10:00:00'],
  ['2026-01-15T10:00:00', { months: -13 }, '2024-12-15T10:00:00'],
  ['2026-12-31T23:59:59', { seconds: 1 }, '2027-01-01T00:00:00'],
  ['2026-03-01T00:30:00', { hours: -1, days: 1 }, '2026-03-01T23:30:00'],
])('%s moved by %j', (from, part, expected) => {
  const shift = { years: 0, months: 0, days: 0, hours: 0, minutes: 0, seconds: 0, ...part };
  expect(shiftTime(time(from), shift).toISOString()).toBe(`${expected}.000Z`);
});
