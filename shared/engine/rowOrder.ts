import type { Link, Runbook } from '../runbook/runbook.ts';
import type { Arrival, Delivery } from './outgoing.ts';
import type { Joined } from './produced.ts';

/** An execution that waits for its turn. */
export interface QueuedStep {
  readonly activity: string;
  readonly execution: string;
  readonly item: number;
  readonly items: number;
  readonly arrival: Arrival | undefined;
  /** Of a junction. */
  readonly joined?: Joined;
  /** Earliest start, in milliseconds since 1970. */
  readonly notBefore: number;
}

/** Steps of one activity that wait for their turn; each is let go of when it is taken. */
export type Batch = QueuedStep[];

/** What an order can ask of the run. */
export interface Work {
  /** Runs a step to its end and answers what its links let pass, one delivery per link in file order. Never rejects. */
  execute(step: QueuedStep): Promise<readonly Delivery[]>;
  /** Queues an execution of an activity for each row, as fast as the reader of the run takes it. */
  queue(activity: string, arrivals: readonly Arrival[]): Promise<Batch>;
  /** Everything that follows from so many steps of an activity at once is queued; junctions may go on. */
  settle(activity: string, count: number): void;
}

/** In which order rows go through a runbook. Runs the steps of one activity and all that follows from them. */
export type RowOrder = (batch: Batch, work: Work) => Promise<void>;

/** The steps in their order. What was taken is not kept: a hundred thousand rows that are done would fill the memory. */
function* taken(batch: Batch): Generator<QueuedStep> {
  batch.reverse();
  for (let step = batch.pop(); step !== undefined; step = batch.pop()) yield step;
}

/**
 * Orchestrator's order: an activity works through all rows it was given before the next activity starts, which then
 * gets the rows of all those executions together. Links that leave one activity run side by side.
 */
const activityByActivity: RowOrder = async (first, work) => {
  // A line of activities is gone along and not into: a call for each would hold on to the rows of all of them.
  for (let batch = first; batch.length > 0; ) {
    const count = batch.length;
    const [{ activity } = { activity: '' }] = batch;
    const arrived = new Map<Link, Arrival[]>();
    for (const step of taken(batch)) {
      for (const { link, arrivals } of await work.execute(step)) {
        const known = arrived.get(link);
        // A loop, since a spread of a hundred thousand rows is more than a call takes.
        if (known === undefined) arrived.set(link, [...arrivals]);
        else for (const arrival of arrivals) known.push(arrival);
      }
    }
    const batches: Batch[] = [];
    for (const [{ to }, arrivals] of arrived) {
      const queued = await work.queue(to, arrivals);
      if (queued.length > 0) batches.push(queued);
    }
    work.settle(activity, count);
    const [only = [], ...more] = batches;
    if (more.length > 0) return void (await Promise.all(batches.map((one) => activityByActivity(one, work))));
    batch = only;
  }
};

/** The rows that the links let pass, each with what follows from it. */
async function queuedByRow(deliveries: readonly Delivery[], work: Work): Promise<QueuedStep[][]> {
  const byRow = new Map<number, QueuedStep[]>();
  for (const { link, arrivals } of deliveries) {
    for (const queued of await work.queue(link.to, arrivals)) {
      const row = queued.arrival?.token.number ?? 0;
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, [queued]);
      else known.push(queued);
    }
  }
  return [...byRow].sort(([a], [b]) => b - a).map(([, steps]) => steps);
}

/**
 * Each row goes through everything that follows before the next row starts, so a run that is stopped leaves whole items
 * behind. Links that leave one activity run side by side for the same row.
 */
const itemByItem: RowOrder = async (batch, work) => {
  for (const step of taken(batch)) {
    const rows = await queuedByRow(await work.execute(step), work);
    work.settle(step.activity, 1);
    for (let row = rows.pop(); row !== undefined; row = rows.pop()) {
      if (row.length === 1) await itemByItem(row, work);
      else await Promise.all(row.map((queued) => itemByItem([queued], work)));
    }
  }
};

/** The order that a runbook asks for (decisions of the product: activity by activity unless it says otherwise). */
export const rowOrderOf: Readonly<Record<Runbook['order'], RowOrder>> = { 'activity by activity': activityByActivity, 'item by item': itemByItem };
