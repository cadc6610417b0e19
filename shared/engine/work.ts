import { errorDataOf } from '../errors/appError.ts';
import { execute, skip } from './activity.ts';
import type { Junctions, Ready } from './junctions.ts';
import { evaluateLinks, type Delivery } from './outgoing.ts';
import type { QueuedStep, Work } from './rowOrder.ts';
import type { RunContext } from './runContext.ts';

/** Waits for the delay of the link that led here. Answers false when the run is stopped meanwhile. */
async function wait(context: RunContext, step: QueuedStep): Promise<boolean> {
  const { clock } = context.ports;
  const left = step.notBefore - clock.now();
  if (left <= 0) return !context.runSignal.aborted;
  const { activity, execution } = step;
  context.emit({ type: 'message', level: 'information', text: `Waits ${left / 1000} s, as its link says.`, activity, execution });
  return clock.sleep(left, context.signal()).then(
    () => true,
    () => false,
  );
}

/** A signal of its own for an execution, made when it is asked for. */
function ownSignal({ runSignal, stop }: RunContext): { readonly get: () => AbortSignal; readonly close: () => void } {
  let controller: AbortController | undefined;
  let close = (): void => undefined;
  return {
    get: () => {
      if (controller === undefined) {
        const made = new AbortController();
        controller = made;
        if (runSignal.aborted) made.abort(runSignal.reason);
        else close = stop.whenStopped(() => made.abort(runSignal.reason));
      }
      return controller.signal;
    },
    close: () => close(),
  };
}

/** Starts what follows a junction, beside whatever else goes on. */
export type StartJunction = (step: QueuedStep) => void;

/** What a row order works with: executing a step, with its delay before and its links after it, and queueing new ones. */
export function workOf(whole: RunContext, junctions: Junctions, start: StartJunction): Work {
  const step = async (queued: QueuedStep, context: RunContext): Promise<readonly Delivery[]> => {
    const { arrival, joined, activity, execution, item, items } = queued;
    const place = { activity, execution, item, items };
    const planned = context.plan.get(activity);
    if (planned === undefined) return [];
    if (!(await wait(context, queued))) return skip(context, place) ?? [];
    const produced = await execute(context, planned, place, { token: arrival?.token, ...(joined === undefined ? {} : { joined }) });
    if (produced === undefined || context.runSignal.aborted) return [];
    return junctions.hold(await evaluateLinks(context, planned, place.execution, produced));
  };
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
      const own = ownSignal(whole);
      try {
        return await step(queued, { ...whole, signal: own.get });
      } catch (thrown) {
        whole.fail(errorDataOf(thrown, 'running the runbook'));
        return [];
      } finally {
        own.close();
      }
    },
    settle: (steps) => {
      const ready = junctions.settled(steps.map((one) => one.activity));
      if (!whole.runSignal.aborted) ready.forEach(join);
    },
    queue: (activity, arrivals) => {
      junctions.opened(activity, arrivals.length);
      return arrivals.map((arrival, index) => {
        const place = { activity, execution: whole.ports.ids.next('execution'), item: index + 1, items: arrivals.length };
        whole.emit({ type: 'activityQueued', ...place, from: arrival.token.execution, row: arrival.token.number });
        return { ...place, arrival, notBefore: arrival.notBefore };
      });
    },
  };
}
