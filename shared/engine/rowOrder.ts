import type { Runbook } from '../runbook/runbook.ts';
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

/** What an order can ask of the run. */
export interface Work {
  /** Runs a step to its end and answers what its links let pass, one delivery per link in file order. Never rejects. */
  execute(step: QueuedStep): Promise<readonly Delivery[]>;
  /** Queues an execution of an activity for each row. */
  queue(activity: string, arrivals: readonly Arrival[]): readonly QueuedStep[];
  /** Everything that follows from these steps at once is queued; junctions may go on. */
  settle(steps: readonly QueuedStep[]): void;
}

/** In which order rows go through a runbook. Runs the steps of one activity and all that follows from them. */
export type RowOrder = (steps: readonly QueuedStep[], work: Work) => Promise<void>;

/**
 * Orchestrator's order: an activity works through all rows it was given before the next activity starts, which then
 * gets the rows of all those executions together. Links that leave one activity run side by side.
 */
const activityByActivity: RowOrder = async (steps, work) => {
  const arrived = new Map<string, { readonly activity: string; readonly arrivals: Arrival[] }>();
  for (const step of steps) {
    for (const [index, { link, arrivals }] of (await work.execute(step)).entries()) {
      const key = `${index} ${link.to}`;
      const entry = arrived.get(key) ?? { activity: link.to, arrivals: [] };
      // A loop, since a spread of a hundred thousand rows is more than a call takes.
      for (const arrival of arrivals) entry.arrivals.push(arrival);
      arrived.set(key, entry);
    }
  }
  const batches = [...arrived.values()].map(({ activity, arrivals }) => work.queue(activity, arrivals));
  arrived.clear();
  work.settle(steps);
  await Promise.all(batches.filter((batch) => batch.length > 0).map((batch) => activityByActivity(batch, work)));
};

/**
 * Each row goes through everything that follows before the next row starts, so a run that is stopped leaves whole items
 * behind. Links that leave one activity run side by side for the same row.
 */
const itemByItem: RowOrder = async (steps, work) => {
  for (const step of steps) {
    const deliveries = await work.execute(step);
    const byRow = new Map<number, QueuedStep[]>();
    for (const { link, arrivals } of deliveries) {
      for (const queued of work.queue(link.to, arrivals)) {
        const row = queued.arrival?.token.number ?? 0;
        byRow.set(row, [...(byRow.get(row) ?? []), queued]);
      }
    }
    work.settle([step]);
    for (const row of [...byRow.keys()].sort((a, b) => a - b)) {
      await Promise.all((byRow.get(row) ?? []).map((queued) => itemByItem([queued], work)));
      byRow.delete(row);
    }
  }
};

/** The order that a runbook asks for (decisions of the product: activity by activity unless it says otherwise). */
export const rowOrderOf: Readonly<Record<Runbook['order'], RowOrder>> = { 'activity by activity': activityByActivity, 'item by item': itemByItem };
