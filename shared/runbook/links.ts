import type { FieldKind } from '../fields/field.ts';
import { comparer } from './condition.ts';
import { conditionOperators, type ActivityStatus, type ConditionOperator, type Link, type LinkCondition, type SingleCondition } from './runbook.ts';

/** A row as a link sees it. */
export interface LinkRow {
  readonly status: ActivityStatus;
  /** The value of one of the source's items, common ones included; undefined where the row has none. */
  value(label: string): string | undefined;
}

/** What a link decides for a row; `reason` is a sentence without a full stop. */
export interface LinkVerdict {
  readonly followed: boolean;
  readonly reason: string;
  readonly warnings: readonly string[];
}

interface Tested {
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

type Test = (row: LinkRow) => Tested;
type KindOf = (label: string) => FieldKind | undefined;

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

/** The test of a row. An and-group holds when all of its parts do, and is missed because of those that do not; an empty one never holds. */
function prepare(condition: LinkCondition, kindOf: KindOf): Test {
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

/**
 * Makes the test of a link, to be used for every row that reaches it (runbook-model 1.5): exclude rows win, include
 * rows are joined by or, and a link without include rows follows success. Comparing text ignores case.
 */
export function linkTest(link: Link, kindOf: KindOf): (row: LinkRow) => LinkVerdict {
  if (link.disabled) return () => ({ followed: false, reason: 'the link is disabled', warnings: [] });
  const untouched: LinkCondition = { status: ['success'] };
  const include = (link.include.length === 0 ? [untouched] : link.include).map((condition) => prepare(condition, kindOf));
  const exclude = link.exclude.map((condition) => prepare(condition, kindOf));
  return (row) => {
    const excluded = exclude.map((test) => test(row));
    const included = include.map((test) => test(row));
    const warnings = [...excluded, ...included].flatMap((tested) => tested.warning ?? []);
    const against = excluded.find((tested) => tested.holds);
    if (against !== undefined) return { followed: false, reason: `excluded because ${against.met}`, warnings };
    const reason = included.find((tested) => tested.holds)?.met;
    return reason === undefined
      ? { followed: false, reason: included.map((tested) => tested.missed).join('; '), warnings }
      : { followed: true, reason, warnings };
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

/** The conditions of a link in words; nothing for a plain link that follows success. */
export function linkText(link: Pick<Link, 'include' | 'exclude'>): string {
  const include = link.include.map(conditionText);
  const exclude = link.exclude.map(conditionText);
  const plain = include.length === 0 || (include.length === 1 && include[0] === 'success');
  return [plain ? '' : include.join(' or '), exclude.length === 0 ? '' : `unless ${exclude.join(' or ')}`].filter((part) => part !== '').join(', ');
}
