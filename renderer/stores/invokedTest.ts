import { invokerOf, outermostOf } from '../../shared/engine/executionPath.ts';
import { invokedAt, invokedOnTheWay, type InvokedRun } from '../../shared/engine/runTree.ts';
import type { ExecutionView, RunView } from '../../shared/engine/runView.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import type { TestRun } from './testRun.ts';

/** A run that a test invoked, as the tab of its runbook shows it. */
export function invokedTest(whole: TestRun, key: string, document: Runbook, { invoker, view }: InvokedRun): TestRun {
  const { mode, stopping, real } = whole;
  return { key, document, mode, view, stopping, real, within: { key: whole.key, whole, invoker } };
}

/** The invoked runs that tabs show, after something happened in their test. Where it waits in another run of the same runbook, that one is shown from now on. */
export function withInvoked(runs: Readonly<Record<string, TestRun>>, whole: TestRun): Readonly<Record<string, TestRun>> {
  const shown = Object.values(runs).filter(({ within }) => within?.key === whole.key);
  if (shown.length === 0) return runs;
  const { view } = whole;
  const held = view.pausedAt === undefined ? [] : invokedOnTheWay(view, view.pausedAt);
  const followed = shown.flatMap((run): TestRun[] => {
    const { key, document, within } = run;
    const waiting = held.findLast((one) => one.view.key === key);
    if (waiting !== undefined) return [invokedTest(whole, key, document, waiting)];
    const now = within?.whole.view.run === view.run ? invokedAt(view, within.invoker, run.view.run) : undefined;
    return now === undefined || within === undefined ? [] : [invokedTest(whole, key, document, { invoker: within.invoker, view: now })];
  });
  return { ...runs, ...Object.fromEntries(followed.map((run) => [run.key, run])) };
}

/** So many executions are looked at for one that invoked a run. */
const looked = 20;

/** The run that an activity invoked: the one that waits, else the latest that began. */
export function invokedBy(view: RunView, activity: string): InvokedRun | undefined {
  const waiting = view.paused.find((path) => invokerOf(path) !== undefined && view.executions.get(outermostOf(path))?.activity === activity);
  const way = waiting === undefined ? [] : invokedOnTheWay(view, waiting);
  if (way[0] !== undefined) return way[0];
  const { executions, finished = 0 } = view.activities[activity] ?? {};
  if (executions === undefined) return undefined;
  // Executions run in order, so what runs stands behind those that finished, and what is queued behind that.
  const last = Math.min(finished, executions.length - 1);
  for (let index = last; index >= Math.max(0, last - looked); index -= 1) {
    const execution = view.executions.get(executions.at(index) ?? '');
    const latest = execution?.children.at(-1);
    if (execution !== undefined && latest !== undefined) return { invoker: execution.execution, view: latest };
  }
  return undefined;
}

/** Whether an execution invokes a runbook. */
export const invokes = ({ inputs }: ExecutionView): boolean => inputs.some(({ key }) => key === 'runbook');
