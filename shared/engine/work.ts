import { errorDataOf } from '../errors/appError.ts';
import { execute, skip } from './activity.ts';
import type { Junctions, Ready } from './junctions.ts';
import { evaluateLinks } from './outgoing.ts';
import { OwnSignal } from './ownSignal.ts';
import type { QueuedStep, Work } from './rowOrder.ts';
import type { RunContext } from './runContext.ts';

/** How long a step has to wait for the delay of the link that led to it, in milliseconds. */
function delayOf({ ports }: RunContext, { notBefore }: QueuedStep): number {
  return notBefore === 0 ? 0 : notBefore - ports.clock.now();
}

/** Waits for the delay of the link that led here. Answers false when the run is stopped meanwhile. */
async function wait(context: RunContext, step: QueuedStep, left: number, own: OwnSignal): Promise<boolean> {
  const { clock } = context.ports;
  const { activity, execution } = step;
  context.emit({ type: 'message', level: 'information', text: `Waits ${left / 1000} s, as its link says.`, activity, execution });
  return clock.sleep(left, own.get()).then(
    () => true,
    () => false,
  );
}

/** Starts what follows a junction, beside whatever else goes on. */
export type StartJunction = (step: QueuedStep) => void;

/** What a row order works with: executing a step, with its delay before and its links after it, and queueing new ones. */
export function workOf(whole: RunContext, junctions: Junctions, start: StartJunction): Work {
  const join = ({ junction, joined, notBefore, withoutRows }: Ready): void => {
    const place = { activity: junction, execution: whole.ports.ids.next('execution'), item: 1, items: 1 };
    whole.emit({ type: 'activityQueued', ...place });
    if (withoutRows !== undefined) {
      const text = `No row of ${withoutRows} arrived, so what follows runs once and without its data.`;
      whole.emit({ type: 'message', level: 'warning', text, activity: junction, execution: place.execution });
    }
    start({ ...place, arrival: undefined, joined, notBefore });
  };
  return {
    // A defect of the engine itself ends the run with a report instead of leaving it open.
    async execute(queued) {
      const own = new OwnSignal(whole.runSignal, whole.stop);
      try {
        const { arrival, joined, activity, execution, item, items } = queued;
        const place = { activity, execution, item, items };
        const planned = whole.plan.get(activity);
        if (planned === undefined) return [];
        const left = delayOf(whole, queued);
        if (left > 0 ? !(await wait(whole, queued, left, own)) : whole.runSignal.aborted) return skip(whole, place) ?? [];
        const produced = await execute(whole, planned, place, { token: arrival?.token, joined }, own);
        if (produced === undefined || whole.runSignal.aborted) return [];
        const deliveries = evaluateLinks(whole, planned, execution, produced);
        return junctions.hold(deliveries instanceof Promise ? await deliveries : deliveries);
      } catch (thrown) {
        whole.fail(errorDataOf(thrown, 'running the runbook'));
        return [];
      } finally {
        own.close();
      }
    },
    settle: (activity, count) => {
      const ready = junctions.settled(activity, count);
      if (!whole.runSignal.aborted) ready.forEach(join);
    },
    async queue(activity, arrivals) {
      junctions.opened(activity, arrivals.length);
      const batch: QueuedStep[] = [];
      for (const arrival of arrivals) {
        const [execution, item, items] = [whole.ports.ids.next('execution'), batch.length + 1, arrivals.length];
        whole.emit({ type: 'activityQueued', activity, execution, item, items, from: arrival.token.execution, row: arrival.token.number });
        // Member by member, here and wherever a row passes: in V8 11 an object that begins as a copy and goes on costs fifty times as much (ADR 25).
        batch.push({ activity, execution, item, items, arrival, notBefore: arrival.notBefore });
        if (whole.isFull()) await whole.room();
      }
      return batch;
    },
  };
}
