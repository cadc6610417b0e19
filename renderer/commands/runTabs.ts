import type { RunSummary } from '../../shared/history/runSummary.ts';
import type { Tab } from '../stores/layout.ts';
import type { Stores } from '../stores/stores.ts';

/** Shows the recorded runs in a tab. The console below shows runbooks that are open for editing, so it would only take room away. */
export function openHistory({ layout, history }: Pick<Stores, 'layout' | 'history'>): void {
  history.getState().watch();
  layout.getState().toggle('bottomOpen', false);
  layout.getState().openTab({ kind: 'history' });
}

/** Shows a recorded run in a tab of its own. Its console is in the tab, so the panel below would only take room away. */
export function openRun({ layout, history, pastRuns }: Stores, run: string): void {
  history.getState().watch();
  void pastRuns.getState().load(run);
  layout.getState().toggle('bottomOpen', false);
  layout.getState().openTab({ kind: 'run', run });
}

/** Shows two runs side by side, the older one first. */
export function compareTwo({ layout, history, pastRuns }: Stores, one: RunSummary, other: RunSummary): void {
  const [left, right] = one.startedAt <= other.startedAt ? [one, other] : [other, one];
  history.getState().compare(undefined);
  for (const { run } of [left, right]) void pastRuns.getState().load(run);
  layout.getState().openTab({ kind: 'comparison', left: left.run, right: right.run });
}

/** Closes the tab of one run, or of two; what no other tab shows is forgotten. */
export function closeRunTab({ layout, pastRuns }: Pick<Stores, 'layout' | 'pastRuns'>, tab: Extract<Tab, { kind: 'run' | 'comparison' }>): void {
  layout.getState().closeTab(tab);
  const shown = new Set(layout.getState().tabs.flatMap((one) => (one.kind === 'run' ? [one.run] : one.kind === 'comparison' ? [one.left, one.right] : [])));
  for (const run of tab.kind === 'run' ? [tab.run] : [tab.left, tab.right]) if (!shown.has(run)) pastRuns.getState().close(run);
}
