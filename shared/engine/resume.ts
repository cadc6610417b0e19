import { errorData } from '../errors/appError.ts';
import { isActivityStatus, type ActivityStatus, type Runbook } from '../runbook/runbook.ts';
import type { EarlierExecution } from './earlierRun.ts';
import { emptyRow } from './handler.ts';
import { secretMark } from './knownSecrets.ts';
import type { Junctions } from './junctions.ts';
import { judge, type Arrival, type Delivery } from './outgoing.ts';
import type { PlannedActivity } from './plan.ts';
import type { Batch, Work } from './rowOrder.ts';
import type { RunContext } from './runContext.ts';
import type { RunFrom } from './runSetup.ts';
import { noSecrets } from './secretItems.ts';
import type { Token } from './token.ts';

/** An execution of the earlier run under its name in this one. */
interface Recalled {
  readonly planned: PlannedActivity;
  readonly execution: string;
  readonly status: ActivityStatus;
  readonly tokens: readonly Token[];
}

/** What goes on from an activity that passed nothing of its own on, because it failed or was passed over, is one empty row. */
function rowsOf({ outcome, rows }: EarlierExecution, planned: PlannedActivity): readonly Token['row'][] {
  return outcome === 'failed' || outcome === 'skipped' ? [emptyRow(planned)] : rows;
}

/** A value that was masked when it was told is lost: what subscribes to it finds none, instead of working with the mask. */
const withoutMasked = (row: Token['row']): Token['row'] => Object.fromEntries(Object.entries(row).filter(([, value]) => !value.includes(secretMark)));

/** Tells an execution of the earlier run again, as one of this run that needed no work. */
function retell(context: RunContext, earlier: EarlierExecution, execution: string, parent: Token | undefined): void {
  const { activity, item, items, outcome, rows, common } = earlier;
  const place = { execution, activity, item, items };
  const from = parent === undefined ? {} : { from: parent.execution, row: parent.number };
  context.emit({ type: 'activityQueued', ...place, ...from });
  for (const [index, values] of rows.entries()) context.emit({ type: 'activityPublished', ...place, row: index + 1, values });
  context.emit({ type: 'activityFinished', ...place, outcome, durationMs: 0, rows: rows.length, common, stored: 'earlierRun' });
}

/** Rebuilds the rows of the earlier run with all that led to them. What hangs on an execution that is gone is left out. */
async function recall(context: RunContext, { earlier }: RunFrom): Promise<readonly Recalled[]> {
  const recalled = new Map<string, Recalled>();
  for (const one of earlier.executions) {
    const planned = context.plan.get(one.activity);
    const before = one.from === undefined ? undefined : recalled.get(one.from);
    const parent = before?.tokens[(one.row ?? 1) - 1];
    if (planned === undefined || (one.from !== undefined && parent === undefined)) continue;
    const execution = context.ports.ids.next('execution');
    retell(context, one, execution, parent);
    const token = (row: Token['row'], index: number): Token => ({ parent, activity: one.activity, execution, number: index + 1, row: withoutMasked(row), secret: noSecrets, facts: { told: one.common } });
    const status = isActivityStatus(one.outcome) ? one.outcome : 'success';
    recalled.set(one.execution, { planned, execution, status, tokens: rowsOf(one, planned).map(token) });
    if (context.isFull()) await context.room();
  }
  return [...recalled.values()];
}

/** The activity alone: its links judge nothing, so nothing follows it. */
export function alone(context: RunContext, activity: string): RunContext {
  const planned = context.plan.get(activity);
  return planned === undefined ? context : { ...context, plan: new Map(context.plan).set(activity, { ...planned, links: [] }) };
}

/** Whether anything comes before an activity. */
export const leadsTo = (runbook: Runbook, activity: string): boolean => runbook.links.some(({ to }) => to === activity);

/** What beginning in the middle asks of the run. */
export interface Beginning {
  readonly junctions: Junctions;
  readonly work: Work;
  /** Runs steps of one activity and all that follows, beside whatever else goes on. */
  begin(batch: Batch): void;
}

/** Runs an activity and what follows it with the rows of an earlier run: the links into it judge them anew, as they stand now. */
export async function resume(context: RunContext, from: RunFrom, { junctions, work, begin }: Beginning): Promise<void> {
  const { activity } = from;
  const recalled = await recall(context, from);
  const deliveries: Delivery[] = [];
  for (const link of context.runbook.links.filter(({ to }) => to === activity)) {
    const arrivals: Arrival[] = [];
    for (const { planned, execution, status, tokens } of recalled.filter((one) => one.planned.key === link.from)) {
      const own = planned.links.find((one) => one.link === link);
      // A loop, since a spread of a hundred thousand rows is more than a call takes.
      if (own !== undefined) for (const arrival of await judge(context, own, execution, { status, tokens })) arrivals.push(arrival);
    }
    deliveries.push({ link, arrivals });
  }
  if (deliveries.every(({ arrivals }) => arrivals.length === 0)) {
    const name = context.runbook.activities[activity]?.name ?? activity;
    return context.fail(errorData('runbook.nothingToRunFrom', { activity: name }));
  }
  // A junction waits for its branches: those of the earlier run have ended.
  const batches: Batch[] = [];
  for (const { arrivals } of junctions.hold(deliveries)) if (arrivals.length > 0) batches.push(await work.queue(activity, arrivals));
  work.settle(activity, 0);
  batches.forEach((batch) => begin(batch));
}
