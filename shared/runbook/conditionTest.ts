import type { FieldKind } from '../fields/field.ts';
import { comparer } from './condition.ts';
import { conditionOperators, type ActivityStatus, type ConditionOperator, type LinkCondition, type SingleCondition } from './runbook.ts';

/** A row as conditions see it. */
export interface TestedRow {
  readonly status: ActivityStatus;
  /** The value of one of the activity's items, common ones included; undefined where the row has none. */
  value(label: string): string | undefined;
}

/** How a row met a condition. */
export interface Tested {
  readonly holds: boolean;
  /** The condition as it holds: `Importance equals High`. */
  readonly met: string;
  /** Why it does not hold: `Importance was Normal, expected High`. */
  readonly missed: string;
  readonly warning?: string;
}

/** What was expected, in the words after "expected". */
const expectations: Readonly<Record<ConditionOperator, string>> = {
  equals: '',
  doesNotEqual: 'anything but ',
  contains: 'to contain ',
  doesNotContain: 'not to contain ',
  startsWith: 'to start with ',
  endsWith: 'to end with ',
  matchesPattern: 'to match ',
  doesNotMatchPattern: 'not to match ',
  isLessThan: 'less than ',
  isLessThanOrEqualTo: 'at most ',
  isGreaterThan: 'more than ',
  isGreaterThanOrEqualTo: 'at least ',
  isBetween: 'between ',
};

/** Longest part of a value that a reason quotes, in characters. */
const longestQuote = 60;

function quoted(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  if (line === '') return '(empty)';
  const short = line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
  return /[\s,;]/.test(short) ? `"${short}"` : short;
}

/** A condition that is ready for rows. */
export type Test = (row: TestedRow) => Tested;
/** The data type of a published item by its label, where it is known. */
export type KindOf = (label: string) => FieldKind | undefined;

function prepareSingle(condition: SingleCondition, kindOf: KindOf): Test {
  if ('status' in condition) {
    const wanted = condition.status.join(' or ');
    return (row) => ({ holds: condition.status.includes(row.status), met: `status is ${row.status}`, missed: `status was ${row.status}, expected ${wanted}` });
  }
  const { field, operator, value, and } = condition;
  const compare = comparer(field, operator, value, and, kindOf(field));
  const wanted = operator === 'isBetween' ? `${quoted(value)} and ${quoted(and ?? '')}` : quoted(value);
  return (row) => {
    const actual = row.value(field) ?? '';
    const { holds, warning } = compare(actual);
    const missed = `${field} was ${quoted(actual)}, expected ${expectations[operator]}${wanted}`;
    return { holds, met: `${field} ${conditionOperators[operator]} ${wanted}`, missed, ...(warning === undefined ? {} : { warning }) };
  };
}

/** Makes the test of one row of conditions, to be used for every row of data. An and-group holds when all of its parts do, and is missed because of those that do not; an empty one never holds. */
export function conditionTest(condition: LinkCondition, kindOf: KindOf): Test {
  if (!('all' in condition)) return prepareSingle(condition, kindOf);
  const parts = condition.all.map((part) => prepareSingle(part, kindOf));
  if (parts.length === 0) return () => ({ holds: false, met: '', missed: 'a group of conditions is empty' });
  return (row) => {
    const tested = parts.map((part) => part(row));
    const missed = tested.filter(({ holds }) => !holds);
    const warnings = tested.flatMap(({ warning }) => warning ?? []);
    return {
      holds: missed.length === 0,
      met: tested.map(({ met }) => met).join(' and '),
      missed: missed.map((part) => part.missed).join(' and '),
      ...(warnings.length === 0 ? {} : { warning: warnings.join(' ') }),
    };
  };
}

function singleText(condition: SingleCondition): string {
  if ('status' in condition) return condition.status.join(' or ');
  const { field, operator, value, and } = condition;
  return `${field} ${conditionOperators[operator]} ${quoted(value)}${operator === 'isBetween' ? ` and ${quoted(and ?? '')}` : ''}`;
}

/** One row of conditions in words: `failed`, `Count is less than 3`, `failed and Loop: Number of attempts equals 5`. */
export function conditionText(condition: LinkCondition): string {
  return 'all' in condition ? condition.all.map(singleText).join(' and ') : singleText(condition);
}
