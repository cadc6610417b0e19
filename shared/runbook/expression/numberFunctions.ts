import { AppError } from '../../errors/appError.ts';
import { add, divide, multiply, negate, parseDecimal, toFixed, toShortest, type Decimal } from './decimal.ts';
import type { FunctionArguments, FunctionDefinition, FunctionParameter } from './functionDefinition.ts';

const first: FunctionParameter = { name: 'A', kind: 'number', help: 'The first number.' };
const second: FunctionParameter = { name: 'B', kind: 'number', help: 'The second number.' };
const more: FunctionParameter = { name: 'B', kind: 'number', help: 'Further numbers.', optional: true, repeats: true };
const precision: FunctionParameter = { name: 'Precision', kind: 'whole', help: 'Number of decimals; the result always has as many.', optional: true };

/** Decimals of a division that is not told how many: what a double holds, so 1/3 ends somewhere and 0.3/0.1 is 3. */
const defaultDecimals = 15;
const mostDecimals = 30;

function all(given: FunctionArguments): Decimal[] {
  return Array.from({ length: given.count }, (_, index) => given.number(index));
}

function result(given: FunctionArguments, value: Decimal): string {
  return given.count > 2 ? toFixed(value, Math.min(mostDecimals, given.whole(2, 0))) : toShortest(value);
}

const zero: Decimal = { digits: 0n, scale: 0 };
const one: Decimal = parseDecimal('1') ?? zero;

/** Functions that calculate. They work on decimals, so that 9.3 − 2.1 is 7.2 and nothing near it. */
export const numberFunctions: readonly FunctionDefinition[] = [
  {
    name: 'Sum',
    parameters: [first, more],
    help: 'Adds numbers.',
    examples: [
      { call: 'Sum(2,3,4,5)', result: '14' },
      { call: 'Sum(0.1, 0.2)', result: '0.3' },
    ],
    apply: (given) => toShortest(all(given).reduce(add, zero)),
  },
  {
    name: 'Diff',
    parameters: [first, second, precision],
    help: 'Subtracts the second number from the first.',
    examples: [
      { call: 'Diff(9, 7)', result: '2' },
      { call: 'Diff(9.3, 2.1, 2)', result: '7.20' },
      { call: 'Diff(9.3, 2.1)', result: '7.2' },
    ],
    apply: (given) => result(given, add(given.number(0), negate(given.number(1)))),
  },
  {
    name: 'Mult',
    parameters: [first, more],
    help: 'Multiplies numbers.',
    examples: [{ call: 'Mult(2, 3, 4)', result: '24' }],
    apply: (given) => toShortest(all(given).reduce(multiply, one)),
  },
  {
    name: 'Div',
    parameters: [first, second, precision],
    help: 'Divides the first number by the second.',
    examples: [
      { call: 'Div(8, 4)', result: '2' },
      { call: 'Div(9, 2, 2)', result: '4.50' },
      { call: 'Div(0.3, 0.1)', result: '3' },
    ],
    apply: (given) => {
      const decimals = given.count > 2 ? Math.min(mostDecimals, given.whole(2, 0)) : defaultDecimals;
      const value = divide(given.number(0), given.number(1), decimals);
      if (value === undefined) throw new AppError('runbook.divisionByZero', { dividend: given.text(0) });
      return result(given, value);
    },
  },
];
