import type { Registry } from '../../shared/activities/registry.ts';
import type { Problem } from '../../shared/runbook/problems.ts';
import { currentRunbook, problemsIn, targetsOf } from '../stores/current.ts';
import type { Stores } from '../stores/stores.ts';
import { showProblem } from './showProblem.ts';

/** The problems of the runbook in front. */
export function currentProblems({ layout, editor, connections, workspace, globals }: Pick<Stores, 'layout' | 'editor' | 'connections' | 'workspace' | 'globals'>, registry: Registry): readonly Problem[] {
  const key = currentRunbook(layout.getState());
  const document = key === undefined ? undefined : editor.getState().open[key]?.document;
  return document === undefined ? [] : problemsIn(document, registry, connections.getState().entries, targetsOf(workspace.getState().view), globals.getState().view);
}

/** Goes through the problems of the runbook in front, around its ends; each is shown where it is mended, and spoken. */
export function problemSteps(stores: Stores, registry: Registry): (direction: 1 | -1) => void {
  let last: string | undefined;
  const nameOf = ({ code, activity, link, field, what }: Problem): string => [code, activity, link?.from, link?.to, field, what].join('\n');
  return (direction) => {
    const key = currentRunbook(stores.layout.getState());
    const problems = currentProblems(stores, registry);
    if (key === undefined || problems.length === 0) return;
    const at = problems.findIndex((problem) => nameOf(problem) === last);
    const from = at < 0 && direction < 0 ? 0 : at;
    const index = (from + direction + problems.length) % problems.length;
    const problem = problems[index];
    if (problem === undefined) return;
    last = nameOf(problem);
    showProblem(stores, key, problem);
    stores.app.getState().announce(`Problem ${index + 1} of ${problems.length}: ${problem.what} ${problem.fix}`);
  };
}
