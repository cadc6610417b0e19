import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addresses, boolean, choice, dateTime, integer, list, number, text, type Field } from '../../../shared/fields/field.ts';
import { formatValue, parseValue, smtpAddress, splitList } from '../../../shared/fields/value.ts';

const about = { label: 'Value', help: 'For a test.' };
const read = (field: Field, value: string): unknown => {
  const parsed = parseValue(field, value);
  return parsed.ok ? parsed.value : parsed.problem;
};

describe('a value is read by its data type', () => {
  test.each<[string, Field, string, unknown]>([
    ['text keeps its spaces', text(about), '  a ', '  a '],
    ['empty is no value', text(about), '  ', undefined],
    ['required and empty', text({ ...about, required: true }), ' ', 'Value is required.'],
    ['too long', text({ ...about, maximumLength: 3 }), 'abcd', 'Value must have 3 characters or fewer.'],
    ['whole number', integer(about), ' 42 ', 42],
    ['not whole', integer(about), '1.5', 'Value must be a whole number, not "1.5".'],
    ['out of range', integer({ ...about, minimum: 1, maximum: 86_400 }), '0', 'Value must be between 1 and 86,400.'],
    ['below', integer({ ...about, minimum: 1 }), '0', 'Value must be 1 or more.'],
    ['above', number({ ...about, maximum: 2 }), '2.5', 'Value must be 2 or less.'],
    ['number', number(about), '-2.5', -2.5],
    ['no number', number(about), 'Infinity', 'Value must be a number, not "Infinity".'],
    ['yes', boolean(about), 'Yes', true],
    ['0', boolean(about), '0', false],
    ['maybe', boolean(about), 'maybe', 'Value must be True or False, not "maybe".'],
    ['a choice in any case', choice({ ...about, options: ['Low', 'High'] }), 'high', 'High'],
    ['no choice', choice({ ...about, options: ['Low', 'High'] }), 'Medium', 'Value must be one of Low, High; it is "Medium".'],
    ['a moment with offset', dateTime(about), '2026-11-23T10:00:00+01:00', '2026-11-23T09:00:00.000Z'],
    ['local time', dateTime(about), '2026-11-23 10:00', new Date(2026, 10, 23, 10).toISOString()],
    ['a day', dateTime(about), '2026-11-23', new Date(2026, 10, 23).toISOString()],
    ['no date', dateTime(about), '23.11.2026', 'Value must be a date and time such as 2026-11-23 14:30.'],
    ['a day that does not exist', dateTime(about), '2026-02-30', 'Value must be a date and time such as 2026-11-23 14:30.'],
    ['addresses', addresses(about), 'ana@contoso.com; "Doe, Li" <li@contoso.com>', ['ana@contoso.com', '"Doe, Li" <li@contoso.com>']],
    ['a bad address', addresses(about), 'ana@contoso.com, li', 'Value holds "li", which is not an e-mail address.'],
    ['a list', list(about), 'Red; Blue\nGreen,', ['Red', 'Blue', 'Green']],
  ])('%s', (_name, field, value, expected) => {
    expect(read(field, value)).toEqual(expected);
  });
});

test('a quoted entry keeps its separators, and a lone quote is a character', () => {
  expect(splitList('"C:\\a, b.txt", c.txt')).toEqual(['C:\\a, b.txt', 'c.txt']);
  expect(splitList('5" disk, 3" disk')).toEqual(['5" disk', '3" disk']);
  expect(splitList('5" disk; paper')).toEqual(['5" disk', 'paper']);
});

test('the address stands alone or in brackets', () => {
  expect(['a@b.c', 'Ana <a@b.c>', 'Ana a@b.c', 'a@b@c', '<a@b.c'].map(smtpAddress)).toEqual(['a@b.c', 'a@b.c', undefined, undefined, undefined]);
});

test('values become text and come back', () => {
  expect([true, 3.5, 'x', ['a', 'b, c'], undefined].map(formatValue)).toEqual(['True', '3.5', 'x', 'a, "b, c"', '']);
  const entry = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', ' ', ',', ';', '@', '.', "'") }).map((value) => `x${value.trim()}y`);
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
      expect(splitList(formatValue(entries))).toEqual(entries);
    }),
  );
});
