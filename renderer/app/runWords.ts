import { executionAt } from '../../shared/engine/runTree.ts';
import type { TestRun } from '../stores/testRun.ts';
import { statusLooks } from '../ui/StatusIcon.tsx';

/** The state of a test in a few words: "Paused at Reply", "Success". */
export function runWords(run: TestRun): string {
  if (run.stopping && (run.view.status === 'running' || run.view.status === 'paused')) return 'Stopping';
  const found = run.view.pausedAt === undefined ? undefined : executionAt(run.view, run.view.pausedAt);
  const name = found === undefined ? undefined : (found.view.names[found.execution.activity] ?? found.execution.activity);
  if (run.view.status === 'paused' && name !== undefined) return `Paused at ${name}`;
  return statusLooks[run.view.status].word;
}
