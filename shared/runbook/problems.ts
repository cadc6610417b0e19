import { activityProblems } from './activityProblems.ts';
import { flowProblems } from './flowProblems.ts';
import { linkProblems } from './linkProblems.ts';
import type { Problem, RunbookFacts } from './problem.ts';
import type { Runbook } from './runbook.ts';
import { startProblems } from './startProblems.ts';

export type { Problem, RunbookFacts } from './problem.ts';

/** Everything that is wrong with a runbook (runbook-model 1.4): how it starts, its activities, its links, in file order. */
export function problemsOf(runbook: Runbook, facts: RunbookFacts): Problem[] {
  const activities = Object.keys(runbook.activities).flatMap((key) => [...activityProblems(runbook, key, facts), ...flowProblems(runbook, key, facts)]);
  return [...startProblems(runbook, facts), ...activities, ...linkProblems(runbook, facts)];
}
