import { innermostOf, invokerOf, isBelow, pathInto } from '../../shared/engine/executionPath.ts';
import { executionAt, invokedAt, invokedOnTheWay, type InvokedRun } from '../../shared/engine/runTree.ts';
import { invokedBy } from '../stores/invokedTest.ts';
import { wholeOf, type TestRun } from '../stores/testRun.ts';
import type { Stores } from '../stores/stores.ts';
import { openRunbook } from './workspaceActions.ts';

/** Selects an execution of the run that a tab shows, on its canvas and in its console. */
function select({ editor, runs }: Stores, key: string, { path, activity }: { readonly path: string; readonly activity: string }): void {
  editor.getState().select(key, { activities: [activity] });
  runs.getState().selectExecution(key, path);
}

/** Shows a run that a test invoked in the tab of its runbook, with one of its executions; with the one that waits, or the latest, where none is named. */
async function showRun(stores: Stores, whole: TestRun, { invoker, view: { run, runbook, key } }: InvokedRun, execution?: string): Promise<void> {
  const { editor, runs, app } = stores;
  if (key === undefined) return;
  // Its tab shows the test: the run is a part of its console.
  if (key === whole.key) return showTested(stores, whole, waitingIn(whole, invoker));
  openRunbook(stores, key);
  await editor.getState().load(key);
  const open = editor.getState().open[key];
  // It went on while the runbook was read.
  const now = runs.getState().runs[whole.key];
  const view = now === undefined ? undefined : invokedAt(now.view, invoker, run);
  if (open === undefined || now === undefined || view === undefined) return;
  const document = now.request?.unsaved?.[key] ?? open.saved;
  if (!runs.getState().showInvoked(now, key, document, { invoker, view })) return app.getState().notify(`${runbook} is being tested itself. Its tab shows that test.`);
  const shown = executionAt(view, execution ?? view.pausedAt ?? '') ?? executionAt(view, view.executions.values.at(view.executions.size - 1)?.execution ?? '');
  if (shown !== undefined) select(stores, key, { path: shown.path, activity: shown.outermost.activity });
}

/** The way to what waits in the runs that an execution invoked, which a console then opens; to the execution itself where nothing does. */
function waitingIn({ view: { pausedAt } }: TestRun, invoker: string): string {
  return pausedAt !== undefined && isBelow(pausedAt, invoker) ? pausedAt : invoker;
}

/** Shows an execution in the tab of the tested runbook; one of an invoked run below the activity that led to it. */
function showTested(stores: Stores, { key, view }: TestRun, path: string): void {
  const found = executionAt(view, path);
  openRunbook(stores, key);
  if (found !== undefined) select(stores, key, { path, activity: found.outermost.activity });
}

/** Shows an execution of a test in the tab of the runbook that it belongs to, wherever that is. */
export async function showPlace(stores: Stores, whole: TestRun, path: string): Promise<void> {
  const inside = invokedOnTheWay(whole.view, path).at(-1);
  if (inside === undefined || inside.view.key === whole.key) showTested(stores, whole, path);
  else await showRun(stores, whole, inside, innermostOf(path));
}

/** Shows a run that an execution of the run in a tab invoked: the ways lead there from that run. */
export async function showInvoked(stores: Stores, from: TestRun, invoked: InvokedRun): Promise<void> {
  const { within } = from;
  await showRun(stores, wholeOf(from), within === undefined ? invoked : { ...invoked, invoker: pathInto(within.invoker, invoked.invoker) });
}

/** Shows the run that an activity of a runbook invoked in the last test: the one that waits, or the latest. */
export async function showInvokedBy(stores: Stores, key: string, activity: string): Promise<void> {
  const run = stores.runs.getState().runs[key];
  const invoked = run === undefined ? undefined : invokedBy(run.view, activity);
  if (run !== undefined && invoked !== undefined) await showInvoked(stores, run, invoked);
}

/** Goes back from an invoked run to the activity that invoked it. */
export async function showInvoker(stores: Stores, key: string): Promise<void> {
  const run = stores.runs.getState().runs[key];
  if (run?.within === undefined) return;
  const { whole, invoker } = run.within;
  if (invokerOf(invoker) === undefined) showTested(stores, whole, waitingIn(whole, invoker));
  else await showPlace(stores, whole, invoker);
}
