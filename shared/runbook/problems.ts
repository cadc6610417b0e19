import { samePlain } from '../workspace/files/plain.ts';
import { activityProblems } from './activityProblems.ts';
import { flowProblems } from './flowProblems.ts';
import { linkProblems } from './linkProblems.ts';
import type { Problem, RunbookFacts } from './problem.ts';
import type { Runbook } from './runbook.ts';
import { startProblems } from './startProblems.ts';
import { sameStructure } from './structure.ts';

export type { Problem, RunbookFacts } from './problem.ts';

/** What was found about one state of a runbook; the next state is judged faster with it. */
export interface Judgement {
  readonly runbook: Runbook;
  readonly facts: RunbookFacts;
  /** Everything that is wrong; the same list as before where the next state has the same problems. */
  readonly problems: readonly Problem[];
  readonly ofActivities: ReadonlyMap<string, readonly Problem[]>;
  readonly ofLinks: readonly Problem[];
}

/**
 * Judges a runbook. Where only texts changed since `before`, an activity that is still the same object has the same problems, and
 * so have the links: what others publish and where they lead is what it was.
 */
export function judge(runbook: Runbook, facts: RunbookFacts, before?: Judgement): Judgement {
  const known = before !== undefined && before.facts === facts && sameStructure(before.runbook, runbook, facts.registry) ? before : undefined;
  const ofActivities = new Map(
    Object.entries(runbook.activities).map(([key, activity]) => {
      const kept = known?.runbook.activities[key] === activity ? known.ofActivities.get(key) : undefined;
      return [key, kept ?? [...activityProblems(runbook, key, facts), ...flowProblems(runbook, key, facts)]] as const;
    }),
  );
  const ofLinks = known?.runbook.links === runbook.links ? known.ofLinks : linkProblems(runbook, facts);
  const problems = [...startProblems(runbook, facts), ...[...ofActivities.values()].flat(), ...ofLinks];
  return { runbook, facts, problems: known !== undefined && samePlain(known.problems, problems) ? known.problems : problems, ofActivities, ofLinks };
}

/** Everything that is wrong with a runbook (runbook-model 1.4): how it starts, its activities, its links, in file order. */
export function problemsOf(runbook: Runbook, facts: RunbookFacts): readonly Problem[] {
  return judge(runbook, facts).problems;
}
