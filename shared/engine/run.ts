import { errorData, errorDataOf, type AppErrorData } from '../errors/appError.ts';
import { cyclic, startsOf } from '../runbook/graph.ts';
import type { Runbook } from '../runbook/runbook.ts';
import { surroundingsOf } from '../runbook/targets.ts';
import type { RunEvent } from './events.ts';
import { inItsTurn } from './inItsTurn.ts';
import { JobSlots } from './jobSlots.ts';
import { Junctions } from './junctions.ts';
import { keepEverything, keptOf } from './kept.ts';
import { planOf, typeNameOf, type Plan } from './plan.ts';
import type { RunPorts } from './ports.ts';
import { reporter } from './reports.ts';
import { alone, leadsTo, resume } from './resume.ts';
import { effectsOf } from './risk.ts';
import { rowOrderOf, type Batch } from './rowOrder.ts';
import type { RunContext } from './runContext.ts';
import { targetsOf, type Lineage, type RunControl, type RunSetup } from './runSetup.ts';
import { RunState } from './runState.ts';
import { stopNotice } from './untilStopped.ts';
import { workOf } from './work.ts';

/** Why a runbook cannot be started at all, or undefined. */
function refusal(runbook: Runbook, { from }: RunSetup): AppErrorData | undefined {
  const name = (key: string): string => runbook.activities[key]?.name ?? key;
  const starts = startsOf(runbook);
  const circle = cyclic(runbook);
  if (circle.length > 0) return errorData('runbook.cycle', { activities: circle.map(name).join(', ') });
  if (from !== undefined) return Object.hasOwn(runbook.activities, from.activity) ? undefined : errorData('runbook.nothingToRunFrom', { activity: from.activity });
  if (starts.length > 1) return errorData('runbook.severalStarts', { runbook: runbook.name, activities: starts.map(name).join(', ') });
  return starts.length === 0 ? errorData('runbook.noStart', { runbook: runbook.name }) : undefined;
}

/**
 * Why a runbook may not start now, or undefined: its schedule permits another time (runbook-model 1.9). A person's own test of it starts at any time, as
 * the Runbook Tester does; what it invokes does not.
 */
function outsideSchedule(runbook: Runbook, { startedBy }: RunSetup, { lineage }: RunControl, { computer, clock }: RunPorts): AppErrorData | undefined {
  const { schedule, name } = runbook;
  if (schedule === undefined || schedule === '' || (startedBy === 'test' && lineage === undefined)) return undefined;
  try {
    return computer(name).schedules.permits(schedule, clock.now()) ? undefined : errorData('schedule.outside', { runbook: name, schedule });
  } catch (thrown) {
    return errorDataOf(thrown, 'looking at the schedule of the runbook');
  }
}

async function perform(runbook: Runbook, whole: RunContext): Promise<void> {
  const { from } = whole.setup;
  const context = from?.only === true ? alone(whole, from.activity) : whole;
  const order = rowOrderOf[runbook.order];
  const junctions = new Junctions(runbook, context.plan);
  const going = new Set<Promise<void>>();
  const begin = (batch: Batch): void => {
    const branch = order(batch, work).finally(() => going.delete(branch));
    going.add(branch);
  };
  const work = workOf(context, junctions, (step) => begin([step]));
  const first = (activity: string): void => {
    const step = { activity, execution: context.ports.ids.next('execution'), item: 1, items: 1 };
    context.emit({ type: 'activityQueued', ...step });
    junctions.opened(activity, 1);
    begin([{ ...step, arrival: undefined, notBefore: 0 }]);
  };
  const [start] = startsOf(runbook);
  if (from !== undefined && leadsTo(runbook, from.activity)) await resume(context, from, { junctions, work, begin });
  else if (from !== undefined) first(from.activity);
  else if (start !== undefined) first(start);
  while (going.size > 0) await Promise.all(going);
}

function namesOf(runbook: Runbook): Record<string, string> {
  return Object.fromEntries(Object.entries(runbook.activities).map(([key, activity]) => [key, activity.name]));
}

function typesOf(plan: Plan): Record<string, string> {
  return Object.fromEntries([...plan].map(([key, planned]) => [key, typeNameOf(planned)]));
}

/** Of a run that nobody invoked. */
function outermost(runbook: Runbook, { slots }: RunPorts, state: RunState): Lineage {
  return { path: [runbook.name], slots: slots ?? new JobSlots(), job: undefined, spend: (limit) => state.spend(limit), returned: () => undefined };
}

/** As `run`, with the events that came together in one array: a run of a hundred thousand rows tells millions. */
export async function* runInBatches(runbook: Runbook, setup: RunSetup, ports: RunPorts, control: RunControl): AsyncGenerator<readonly RunEvent[], void> {
  const state = new RunState(setup, ports, control.lineage);
  const signal = AbortSignal.any([control.signal, state.inner.signal]);
  const plan = planOf(runbook, setup.registry, (key) => setup.connection(key), surroundingsOf(runbook, targetsOf(setup)));
  const context: RunContext = {
    runbook,
    setup,
    ports,
    gate: control.gate,
    secrets: state.secrets,
    plan,
    kept: control.gate.asksForAll ? keepEverything : keptOf(plan, runbook),
    runSignal: signal,
    stop: stopNotice(signal),
    lineage: control.lineage ?? outermost(runbook, ports, state),
    run,
    emit: (event) => state.emit(event),
    isFull: () => state.queue.isFull,
    room: () => state.queue.room(),
    spend: (limit) => state.spend(limit),
    unhandled: (status) => state.unhandled(status),
    once: (text, event) => state.once(text, event),
    detach: (work) => state.detach(work),
    fail: (error) => state.fail(error),
  };
  state.emit({
    type: 'runStarted',
    runbook: runbook.name,
    ...(setup.runbookKey === undefined ? {} : { key: setup.runbookKey }),
    order: runbook.order,
    startedBy: setup.startedBy,
    input: { ...setup.input },
    names: namesOf(runbook),
    types: typesOf(plan),
    host: ports.host,
    effects: effectsOf(runbook, context.plan),
  });
  const refused = refusal(runbook, setup) ?? outsideSchedule(runbook, setup, control, ports);
  if (refused !== undefined) state.fail(refused);
  const over = new AbortController();
  state.watchDuration(AbortSignal.any([signal, over.signal]));
  const report = reporter(context, runbook.report, { name: runbook.name });
  const work = async (turn: RunContext): Promise<void> => {
    await perform(runbook, turn);
    await state.rest();
  };
  const performing = (refused !== undefined ? state.rest() : control.lineage === undefined ? inItsTurn(context, work) : work(context))
    .catch((thrown: unknown) => state.fail(errorDataOf(thrown, 'running the runbook')))
    .finally(() => {
      over.abort();
      const status = state.status(control.signal.aborted);
      report.ended(status === 'failed' ? (state.error?.what ?? 'An activity failed, and no link took care of it.') : undefined);
      state.finish(status);
    });
  try {
    yield* state.queue.take();
  } finally {
    state.inner.abort();
    state.queue.close();
    await performing;
  }
}

/**
 * Runs a runbook and tells what happens, as numbered events in one order, though branches run side by side. The last
 * event is always `runFinished`. The control's signal stops the run: the activity in flight ends as cancelled. A reader
 * that stops reading stops the run too.
 */
export async function* run(runbook: Runbook, setup: RunSetup, ports: RunPorts, control: RunControl): AsyncGenerator<RunEvent, void> {
  for await (const events of runInBatches(runbook, setup, ports, control)) yield* events;
}
