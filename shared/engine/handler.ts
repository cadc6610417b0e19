import { missingType } from '../activities/connectionNeed.ts';
import { AppError, type AppErrorData } from '../errors/appError.ts';
import type { PlatformEvent } from '../activities/computer.ts';
import { connectionDataOf } from '../activities/connectionData.ts';
import type { AnyActivity } from '../activities/defineActivity.ts';
import type { Flow } from '../activities/flow.ts';
import type { Exchange } from '../exchange/port.ts';
import type { FieldValue } from '../fields/field.ts';
import { formatValue } from '../fields/value.ts';
import type { PublishedRow } from './events.ts';
import { HandlerContext } from './handlerContext.ts';
import type { ParsedInputs } from './inputs.ts';
import { invoke } from './invoke.ts';
import type { Place } from './place.ts';
import type { PlannedActivity } from './plan.ts';
import type { Incoming } from './produced.ts';
import type { RunContext } from './runContext.ts';
import { untilStopped } from './untilStopped.ts';

/** What a handler gave: its rows as texts by label, why it warned, and why it failed though its rows go on. */
export interface Handled {
  readonly rows: readonly PublishedRow[];
  readonly warnings: readonly string[];
  readonly failure: AppErrorData | undefined;
}

/** Progress is told this often at most, in milliseconds: a person cannot read it faster, and each one is an event. */
const progressEveryMs = 100;

/** The definition, or AppError for a type that this version does not have. */
export function definitionOf({ definition, activity }: PlannedActivity): AnyActivity {
  if (definition === undefined) throw new AppError('runbook.unknownActivityType', { type: activity.type, activity: activity.name });
  return definition;
}

async function mailboxOf(context: RunContext, planned: PlannedActivity, place: Place): Promise<Exchange | undefined> {
  const definition = definitionOf(planned);
  const { activity, connection } = planned;
  if (definition.connection === 'none') return undefined;
  const where = { where: { activity: planned.key, field: 'connection' } };
  if (activity.connection === undefined || activity.connection === '') throw new AppError('runbook.noConnection', { activity: activity.name }, where);
  if (connection === undefined) throw new AppError('runbook.unknownConnection', { activity: activity.name, connection: activity.connection }, where);
  const needed = missingType(definition.connection, connection);
  if (needed !== undefined)
    throw new AppError('runbook.wrongConnectionType', { activity: activity.name, connection: connection.name, type: connection.type, needed }, where);
  const requested = (trace: string): void => context.emit({ type: 'exchangeRequest', execution: place.execution, activity: place.activity, trace });
  const waits = (ms: number): void =>
    context.emit({ type: 'exchangeWaits', execution: place.execution, activity: place.activity, until: new Date(context.ports.clock.now() + ms).toISOString() });
  return context.ports.exchange(activity.connection, { execution: place.execution, activity: place.activity, requested, waits });
}

function rowTexts(planned: PlannedActivity, values: Readonly<Record<string, FieldValue | undefined>>): PublishedRow {
  return Object.fromEntries(
    Object.entries(planned.shape.publishes).map(([key, field]) => [field.label, Object.hasOwn(values, key) ? formatValue(values[key]) : '']),
  );
}

/** A row whose items are all empty: what goes on from an activity that failed or is disabled. */
export function emptyRow(planned: PlannedActivity): PublishedRow {
  return rowTexts(planned, {});
}

function flowOf(context: RunContext, planned: PlannedActivity, place: Place, { joined }: Incoming, invoked: Promise<unknown>[]): Flow {
  return {
    invoke: (invocation) => {
      const child = invoke(context, planned, place, invocation);
      invoked.push(child);
      return child;
    },
    giveBack: (row) => {
      context.lineage.returned(row);
      context.emit({ type: 'dataReturned', ...place, values: { ...row } });
    },
    joined: { name: joined?.name, rows: joined?.parents.length ?? 1 },
  };
}

/** Runs an activity's handler with values and a mailbox, and turns what it yields into texts. Rejects with what the handler throws. */
export async function handle(context: RunContext, planned: PlannedActivity, place: Place, inputs: ParsedInputs, incoming: Incoming): Promise<Handled> {
  const definition = definitionOf(planned);
  const { ports, setup } = context;
  const warnings: string[] = [];
  let failure: AppErrorData | undefined;
  const invoked: Promise<unknown>[] = [];
  const at = { activity: place.activity, execution: place.execution };
  let told = Number.NEGATIVE_INFINITY;
  const progress = (done: number, total: number | undefined, unit: string): void => {
    const now = ports.clock.now();
    if (now - told < progressEveryMs) return;
    told = now;
    context.emit({ type: 'activityProgress', ...place, done, unit, ...(total === undefined ? {} : { total }) });
  };
  const collect = async (): Promise<PublishedRow[]> => {
    const exchange = await mailboxOf(context, planned, place);
    const shared = exchange === undefined ? {} : connectionDataOf(exchange.facts);
    const rows: PublishedRow[] = [];
    const flow = flowOf(context, planned, place, incoming, invoked);
    const fail = (error: AppErrorData): void => {
      failure ??= error;
    };
    const computer = { ...ports.computer(context.runbook.name), clock: ports.clock };
    const report = (event: PlatformEvent): void => context.emit({ type: 'platformEvent', ...event, ...at });
    const yielded = definition.run(
      new HandlerContext({ ...inputs, exchange, computer, report, input: setup.input, flow, fail, warn: (reason) => warnings.push(reason), progress }, context.signal),
    );
    if (definition.starts === true) context.emit({ type: 'message', level: 'information', text: `${planned.activity.name} waits for its first item.`, ...at });
    for await (const { own, dynamic } of yielded) {
      rows.push(rowTexts(planned, { ...own, ...dynamic, ...shared }));
      // Each item that a monitor notices is a run of its own: this one goes on with the first, and leaving the loop ends the watch.
      if (definition.starts === true) break;
    }
    return rows;
  };
  try {
    const rows = await untilStopped(collect(), context.stop, ports.clock);
    return { rows, warnings, failure };
  } finally {
    // A run inside this one ends by itself when it is stopped; its last event comes before this execution's.
    if (invoked.length > 0) await Promise.allSettled(invoked);
  }
}
