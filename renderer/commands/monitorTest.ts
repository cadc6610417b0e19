import type { Registry } from '../../shared/activities/registry.ts';
import { startOf } from '../../shared/runbook/graph.ts';
import { isActive, type TestRun } from '../stores/testRun.ts';
import type { Stores } from '../stores/stores.ts';
import { beginTest, launch } from './startRun.ts';

/** How a test with a monitor stands: it waits for an item, or for the person to say whether it goes on with the next one. */
export type MonitorStand = 'waits' | 'asks';

/** How the test of a runbook that starts with a monitor stands; undefined where nothing is waited for. Orchestrator starts a run for each item (runbook-model 3.3). */
export function monitorStand(run: TestRun | undefined, registry: Registry): MonitorStand | undefined {
  if (run?.request === undefined || run.request.from !== undefined || run.left === true) return undefined;
  const { document, view } = run;
  const start = startOf(document);
  if (start === undefined || registry.get(document.activities[start]?.type ?? '')?.starts !== true) return undefined;
  const state = view.activities[start]?.state;
  if (isActive(run)) return state === 'running' && !run.stopping ? 'waits' : undefined;
  // A monitor that failed would fail again, and a person who stopped the run wants no other.
  return state === 'success' && view.status !== 'cancelled' ? 'asks' : undefined;
}

/** Goes on with the next item, in a run of its own, as the test was started. A runbook that was edited since is asked about anew. */
export function waitForNext(stores: Stores, registry: Registry, key: string): void {
  const run = stores.runs.getState().runs[key];
  if (run?.request === undefined || monitorStand(run, registry) !== 'asks') return;
  const { mode, input, guard = true, onDemo = false } = run.request;
  const isSame = stores.editor.getState().open[key]?.document === run.document;
  if (isSame) launch(stores, key, { mode, input, guard, onDemo, watching: true });
  else beginTest(stores, registry, key, { mode, watching: true });
}
