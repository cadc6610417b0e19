import { executionAt } from '../../shared/engine/runTree.ts';
import type { TestRun } from '../stores/runs.ts';
import { statusLooks } from '../ui/StatusIcon.tsx';

/** The state of a test in a few words: "Paused at Reply", "Success". */
export function runWords(run: TestRun): string {
  if (run.stopping && (run.view.status === 'running' || run.view.status === 'paused')) return 'Stopping';
  const execution = run.view.pausedAt === undefined ? undefined : executionAt(run.view, run.view.pausedAt)?.execution;
  const name = execution === undefined ? undefined : (run.document.activities[execution.activity]?.name ?? execution.activity);
  if (run.view.status === 'paused' && name !== undefined) return `Paused at ${name}`;
  return statusLooks[run.view.status].word;
}
