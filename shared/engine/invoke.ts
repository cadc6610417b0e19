import type { Invocation, Invoked } from '../activities/flow.ts';
import { AppError, errorData, errorDataOf, type AppErrorData } from '../errors/appError.ts';
import { findTarget, interfaceOf } from '../runbook/targets.ts';
import type { PublishedRow, RunStatus } from './events.ts';
import type { Place } from './place.ts';
import { waitsForSlot } from './jobSlots.ts';
import type { PlannedActivity } from './plan.ts';
import type { RunContext } from './runContext.ts';
import type { WorkspaceRunbook } from './runSetup.ts';

/** Runbooks that invoke each other this deep are taken for a mistake: every level is a run of its own. */
const deepest = 20;

function targetOf({ setup, runbook }: RunContext, planned: PlannedActivity, { runbook: named, byPath }: Invocation): WorkspaceRunbook {
  const where = { where: { runbook: runbook.name, activity: planned.key, field: 'runbook' } };
  const target = findTarget(setup.runbooks, named, byPath);
  if (target === undefined) throw new AppError('runbook.targetNotFound', { runbook: named, activity: planned.activity.name, by: byPath ? 'path' : 'key' }, where);
  if (interfaceOf(target.document, setup.registry).monitor) throw new AppError('runbook.targetMonitors', { runbook: target.name }, where);
  return target;
}

/** Passes the events of the child on, and collects what it returned. */
async function follow(context: RunContext, place: Place, target: WorkspaceRunbook, child: string, input: Readonly<Record<string, string>>): Promise<Invoked> {
  const { setup, lineage, ports, runSignal } = context;
  const { activity, execution } = place;
  const rows: PublishedRow[] = [];
  let status: RunStatus = 'cancelled';
  let error: AppErrorData | undefined;
  const say = (text: string): void => void context.emit({ type: 'message', level: 'information', text, activity, execution });
  const job = await lineage.slots.enter(target, lineage.job, runSignal, () =>
    say(waitsForSlot(target.name, target.document.concurrency)),
  );
  try {
    const control = { signal: runSignal, gate: context.gate.inside(target.key, execution), lineage: { ...lineage, job, path: [...lineage.path, target.name], returned: (row: PublishedRow) => void rows.push(row) } };
    // Pins and the place to begin at belong to the runbook that is tested.
    const { pins: _pins, from: _from, ...inherited } = setup;
    const childSetup = { ...inherited, runId: child, runbookKey: target.key, input };
    for await (const event of context.run(target.document, childSetup, { ...ports, secrets: context.secrets }, control)) {
      context.emit({ type: 'childEvent', execution, activity, event });
      if (event.type === 'runFinished') ({ status, error } = event);
      if (context.isFull()) await context.room();
    }
  } finally {
    lineage.slots.leave(job);
  }
  if (status === 'cancelled') throw new AppError('app.cancelled');
  const failed = status === 'failed' ? { error: error ?? errorData('runbook.childFailed', { runbook: target.name, run: child }) } : {};
  return { run: child, runbook: target.name, status, rows, ...failed };
}

/**
 * Runs another runbook as a run of its own inside this one: with its own id, its events nested in this run's, its share of this
 * run's limits, and this run's signal. Rejects with AppError `runbook.targetNotFound`, `targetMonitors`, `invokedTooDeep` or
 * `invokeDeadlock`, or `app.cancelled` when this run is stopped meanwhile.
 */
export async function invoke(context: RunContext, planned: PlannedActivity, place: Place, invocation: Invocation): Promise<Invoked> {
  const target = targetOf(context, planned, invocation);
  const { path } = context.lineage;
  if (path.length >= deepest) {
    const chain = [...path.slice(0, 3), '…', ...path.slice(-2), target.name].join(' > ');
    throw new AppError('runbook.invokedTooDeep', { runbook: target.name, depth: String(deepest), chain });
  }
  const child = context.ports.ids.next('run');
  const ended = follow(context, place, target, child, invocation.input);
  if (invocation.wait) return ended;
  const { activity, execution } = place;
  context.detach(
    ended.catch((thrown: unknown) => {
      const { kind, what } = errorDataOf(thrown, `invoking ${target.name}`, context.runSignal);
      if (kind !== 'cancelled') context.emit({ type: 'message', level: 'error', text: what, activity, execution });
    }),
  );
  return { run: child, runbook: target.name, status: 'running', rows: [] };
}
