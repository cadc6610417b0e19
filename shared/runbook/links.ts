import { conditionTest, conditionText, type KindOf, type TestedRow } from './conditionTest.ts';
import type { Link, LinkCondition } from './runbook.ts';

/** What a link decides for a row; `reason` is a sentence without a full stop. */
export interface LinkVerdict {
  readonly followed: boolean;
  readonly reason: string;
  readonly warnings: readonly string[];
}

/**
 * Makes the test of a link, to be used for every row that reaches it (runbook-model 1.5): exclude rows win, include
 * rows are joined by or, and a link without include rows follows success. Comparing text ignores case.
 */
export function linkTest(link: Link, kindOf: KindOf): (row: TestedRow) => LinkVerdict {
  if (link.disabled) return () => ({ followed: false, reason: 'the link is disabled', warnings: [] });
  const untouched: LinkCondition = { status: ['success'] };
  const include = (link.include.length === 0 ? [untouched] : link.include).map((condition) => conditionTest(condition, kindOf));
  const exclude = link.exclude.map((condition) => conditionTest(condition, kindOf));
  const [only, ...others] = include;
  // Most links are untouched, and rows come by the hundred thousand.
  if (only !== undefined && others.length + exclude.length === 0)
    return (row) => {
      const { holds, met, missed, warning } = only(row);
      return { followed: holds, reason: holds ? met : missed, warnings: warning === undefined ? [] : [warning] };
    };
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

/** The conditions of a link in words; nothing for a plain link that follows success. */
export function linkText(link: Pick<Link, 'include' | 'exclude'>): string {
  const include = link.include.map(conditionText);
  const exclude = link.exclude.map(conditionText);
  const plain = include.length === 0 || (include.length === 1 && include[0] === 'success');
  return [plain ? '' : include.join(' or '), exclude.length === 0 ? '' : `unless ${exclude.join(' or ')}`].filter((part) => part !== '').join(', ');
}
