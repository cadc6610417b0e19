import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPattern } from '../../../shared/runbook/pattern.ts';

function matches(pattern: string, value: string): boolean | string {
  const read = readPattern(pattern);
  return read.ok ? read.matches(value) : read.problem;
}

const sample = 'This is some sample text';

test.each([
  ['text$', sample, false],
  ['.*text$', sample, true],
  ['^This', sample, false],
  ['^This.*', sample, true],
  ['^THIS.*', sample, true],
  ['', '', true],
  ['', 'a', false],
  ['a|b', 'B', true],
  ['(ab)+', 'ABAB', true],
  ['(ab)+', 'aba', false],
  ['colou?r', 'Color', true],
  ['[a-c]+', 'CAB', true],
  ['[^a-c]+', 'cab', false],
  ['[^a-c]+', 'xyz', true],
  ['[]x]+', 'x]', true],
  ['[a-]+', '-a', true],
  ['\\[HD\\] .*', '[HD] Printer', true],
  ['[\\]\\d]+', '1]2', true],
  ['\\d{4}-\\d{2}', '2026-11', true],
  ['\\d{2,}', '1', false],
  ['a{0,2}', 'aaa', false],
  ['.*fire.*', 'line\nFire\nline', true],
  ['(a|b)*c', 'abbac', true],
  ['(^a|b)c$', 'ac', true],
])('%s compared with "%s" is %s', (pattern, value, expected) => {
  expect(matches(pattern, value)).toBe(expected);
});

test.each([
  ['(a', 'A closing bracket ) is missing.'],
  ['a)', 'A closing bracket ) has no opening one.'],
  ['*a', 'There is nothing before * to repeat.'],
  ['[a', 'The pattern ends too early.'],
  ['a\\', 'The pattern ends too early.'],
  ['[z-a]', 'A range in [] runs backwards.'],
  ['(?=a)', 'Groups that start with (? are not supported.'],
  ['(a)\\1', '\\1 is not supported.'],
  ['a{500}', 'A repetition can count up to 100.'],
  ['((a{100}){100}){100}', 'The pattern is too large.'],
  ['a'.repeat(1001), 'A pattern can have up to 1,000 characters.'],
])('%s is refused in words', (pattern, problem) => {
  expect(matches(pattern, 'a')).toBe(problem);
});

test('patterns that take other engines for ever are answered', () => {
  expect(matches('(a+)+', `${'a'.repeat(5000)}!`)).toBe(false);
  expect(matches('(a|aa)+b', 'a'.repeat(5000))).toBe(false);
  expect(matches('(.*)*x', 'y'.repeat(5000))).toBe(false);
});

test('it agrees with the JavaScript engine where both know the syntax', () => {
  const leaf = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '^', '$');
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
      fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(${a}|${b})`),
      fc.tuple(tie('pattern'), fc.constantFrom('*', '+', '?')).map(([a, sign]) => `(${a})${sign}`),
    ),
  }));
  fc.assert(
    fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'c'), maxLength: 8 }), (text, value) => {
      expect(matches(text, value)).toBe(new RegExp(`^(?:${text})$`, 'is').test(value));
    }),
    { numRuns: 500 },
  );
});
