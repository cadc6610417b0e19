import { describe, expect, test } from 'vitest';
import type { FieldKind } from '../../../shared/fields/field.ts';
import { linkTest, linkText } from '../../../shared/runbook/links.ts';
import { Link, type ActivityStatus } from '../../../shared/runbook/runbook.ts';

const kinds: Readonly<Record<string, FieldKind>> = { Count: 'integer', 'Is Read': 'boolean', Received: 'dateTime', Subject: 'text' };

function verdict(
  link: object,
  values: Readonly<Record<string, string>>,
  status: ActivityStatus = 'success',
): { readonly followed: boolean; readonly reason: string; readonly warnings: readonly string[] } {
  return linkTest(Link.parse({ from: 'a', to: 'b', ...link }), (label) => kinds[label])({ status, value: (label) => values[label] });
}

const when = (field: string, operator: string, value: string, and?: string): object => ({
  include: [{ field, operator, value, ...(and === undefined ? {} : { and }) }],
});

test.each([
  ['equals', 'Printer', 'PRINTER', true],
  ['equals', 'Printer', 'Print', false],
  ['doesNotEqual', 'Printer', 'printer', false],
  ['contains', 'Printer on fire', 'ON', true],
  ['doesNotContain', 'Printer on fire', 'ice', true],
  ['startsWith', 'Printer', 'print', true],
  ['endsWith', 'Printer', 'TER', true],
  ['matchesPattern', 'Printer', 'p.*r', true],
  ['doesNotMatchPattern', 'Printer', 'p.*r', false],
] as const)('text: %s, "%s" with "%s" is %s', (operator, actual, wanted, expected) => {
  expect(verdict(when('Subject', operator, wanted), { Subject: actual }).followed).toBe(expected);
});

test.each([
  ['equals', '7', '7.0', true],
  ['isLessThan', '7', '8', true],
  ['isLessThan', '10', '9', false],
  ['isLessThanOrEqualTo', '8', '8', true],
  ['isGreaterThan', '10', '9', true],
  ['isGreaterThanOrEqualTo', '8', '9', false],
] as const)('numbers: %s, %s with %s is %s', (operator, actual, wanted, expected) => {
  expect(verdict(when('Count', operator, wanted), { Count: actual }).followed).toBe(expected);
});

test('a range includes its ends', () => {
  const inside = (count: string): boolean => verdict(when('Count', 'isBetween', '1', '3'), { Count: count }).followed;
  expect(['0', '1', '3', '4'].map(inside)).toEqual([false, true, true, false]);
});

test('dates are compared as moments, whatever offset they are written with', () => {
  expect(verdict(when('Received', 'equals', '2026-11-23T10:00:00+01:00'), { Received: '2026-11-23T09:00:00.000Z' }).followed).toBe(true);
  expect(verdict(when('Received', 'isGreaterThan', '2026-11-23T09:00:00Z'), { Received: '2026-11-23T09:00:01.000Z' }).followed).toBe(true);
});

test('true and false are compared in any spelling', () => {
  expect(verdict(when('Is Read', 'equals', 'yes'), { 'Is Read': 'True' }).followed).toBe(true);
  expect(verdict(when('Is Read', 'doesNotEqual', 'true'), { 'Is Read': 'False' }).followed).toBe(true);
});

test('a missing item is empty text, and no number', () => {
  expect(verdict(when('Subject', 'equals', ''), {}).followed).toBe(true);
  expect(verdict(when('Count', 'isLessThan', '5'), {})).toEqual({ followed: false, reason: 'Count was (empty), expected less than 5', warnings: [] });
});

test('a value or bound that is no number is said in words', () => {
  expect(verdict(when('Count', 'isLessThan', '5'), { Count: 'many' }).warnings).toEqual(['Count is not a number, so the condition on it does not hold.']);
  expect(verdict(when('Count', 'isLessThan', 'few'), { Count: '1' }).warnings).toEqual(['The condition on Count compares with "few", which is not a number.']);
  expect(verdict(when('Subject', 'matchesPattern', '(a'), { Subject: 'a' }).warnings).toEqual([
    'The pattern for Subject cannot be used: A closing bracket ) is missing.',
  ]);
});

test('an untouched link follows success and nothing else; the three-status row follows all', () => {
  const statuses: readonly ActivityStatus[] = ['success', 'warning', 'failed'];
  expect(statuses.map((status) => verdict({}, {}, status).followed)).toEqual([true, false, false]);
  expect(statuses.map((status) => verdict({ include: [{ status: statuses }] }, {}, status).followed)).toEqual([true, true, true]);
  expect(statuses.map((status) => verdict({ exclude: [{ field: 'Subject', operator: 'equals', value: 'x' }] }, {}, status).followed)).toEqual([
    true,
    false,
    false,
  ]);
});

test('reasons are sentences that name the value and what was expected', () => {
  expect(verdict(when('Importance', 'equals', 'High'), { Importance: 'Normal' }).reason).toBe('Importance was Normal, expected High');
  expect(verdict(when('Subject', 'contains', 'VIP'), { Subject: 'Printer on fire' }).reason).toBe('Subject was "Printer on fire", expected to contain VIP');
  expect(verdict({ exclude: [{ field: 'Subject', operator: 'startsWith', value: 'spam' }] }, { Subject: 'Spam!' }).reason).toBe(
    'excluded because Subject starts with spam',
  );
  expect(verdict({}, {}, 'failed').reason).toBe('status was failed, expected success');
  expect(verdict({ disabled: true }, {}).reason).toBe('the link is disabled');
  expect(verdict(when('Subject', 'equals', 'x'), { Subject: 'y'.repeat(500) }).reason.length).toBeLessThan(120);
});

test('a link is told by its conditions, and a plain one not at all', () => {
  const told = (link: object): string => linkText(Link.parse({ from: 'a', to: 'b', ...link }));
  expect(told({})).toBe('');
  expect(told({ include: [{ status: 'success' }] })).toBe('');
  expect(told({ include: [{ status: 'failed' }] })).toBe('failed');
  expect(told(when('Subject', 'contains', 'VIP'))).toBe('Subject contains VIP');
  expect(told({ include: [{ field: 'Size', operator: 'isBetween', value: '1', and: '5' }] })).toBe('Size is between 1 and 5');
  expect(told({ exclude: [{ field: 'Is Read', operator: 'equals', value: 'True' }] })).toBe('unless Is Read equals True');
  const both = { all: [{ status: 'success' }, { field: 'Subject', operator: 'contains', value: 'VIP' }] };
  expect(told({ include: [both, { status: 'failed' }] })).toBe('success and Subject contains VIP or failed');
});

describe('an and-group', () => {
  const vip = { all: [{ field: 'Subject', operator: 'contains', value: 'VIP' }, { status: 'warning' }] };

  test('holds when all of its parts hold', () => {
    expect(verdict({ include: [vip] }, { Subject: 'VIP' }, 'warning')).toEqual({ followed: true, reason: 'Subject contains VIP and status is warning', warnings: [] });
    expect(verdict({ include: [vip] }, { Subject: 'VIP' }).reason).toBe('status was success, expected warning');
    expect(verdict({ include: [vip] }, { Subject: 'other' }, 'failed').reason).toBe(
      'Subject was other, expected to contain VIP and status was failed, expected warning',
    );
  });

  test('is one row beside others: any of them decides, and excluding ones win', () => {
    expect(verdict({ include: [vip, { status: 'success' }] }, { Subject: 'x' }).followed).toBe(true);
    expect(verdict({ include: [{ status: ['success', 'warning'] }], exclude: [vip] }, { Subject: 'VIP' }, 'warning').reason).toBe(
      'excluded because Subject contains VIP and status is warning',
    );
  });

  test('without parts never holds, as an excluding row neither', () => {
    expect(verdict({ include: [{ all: [] }] }, {}).reason).toBe('a group of conditions is empty');
    expect(verdict({ exclude: [{ all: [] }] }, {}).followed).toBe(true);
  });
});
