import type { FieldKind } from '../fields/field.ts';
import { comparer } from './condition.ts';
import { conditionOperators, type ActivityStatus, type ConditionOperator, type Link, type LinkCondition } from './runbook.ts';

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

function prepare(condition: LinkCondition, kindOf: (label: string) => FieldKind | undefined): (row: LinkRow) => Tested {
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

/**
 * Makes the test of a link, to be used for every row that reaches it (runbook-model 1.5): exclude rows win, include
 * rows are joined by or, and a link without include rows follows success. Comparing text ignores case.
 */
export function linkTest(link: Link, kindOf: (label: string) => FieldKind | undefined): (row: LinkRow) => LinkVerdict {
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

/** The short label a link shows: the person's own, nothing for plain success, or its first condition. */
export function linkLabel(link: Link): string {
  if (link.label !== undefined && link.label !== '') return link.label;
  const words = (condition: LinkCondition): string =>
    'status' in condition ? condition.status.join(' or ') : `${condition.field} ${conditionOperators[condition.operator]} ${quoted(condition.value)}`;
  const shown = link.include.map(words).filter((text) => text !== 'success' || link.include.length > 1);
  const excluded = link.exclude.map((condition) => `not ${words(condition)}`);
  return [shown.join(' or '), ...excluded].filter((text) => text !== '').join(', ');
}
