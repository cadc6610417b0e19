import type { Registry } from '../../shared/activities/registry.ts';
import { canBeginAt } from '../../shared/engine/earlierRun.ts';
import type { ReportWish } from '../../shared/history/historyEvents.ts';
import type { RunSummary } from '../../shared/history/runSummary.ts';
import type { WorkspaceView } from '../../shared/workspace/workspace.ts';
import { isActive } from '../stores/testRun.ts';
import type { Stores } from '../stores/stores.ts';
import { closeRunTab } from './runTabs.ts';
import { beginTest } from './startRun.ts';
import { openRunbook } from './workspaceActions.ts';

/** Whether the runbook of a run belongs to the open workspace and is still there. */
export function isHere(view: WorkspaceView | null, { key, workspace: of }: Pick<RunSummary, 'key' | 'workspace'>): boolean {
  return view !== null && (view.id === of.id || (view.demo && of.demo)) && view.runbooks.some((entry) => entry.key === key);
}

/** Why the runbook of a run cannot be run again here, or undefined. */
export function whyNotAgain({ workspace, runs }: Pick<Stores, 'workspace' | 'runs'>, summary: RunSummary): string | undefined {
  const { key, runbook, workspace: of } = summary;
  const { view } = workspace.getState();
  if (view === null || (view.id !== of.id && !(view.demo && of.demo))) return `Open the workspace ${of.name} first.`;
  if (!isHere(view, summary)) return `${runbook} is not in this workspace any more.`;
  return isActive(runs.getState().runs[key]) ? `${runbook} is running.` : undefined;
}

/** Runs the runbook of a recorded run again, as it is now. */
export async function runAgain(stores: Stores, registry: Registry, { key }: RunSummary): Promise<void> {
  openRunbook(stores, key);
  await stores.editor.getState().load(key);
  beginTest(stores, registry, key, { mode: 'runToBreakpoint' });
}

/** Runs the runbook of a recorded run, as it is now, from the activity that failed, with the data the run had for it. */
export async function runFromFailed(stores: Stores, registry: Registry, { run, key, failed }: RunSummary): Promise<void> {
  const wasOpen = stores.pastRuns.getState().open[run] !== undefined;
  const past = await stores.pastRuns.getState().load(run);
  if (!wasOpen) stores.pastRuns.getState().close(run);
  if (past?.header === undefined || failed === undefined) return;
  openRunbook(stores, key);
  await stores.editor.getState().load(key);
  const document = stores.editor.getState().open[key]?.document;
  const view = past.replay.viewAt(past.length);
  if (document === undefined || document.activities[failed.key] === undefined || !canBeginAt(document, failed.key, view)) {
    stores.app.getState().notify(`${failed.name} is not where it was in the runbook, so it cannot begin there. Run the runbook from its beginning.`);
    return;
  }
  stores.runs.getState().adopt({ key, document: past.header.document, mode: 'run', view, stopping: false, real: [] });
  beginTest(stores, registry, key, { mode: 'runToBreakpoint', from: { activity: failed.key, only: false } });
}

/** Deletes a run and offers to bring it back. Its tabs close. */
export async function removeRun(stores: Stores, { run, runbook }: RunSummary): Promise<void> {
  const { history, app, layout } = stores;
  if (!(await history.getState().remove([run]))) return;
  for (const tab of layout.getState().tabs) if ((tab.kind === 'run' && tab.run === run) || (tab.kind === 'comparison' && (tab.left === run || tab.right === run))) closeRunTab(stores, tab);
  app.getState().notify(`Run of ${runbook} deleted.`, () => void history.getState().restore([run]));
}

/** Writes a run to a file that the person chooses, and says where. */
export async function exportRun({ history, app }: Pick<Stores, 'history' | 'app'>, run: string, wish: ReportWish): Promise<void> {
  const file = await history.getState().export(run, wish);
  if (file !== undefined) app.getState().notify(`Exported to ${file}.`);
}
