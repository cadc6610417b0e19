import { describe, expect, it } from 'vitest';
import { passesFilter } from '../../../shared/exchange/filterMatch.ts';
import type { FieldValue } from '../../../shared/fields/field.ts';
import type { FilterOperator } from '../../../shared/fields/operators.ts';

const plain = { isDate: false };
const date = { isDate: true };
const ann = { isDate: false, person: { name: 'Ann Berg', address: 'ann@contoso.com' } };

const passes = (operator: FilterOperator, value: FieldValue, actual: FieldValue | undefined, kind: Parameters<typeof passesFilter>[2] = plain): boolean =>
  passesFilter({ operator, value }, actual, kind);

describe('filters on text', () => {
  it.each<[FilterOperator, string, string, boolean]>([
    ['equals', 'Alert', 'Alert', true],
    ['equals', 'alert', 'Alert', false],
    ['doesNotEqual', 'alert', 'Alert', true],
    ['contains', 'ler', 'Alert', true],
    ['contains', 'LER', 'Alert', false],
    ['doesNotContain', 'LER', 'Alert', true],
    ['startsWith', 'Al', 'Alert', true],
    ['startsWith', 'al', 'Alert', false],
    ['startsWith', 'lert', 'Alert', false],
  ])('%s %j on %j is %s: case matters', (operator, value, actual, expected) => {
    expect(passes(operator, value, actual)).toBe(expected);
  });
});

describe('filters on a value that is missing', () => {
  it.each<[FilterOperator, boolean]>([
    ['equals', false],
    ['doesNotEqual', true],
    ['contains', false],
    ['doesNotContain', true],
    ['startsWith', false],
    ['lessThan', false],
    ['greaterThanOrEqualTo', false],
  ])('%s is %s', (operator, expected) => {
    expect(passes(operator, 'x', undefined)).toBe(expected);
  });
});

describe('filters on numbers, booleans and dates', () => {
  it.each<[FilterOperator, FieldValue, FieldValue, boolean]>([
    ['lessThan', 10, 9, true],
    ['lessThan', 10, 10, false],
    ['lessThanOrEqualTo', 10, 10, true],
    ['greaterThan', 9, 10, true],
    ['greaterThanOrEqualTo', 10, 9, false],
    ['equals', true, true, true],
    ['doesNotEqual', true, false, true],
  ])('%s %j on %j is %s', (operator, value, actual, expected) => {
    expect(passes(operator, value, actual)).toBe(expected);
  });

  it('compare dates as times, whatever the form', () => {
    expect(passes('equals', '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00Z', date)).toBe(true);
    expect(passes('lessThan', '2026-11-23T10:00:00.000Z', '2026-11-23T09:59:59Z', date)).toBe(true);
    expect(passes('greaterThan', '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00Z', date)).toBe(false);
  });
});

describe('filters on people', () => {
  it.each<[FilterOperator, string, boolean]>([
    ['equals', 'ann@contoso.com', true],
    ['equals', 'ANN@contoso.com', true],
    ['equals', 'Ann Berg', true],
    ['equals', 'ann berg', false],
    ['equals', 'Somebody <ann@contoso.com>', true],
    ['equals', 'bob@contoso.com', false],
    ['doesNotEqual', 'Ann Berg', false],
    ['doesNotEqual', 'ann@contoso.com', false],
    ['doesNotEqual', 'bob@contoso.com', true],
    ['contains', '@CONTOSO', true],
    ['startsWith', 'Ann', true],
  ])('%s %j is %s', (operator, value, expected) => {
    expect(passes(operator, value, ann.person.address, ann)).toBe(expected);
  });
});
