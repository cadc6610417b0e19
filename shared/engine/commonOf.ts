import { isActivityStatus, type ActivityStatus } from '../runbook/runbook.ts';
import { commonRow } from './commonRow.ts';
import type { PublishedRow } from './events.ts';
import type { ExecutionView, RunView } from './runView.ts';

/** The status under which the rows of an execution went on; undefined for one that passed nothing on. */
function passedOnAs({ state, passedOn }: ExecutionView): ActivityStatus | undefined {
  if (isActivityStatus(state)) return state;
  return passedOn === true ? 'success' : undefined;
}

const made = new WeakMap<ExecutionView, PublishedRow>();

/**
 * The common published data of an execution, by label (exchange-activities 3.2): made from what the run told of it, since telling forty items
 * of each execution would be nearly half of what a run records. Undefined for an execution that passed nothing on.
 */
export function commonOf(view: RunView, execution: ExecutionView): PublishedRow | undefined {
  if (execution.common !== undefined) return Object.keys(execution.common).length === 0 ? undefined : execution.common;
  const status = passedOnAs(execution);
  if (status === undefined || execution.startedAt === undefined) return undefined;
  const known = made.get(execution);
  if (known !== undefined) return known;
  const { activity, reason, loop, durationMs = 0 } = execution;
  const startedAt = Date.parse(execution.startedAt);
  const { processId = 0, serverName = '' } = view.host ?? {};
  const row = commonRow({
    activity,
    name: view.names[activity] ?? activity,
    typeName: view.types[activity] ?? '',
    runbook: view.runbook,
    processId,
    serverName,
    status,
    errorSummary: execution.state === 'skipped' ? '' : (reason ?? ''),
    startedAt,
    endedAt: startedAt + durationMs,
    ...(loop === undefined ? {} : { loop }),
  });
  made.set(execution, row);
  return row;
}
