import { errorData, errorDataOf, type AppErrorData } from '../errors/appError.ts';
import { cyclic, startsOf } from '../runbook/graph.ts';
import type { Runbook } from '../runbook/runbook.ts';
import { execute, skip } from './activity.ts';
import { EventQueue } from './eventQueue.ts';
import type { RunEvent, RunEventBody, RunStatus } from './events.ts';
import { evaluateLinks, type Delivery } from './outgoing.ts';
import { planOf } from './plan.ts';
import type { RunPorts } from './ports.ts';
import { rowOrderOf, type QueuedStep, type Work } from './rowOrder.ts';
import type { RunContext } from './runContext.ts';
import { defaultLimits, type RunControl, type RunLimits, type RunSetup } from './runSetup.ts';

/** Why a runbook cannot be started at all, or undefined. */
function refusal(runbook: Runbook): AppErrorData | undefined {
  const name = (key: string): string => runbook.activities[key]?.name ?? key;
  const starts = startsOf(runbook);
  const circle = cyclic(runbook);
  if (circle.length > 0) return errorData('runbook.cycle', { activities: circle.map(name).join(', ') });
  if (starts.length > 1) return errorData('runbook.severalStarts', { runbook: runbook.name, activities: starts.map(name).join(', ') });
  return starts.length === 0 ? errorData('runbook.noStart', { runbook: runbook.name }) : undefined;
}

const units = { activities: 'activity executions', rows: 'published rows', duration: 'seconds' } as const;

/** The moving parts of one run: its limits, its result so far, and the way of events to the reader. */
class RunState {
  readonly queue = new EventQueue();
  readonly inner = new AbortController();
  readonly startedAt: number;
  readonly #setup: RunSetup;
  readonly #ports: RunPorts;
  readonly #limits: RunLimits;
  readonly #spent = { activities: 0, rows: 0 };
  readonly #said = new Set<string>();
  #seq = 0;
  #worst: RunStatus = 'success';
  error: AppErrorData | undefined;

  constructor(setup: RunSetup, ports: RunPorts) {
    this.#setup = setup;
    this.#ports = ports;
    this.#limits = { ...defaultLimits, ...setup.limits };
    this.startedAt = ports.clock.now();
  }

  emit(body: RunEventBody): void {
    this.#seq += 1;
    this.queue.push({ seq: this.#seq, at: new Date(this.#ports.clock.now()).toISOString(), run: this.#setup.runId, ...body });
  }

  once(text: string, body: RunEventBody): void {
    if (this.#said.has(text)) return;
    this.#said.add(text);
    this.emit(body);
  }

  spend(limit: 'activities' | 'rows'): boolean {
    if (this.#spent[limit] >= this.#limits[limit]) {
      this.reach(limit, this.#limits[limit]);
      return false;
    }
    this.#spent[limit] += 1;
    return true;
  }

  reach(limit: keyof RunLimits, maximum: number): void {
    if (this.error !== undefined) return;
    this.emit({ type: 'limitReached', limit, maximum });
    this.fail(errorData('runbook.limitReached', { maximum: maximum.toLocaleString('en-US'), unit: units[limit] }));
  }

  fail(error: AppErrorData): void {
    this.error ??= error;
    this.inner.abort();
  }

  unhandled(status: 'warning' | 'failed'): void {
    if (this.#worst !== 'failed') this.#worst = status;
  }

  /** Watches the limit of time, which goes on while everything else waits. */
  watchDuration(signal: AbortSignal): void {
    const { duration } = this.#limits;
    if (duration === undefined) return;
    this.#ports.clock.sleep(duration * 1000, signal).then(
      () => this.reach('duration', duration),
      () => undefined,
    );
  }

  finish(stopped: boolean): void {
    const status = this.error !== undefined ? 'failed' : stopped ? 'cancelled' : this.#worst;
    const durationMs = this.#ports.clock.now() - this.startedAt;
    this.emit({ type: 'runFinished', status, durationMs, ...(this.error === undefined ? {} : { error: this.error }) });
    this.queue.close();
  }
}

async function wait(context: RunContext, step: QueuedStep): Promise<boolean> {
  const { clock } = context.ports;
  const left = (step.arrival?.notBefore ?? 0) - clock.now();
  if (left <= 0) return !context.signal.aborted;
  const { activity, execution } = step;
  context.emit({ type: 'message', level: 'information', text: `Waits ${left / 1000} s, as its link says.`, activity, execution });
  return clock.sleep(left, context.signal).then(
    () => true,
    () => false,
  );
}

function workOf(context: RunContext): Work {
  const step = async (queued: QueuedStep): Promise<readonly Delivery[]> => {
    const { arrival, ...place } = queued;
    const planned = context.plan.get(place.activity);
    if (planned === undefined) return [];
    if (!(await wait(context, queued))) return skip(context, place) ?? [];
    const produced = await execute(context, planned, place, arrival?.token);
    return produced === undefined || context.signal.aborted ? [] : evaluateLinks(context, planned, place.execution, produced);
  };
  return {
    // A defect of the engine itself ends the run with a report instead of leaving it open.
    execute: (queued) =>
      step(queued).catch((thrown: unknown) => {
        context.fail(errorDataOf(thrown, 'running the runbook'));
        return [];
      }),
    queue: (activity, arrivals) =>
      arrivals.map((arrival, index) => {
        const place = { activity, execution: context.ports.ids.next('execution'), item: index + 1, items: arrivals.length };
        context.emit({ type: 'activityQueued', ...place, from: arrival.token.execution });
        return { ...place, arrival };
      }),
  };
}

async function perform(runbook: Runbook, context: RunContext): Promise<void> {
  const [start] = startsOf(runbook);
  if (start === undefined) return;
  const first = { activity: start, execution: context.ports.ids.next('execution'), item: 1, items: 1 };
  context.emit({ type: 'activityQueued', ...first });
  await rowOrderOf[runbook.order]([{ ...first, arrival: undefined }], workOf(context));
}

function namesOf(runbook: Runbook): Record<string, string> {
  return Object.fromEntries(Object.entries(runbook.activities).map(([key, activity]) => [key, activity.name]));
}

/**
 * Runs a runbook and tells what happens, as numbered events in one order, though branches run side by side. The last
 * event is always `runFinished`. The control's signal stops the run: the activity in flight ends as cancelled. A reader
 * that stops reading stops the run too.
 */
export async function* run(runbook: Runbook, setup: RunSetup, ports: RunPorts, control: RunControl): AsyncGenerator<RunEvent, void> {
  const state = new RunState(setup, ports);
  const context: RunContext = {
    runbook,
    setup,
    ports,
    gate: control.gate,
    plan: planOf(runbook, setup.registry, (key) => setup.connection(key)),
    signal: AbortSignal.any([control.signal, state.inner.signal]),
    emit: (event) => state.emit(event),
    room: () => state.queue.room(),
    spend: (limit) => state.spend(limit),
    unhandled: (status) => state.unhandled(status),
    once: (text, event) => state.once(text, event),
    fail: (error) => state.fail(error),
  };
  state.emit({
    type: 'runStarted',
    runbook: runbook.name,
    order: runbook.order,
    startedBy: setup.startedBy,
    input: { ...setup.input },
    names: namesOf(runbook),
  });
  const refused = refusal(runbook);
  if (refused !== undefined) state.fail(refused);
  const over = new AbortController();
  state.watchDuration(AbortSignal.any([context.signal, over.signal]));
  const performing = (refused === undefined ? perform(runbook, context) : Promise.resolve())
    .catch((thrown: unknown) => state.fail(errorDataOf(thrown, 'running the runbook')))
    .finally(() => {
      over.abort();
      state.finish(control.signal.aborted);
    });
  try {
    yield* state.queue.take();
  } finally {
    state.inner.abort();
    state.queue.close();
    await performing;
  }
}
