import { expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors/appError.ts';
import { evaluate } from '../../../../shared/runbook/expression/evaluate.ts';
import { arity, signature } from '../../../../shared/runbook/expression/functionDefinition.ts';
import { functionNamed, functions } from '../../../../shared/runbook/expression/functions.ts';
import { parse } from '../../../../shared/runbook/expression/parse.ts';

const nothing = { value: () => undefined, missing: () => undefined };
const result = (text: string): string => evaluate(parse(text), nothing);

function failure(text: string): string {
  try {
    return `no failure, but ${result(text)}`;
  } catch (thrown) {
    return thrown instanceof AppError ? `${thrown.data.code}: ${thrown.data.what}` : String(thrown);
  }
}

const examples = functions.flatMap((definition) => definition.examples.map((example) => [example.call, example.result] as const));

test.each(examples)('[%s] gives "%s"', (call, expected) => {
  expect(result(`[${call}]`)).toBe(expected);
});

test('there are the fifteen documented functions, each with help and an example', () => {
  expect(functions.map((definition) => definition.name).toSorted()).toEqual(
    ['Upper', 'Lower', 'Field', 'Sum', 'Diff', 'Mult', 'Div', 'Instr', 'Right', 'Left', 'Mid', 'LTrim', 'RTrim', 'Trim', 'Len'].toSorted(),
  );
  for (const definition of functions) {
    expect(definition.help).toMatch(/\.$/);
    expect(definition.examples.length).toBeGreaterThan(0);
    for (const parameter of definition.parameters) expect(parameter.help).toMatch(/\.$/);
  }
});

test('names are case-sensitive', () => {
  expect(functionNamed('upper')).toBeUndefined();
  expect(functionNamed('constructor')).toBeUndefined();
});

test.each([
  ["[Left('😀é!', 1)]", '😀'],
  ["[Len('😀')]", '1'],
  ["[Right('a😀', 1)]", '😀'],
  ["[Instr('😀x', 'x')]", '2'],
  ["[Left('abc', 99)]", 'abc'],
  ["[Right('abc', 0)]", ''],
  ["[Mid('abc', 9, 1)]", ''],
  ["[Field('a::b::c', '::', 3)]", 'c'],
  ["[Field('abc', '', 1)]", 'abc'],
  ['[Div(1, 3)]', '0.333333333333333'],
  ['[Div(-7, 2, 0)]', '-4'],
  ['[Div(1, 8, 2)]', '0.13'],
  ['[Diff(2, 9.5)]', '-7.5'],
  ['[Diff(1, 1, 2)]', '0.00'],
  ['[Sum(99999999999999999999, 1)]', '100000000000000000000'],
  ['[Mult(0.1, 3)]', '0.3'],
  ['[Sum(100)]', '100'],
])('%s gives "%s"', (text, expected) => {
  expect(result(text)).toBe(expected);
});

test.each([
  ['[Div(1, 0)]', 'runbook.divisionByZero: Div cannot divide 1 by zero.'],
  ["[Sum(1, 'two')]", 'runbook.functionArgument: Sum needs a number for B; it is "two".'],
  ["[Left('abc', -1)]", 'runbook.functionArgument: Left needs a whole number of 0 or more for Count; it is "-1".'],
  ["[Mid('abc', 1.5, 1)]", 'runbook.functionArgument: Mid needs a whole number of 0 or more for Start; it is "1.5".'],
  ["[Field('a;b', ';', 0)]", 'runbook.functionArgument: Field needs a whole number of 1 or more for Number; it is "0".'],
  ['[Sum(1e400)]', 'runbook.functionArgument: Sum needs a number for A; it is "1e400".'],
])('%s fails with a sentence', (text, expected) => {
  expect(failure(text)).toBe(expected);
});

test('a signature shows which parameters are text, optional and repeated', () => {
  const shown = (name: string): string => signature(functionNamed(name) ?? fail(name));
  const fail = (name: string): never => expect.unreachable(name);
  expect(shown('Mid')).toBe("Mid('Text', Start, Count)");
  expect(shown('Diff')).toBe('Diff(A, B[, Precision])');
  expect(shown('Sum')).toBe('Sum(A[, B, …])');
  expect(arity(functionNamed('Sum') ?? fail('Sum'))).toEqual({ least: 1, most: Number.POSITIVE_INFINITY });
});
