import { conditionProblems } from './conditionProblems.ts';
import { linkKey } from './graph.ts';
import type { Problem, RunbookFacts } from './problem.ts';
import type { Link, Runbook } from './runbook.ts';

/** `nth`: how many links before this one lead from and to the same activities. */
function problemsOfLink(runbook: Runbook, link: Link, nth: number, facts: RunbookFacts): Problem[] {
  const { from, to } = link;
  const remove = { label: 'Remove the link', edit: { kind: 'removeLink', from, to, nth } } as const;
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
        repair: remove,
      },
    ];
  }
  const targetName = runbook.activities[to]?.name ?? to;
  const same: Problem = {
    ...place,
    code: 'link.twice',
    severity: 'error',
    what: `Two links lead from ${source.name} to ${targetName}.`,
    fix: 'Remove one of them; its conditions can be rows of the other.',
    repair: remove,
  };
  const unnamed: Problem = {
    ...place,
    code: 'link.namedLink',
    severity: 'warning',
    what: `The link from ${source.name} to ${targetName} is still called Link.`,
    fix: 'Say on the link when it is followed, or remove the label: the link then shows its condition.',
    repair: { label: 'Remove the label', edit: { kind: 'clearLabel', from, to } },
  };
  const self: Problem = {
    ...place,
    code: 'link.self',
    severity: 'error',
    what: `A link leads from ${source.name} to itself.`,
    fix: 'Remove the link. To repeat the activity, use its Looping.',
    repair: remove,
  };
  const conditions = conditionProblems(runbook, from, [...link.include, ...link.exclude], facts).map((problem) => ({ ...place, ...problem }));
  return [...(from === to ? [self] : []), ...(nth > 0 ? [same] : []), ...(link.label?.trim().toLowerCase() === 'link' ? [unnamed] : []), ...conditions];
}

/** Problems of links: ends that are missing, doubles, and conditions that cannot hold. */
export function linkProblems(runbook: Runbook, facts: RunbookFacts): Problem[] {
  const before = new Map<string, number>();
  return runbook.links.flatMap((link) => {
    const nth = before.get(linkKey(link)) ?? 0;
    before.set(linkKey(link), nth + 1);
    return problemsOfLink(runbook, link, nth, facts);
  });
}
