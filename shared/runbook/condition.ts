import type { FieldKind } from '../fields/field.ts';
import { parseValue } from '../fields/value.ts';
import { readPattern } from './pattern.ts';
import type { ConditionOperator } from './runbook.ts';

/** What comparing one value gave. */
export interface Comparison {
  readonly holds: boolean;
  /** Something in the condition or the value keeps them from being compared, as a sentence. */
  readonly warning?: string;
}

/** Compares values of one item with the condition's value; made once and used for every row. */
export type Comparer = (actual: string) => Comparison;

type Relation = (a: number, b: number) => boolean;

const relations: Readonly<Partial<Record<ConditionOperator, Relation>>> = {
  isLessThan: (a, b) => a < b,
  isLessThanOrEqualTo: (a, b) => a <= b,
  isGreaterThan: (a, b) => a > b,
  isGreaterThanOrEqualTo: (a, b) => a >= b,
};

const texts: Readonly<Partial<Record<ConditionOperator, (actual: string, wanted: string) => boolean>>> = {
  contains: (actual, wanted) => actual.includes(wanted),
  doesNotContain: (actual, wanted) => !actual.includes(wanted),
  startsWith: (actual, wanted) => actual.startsWith(wanted),
  endsWith: (actual, wanted) => actual.endsWith(wanted),
};

/** The number that a value stands for on its scale: numbers as they are, dates as milliseconds. */
function measure(kind: FieldKind | undefined, value: string): number | undefined {
  if (value.trim() === '') return undefined;
  const read = kind === 'dateTime' ? parseValue({ kind: 'dateTime', label: '', help: '' }, value) : undefined;
  const number = read === undefined ? Number(value) : read.ok && typeof read.value === 'string' ? Date.parse(read.value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

function truth(value: string): boolean | undefined {
  const read = parseValue({ kind: 'boolean', label: '', help: '' }, value);
  return read.ok && typeof read.value === 'boolean' ? read.value : undefined;
}

/** Equality by the data type of the item: numbers and dates by what they mean, text without regard to case. */
function equality(kind: FieldKind | undefined, wanted: string): (actual: string) => boolean {
  const folded = wanted.toLowerCase();
  const byText = (actual: string): boolean => actual.toLowerCase() === folded;
  if (kind === 'boolean') {
    const expected = truth(wanted);
    return (actual) => (expected === undefined ? byText(actual) : truth(actual) === expected);
  }
  const expected = kind === 'integer' || kind === 'number' || kind === 'dateTime' ? measure(kind, wanted) : undefined;
  return (actual) => (expected === undefined ? byText(actual) : measure(kind, actual) === expected);
}

function ordered(
  label: string,
  kind: FieldKind | undefined,
  bounds: readonly string[],
  relation: (actual: number, bounds: readonly number[]) => boolean,
): Comparer {
  const noun = kind === 'dateTime' ? 'a date' : 'a number';
  const measured = bounds.map((bound) => measure(kind, bound));
  const known = measured.filter((bound) => bound !== undefined);
  if (known.length < bounds.length)
    return () => ({ holds: false, warning: `The condition on ${label} compares with "${bounds.join('" and "')}", which is not ${noun}.` });
  return (actual) => {
    const value = measure(kind, actual);
    // A missing item is not less or greater than anything; text that is no number is worth a line in the log.
    if (value === undefined)
      return actual.trim() === '' ? { holds: false } : { holds: false, warning: `${label} is not ${noun}, so the condition on it does not hold.` };
    return { holds: relation(value, known) };
  };
}

/** Makes the comparison of a condition row; `kind` is the data type of the item where it is known. */
export function comparer(label: string, operator: ConditionOperator, wanted: string, and: string | undefined, kind: FieldKind | undefined): Comparer {
  const relation = relations[operator];
  if (relation !== undefined) return ordered(label, kind, [wanted], (actual, [bound = 0]) => relation(actual, bound));
  if (operator === 'isBetween') return ordered(label, kind, [wanted, and ?? ''], (actual, [low = 0, high = 0]) => actual >= low && actual <= high);
  if (operator === 'equals' || operator === 'doesNotEqual') {
    const equal = equality(kind, wanted);
    return (actual) => ({ holds: equal(actual) === (operator === 'equals') });
  }
  if (operator === 'matchesPattern' || operator === 'doesNotMatchPattern') {
    const pattern = readPattern(wanted);
    if (!pattern.ok) return () => ({ holds: false, warning: `The pattern for ${label} cannot be used: ${pattern.problem}` });
    return (actual) => ({ holds: pattern.matches(actual) === (operator === 'matchesPattern') });
  }
  const test = texts[operator];
  const folded = wanted.toLowerCase();
  return (actual) => ({ holds: test?.(actual.toLowerCase(), folded) ?? false });
}
