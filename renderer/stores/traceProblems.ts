import type { TraceSummary } from '../../shared/trace/record.ts';
import { isError } from './traceFilter.ts';
import type { Stores } from './stores.ts';
import type { TracesStore } from './traces.ts';

/** Whether a request is one that Next Problem stops at: it failed, or the server asked to wait. */
const isProblem = (summary: TraceSummary): boolean => isError(summary) || summary.result.class === 'throttled';

/** The traces that are shown in front: those of the tab, else those of the bottom panel. Undefined where no traces are shown. */
export function tracesInFront({ layout, traces, traceFiles, pastRuns }: Pick<Stores, 'layout' | 'traces' | 'traceFiles' | 'pastRuns'>): TracesStore | undefined {
  const { activeTab, bottomOpen, bottomTab } = layout.getState();
  const ofTab = activeTab?.kind === 'traceFile' ? traceFiles.getState().open[activeTab.key]?.traces : activeTab?.kind === 'run' ? pastRuns.getState().open[activeTab.run]?.traces : undefined;
  if (ofTab?.getState().listed() !== undefined) return ofTab;
  return bottomOpen && bottomTab === 'traces' ? traces : undefined;
}

/** Selects the failed or throttled request after (or before) the selected one of those that are listed, round the end of the list, and says which it is. Answers whether there is one. */
export function stepProblem(traces: TracesStore, step: 1 | -1, { app }: Pick<Stores, 'app'>): boolean {
  const { listed, selected, select } = traces.getState();
  const rows = listed() ?? [];
  const at = rows.findIndex(({ id }) => id === selected);
  const ordered = step === 1 ? [...rows.slice(at + 1), ...rows.slice(0, at + 1)] : [...rows.slice(0, Math.max(0, at)).toReversed(), ...rows.slice(Math.max(0, at)).toReversed()];
  const found = ordered.find(isProblem);
  if (found === undefined) return false;
  const problems = rows.filter(isProblem);
  void select(found.id);
  app.getState().announce(`Failed request ${problems.indexOf(found) + 1} of ${problems.length}: ${found.operation}, ${found.result.code}.`);
  return true;
}
