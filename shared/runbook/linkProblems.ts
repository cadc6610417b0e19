import { readPattern } from './pattern.ts';
import type { Problem, RunbookFacts } from './problem.ts';
import type { Link, Runbook, SingleCondition } from './runbook.ts';
import { publishedBy } from './subscribable.ts';

const numeric: ReadonlySet<string> = new Set(['isLessThan', 'isLessThanOrEqualTo', 'isGreaterThan', 'isGreaterThanOrEqualTo', 'isBetween']);

function conditionProblem(
  condition: SingleCondition,
  labels: readonly string[],
  source: string,
): Pick<Problem, 'code' | 'severity' | 'what' | 'fix'> | undefined {
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

function problemsOfLink(runbook: Runbook, link: Link, index: number, facts: RunbookFacts): Problem[] {
  const { from, to } = link;
  const place = { link: { from, to } };
  const source = runbook.activities[from];
  const missing = [from, to].filter((key) => !Object.hasOwn(runbook.activities, key));
  if (source === undefined || missing.length > 0) {
    return [
      {
        ...place,
        code: 'link.missingEnd',
        severity: 'error',
        what: `A link leads from ${from} to ${to}, but ${missing.join(' and ')} is not in the runbook.`,
        fix: 'Remove the link.',
      },
    ];
  }
  const twice = runbook.links.findIndex((other) => other.from === from && other.to === to) < index;
  const same: Problem = {
    ...place,
    code: 'link.twice',
    severity: 'error',
    what: `Two links lead from ${source.name} to ${runbook.activities[to]?.name ?? to}.`,
    fix: 'Remove one of them; its conditions can be rows of the other.',
  };
  const labels = publishedBy(runbook, from, facts).map((item) => item.label);
  const known = source.connection === undefined || facts.connections.some((entry) => entry.key === source.connection);
  const rows = [...link.include, ...link.exclude].flatMap((condition) => ('all' in condition ? condition.all : [condition]));
  const conditions = rows.flatMap((condition): Problem[] => {
    const problem = conditionProblem(condition, known ? labels : [], source.name);
    return problem === undefined ? [] : [{ ...place, ...problem }];
  });
  return [...(twice ? [same] : []), ...conditions];
}

/** Problems of links: ends that are missing, doubles, and conditions that cannot hold. */
export function linkProblems(runbook: Runbook, facts: RunbookFacts): Problem[] {
  return runbook.links.flatMap((link, index) => problemsOfLink(runbook, link, index, facts));
}
