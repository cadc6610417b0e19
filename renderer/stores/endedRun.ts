import type { RunEvent, RunEventBody, RunStatus } from '../../shared/engine/events.ts';
import { foldRunEvent, type ExecutionView, type RunView } from '../../shared/engine/runView.ts';
import type { Result } from '../../shared/errors/result.ts';

const isOpen = ({ state }: ExecutionView): boolean => state === 'queued' || state === 'running' || state === 'paused';

/** Milliseconds between two ISO time stamps, 0 where the first is missing. */
const since = (from: string | undefined, at: string): number => (from === undefined || from === '' ? 0 : Math.max(0, Date.parse(at) - Date.parse(from)));

/**
 * The view once its stream has ended. A run reports its own end, a stopped one too, and then nothing is left to do here. Where the
 * worker or the connection to it ended first, what was still open counts as stopped, and a stream that ended by itself as failed.
 */
export function endedView(view: RunView, result: Result<void>, stopped: boolean, at: string): RunView {
  if (view.status !== 'running' && view.status !== 'paused') return view;
  let seq = view.log.at(view.log.length - 1)?.seq ?? 0;
  const stamp = (body: RunEventBody): RunEvent => ({ ...body, seq: (seq += 1), at, run: view.run });
  const open = view.executions.values.toArray().filter(isOpen);
  const ended = open.map(({ execution, activity, item, items, startedAt, rowCount, common }) =>
    stamp({ type: 'activityFinished', execution, activity, item, items, outcome: 'cancelled', durationMs: since(startedAt, at), rows: rowCount, common }),
  );
  const status: RunStatus = result.ok || result.error.kind === 'cancelled' || stopped ? 'cancelled' : 'failed';
  const error = !result.ok && status === 'failed' ? { error: result.error } : {};
  const finished = stamp({ type: 'runFinished', status, durationMs: since(view.startedAt, at), ...error });
  return [...ended, finished].reduce(foldRunEvent, view);
}
