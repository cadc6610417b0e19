import { readPattern } from './pattern.ts';
import type { Problem, RunbookFacts } from './problem.ts';
import type { LinkCondition, Runbook, SingleCondition } from './runbook.ts';
import { publishedBy } from './subscribable.ts';

type ConditionProblem = Pick<Problem, 'code' | 'severity' | 'what' | 'fix'>;

const numeric: ReadonlySet<string> = new Set(['isLessThan', 'isLessThanOrEqualTo', 'isGreaterThan', 'isGreaterThanOrEqualTo', 'isBetween']);

function conditionProblem(
  condition: SingleCondition,
  labels: readonly string[],
  source: string,
): ConditionProblem | undefined {
  if ('status' in condition) {
    if (condition.status.length > 0) return undefined;
    return {
      code: 'condition.noStatus',
      severity: 'error',
      what: 'A condition names no status, so it never holds.',
      fix: 'Choose success, warning or failed, or remove the condition.',
    };
  }
  const { field, operator, value, and } = condition;
  if (labels.length > 0 && !labels.includes(field)) {
    return {
      code: 'condition.missingItem',
      severity: 'error',
      what: `${source} does not publish ${field === '' ? 'an item without a name' : field}, so the condition never holds.`,
      fix: 'Choose another item, or remove the condition.',
    };
  }
  if (operator === 'matchesPattern' || operator === 'doesNotMatchPattern') {
    const pattern = readPattern(value);
    return pattern.ok
      ? undefined
      : { code: 'condition.pattern', severity: 'error', what: `The pattern for ${field} cannot be used: ${pattern.problem}`, fix: 'Correct the pattern.' };
  }
  const bounds = operator === 'isBetween' ? [value, and ?? ''] : [value];
  if (!numeric.has(operator) || bounds.every((bound) => bound.trim() !== '' && (Number.isFinite(Number(bound)) || !Number.isNaN(Date.parse(bound)))))
    return undefined;
  return {
    code: 'condition.number',
    severity: 'error',
    what: `The condition on ${field} needs a number${operator === 'isBetween' ? ' at both ends' : ''}.`,
    fix: 'Enter a number.',
  };
}

/** Conditions on the data of an activity that cannot hold: of its links, or of its loop. */
export function conditionProblems(runbook: Runbook, key: string, conditions: readonly LinkCondition[], facts: RunbookFacts): ConditionProblem[] {
  const source = runbook.activities[key];
  if (source === undefined || conditions.length === 0) return [];
  const labels = publishedBy(runbook, key, facts).map((item) => item.label);
  const known = source.connection === undefined || facts.connections.some((entry) => entry.key === source.connection);
  return conditions.flatMap((condition) => {
    if ('all' in condition && condition.all.length === 0) {
      const what = 'A group of conditions is empty, so it never holds.';
      return [{ code: 'condition.emptyGroup', severity: 'error', what, fix: 'Add a condition to the group, or remove it.' } as const];
    }
    const singles = 'all' in condition ? condition.all : [condition];
    return singles.flatMap((single) => conditionProblem(single, known ? labels : [], source.name) ?? []);
  });
}
