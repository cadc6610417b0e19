import { missingType } from '../activities/connectionNeed.ts';
import { AppError, type AppErrorData } from '../errors/appError.ts';
import { connectionDataOf } from '../activities/connectionData.ts';
import type { AnyActivity, Row } from '../activities/defineActivity.ts';
import type { Exchange } from '../exchange/port.ts';
import type { Fields, FieldValue } from '../fields/field.ts';
import { formatValue } from '../fields/value.ts';
import type { PublishedRow } from './events.ts';
import { HandlerContext, type Working } from './handlerContext.ts';
import type { ParsedInputs } from './inputs.ts';
import type { Place } from './place.ts';
import type { PlannedActivity } from './plan.ts';
import type { AwaitedRequest } from './ports.ts';
import type { RunContext } from './runContext.ts';
import { untilStopped } from './untilStopped.ts';

/** What a handler gave: its rows as texts by label, why it warned, and why it failed though its rows go on. */
export interface Handled {
  readonly rows: readonly PublishedRow[];
  readonly warnings: readonly string[];
  readonly failure: AppErrorData | undefined;
}

/** The definition, or AppError for a type that this version does not have. */
export function definitionOf({ definition, activity }: PlannedActivity): AnyActivity {
  if (definition === undefined) throw new AppError('runbook.unknownActivityType', { type: activity.type, activity: activity.name });
  return definition;
}

/** The mailbox of an activity, or undefined for one that works without. Throws AppError where its connection does not fit, and rejects with that of the mailbox. */
function mailboxOf(context: RunContext, planned: PlannedActivity, place: Place): Promise<Exchange> | undefined {
  const definition = definitionOf(planned);
  if (definition.connection === 'none') return undefined;
  const { activity, connection } = planned;
  const where = { where: { activity: planned.key, field: 'connection' } };
  if (activity.connection === undefined || activity.connection === '') throw new AppError('runbook.noConnection', { activity: activity.name }, where);
  if (connection === undefined) throw new AppError('runbook.unknownConnection', { activity: activity.name, connection: activity.connection }, where);
  const needed = missingType(definition.connection, connection);
  if (needed !== undefined)
    throw new AppError('runbook.wrongConnectionType', { activity: activity.name, connection: connection.name, type: connection.type, needed }, where);
  const requested = (trace: string): void => void context.emit({ type: 'exchangeRequest', execution: place.execution, activity: place.activity, trace });
  const waits = (ms: number): void =>
    void context.emit({ type: 'exchangeWaits', execution: place.execution, activity: place.activity, until: new Date(context.ports.clock.now() + ms).toISOString() });
  const awaits = (request: AwaitedRequest): void => void context.emit({ type: 'exchangeAwaited', execution: place.execution, activity: place.activity, ...request });
  return context.ports.exchange(activity.connection, { execution: place.execution, activity: place.activity, requested, waits, awaits });
}

function rowTexts(planned: PlannedActivity, values: Readonly<Record<string, FieldValue | undefined>>): PublishedRow {
  const row: Record<string, string> = {};
  for (const [key, { label }] of planned.published) row[label] = Object.hasOwn(values, key) ? formatValue(values[key]) : '';
  return row;
}

/** A row whose items are all empty: what goes on from an activity that failed or is disabled. */
export function emptyRow(planned: PlannedActivity): PublishedRow {
  return rowTexts(planned, {});
}

type Yielded = AsyncIterable<Row<Fields>> | Iterable<Row<Fields>>;

const waits = (rows: Yielded): rows is AsyncIterable<Row<Fields>> => Symbol.asyncIterator in rows;

/** A row as texts; the data of the connection goes with each of them. */
function textsOf({ planned }: Working, { own, dynamic }: Row<Fields>, shared: Row<Fields>['own'] | undefined): PublishedRow {
  return rowTexts(planned, dynamic === undefined && shared === undefined ? own : { ...own, ...dynamic, ...shared });
}

function begin({ context, planned, place: { activity, execution } }: Working, given: HandlerContext): Yielded {
  const definition = definitionOf(planned);
  if (definition.starts === true) context.emit({ type: 'message', level: 'information', text: `${planned.activity.name} waits for its first item.`, activity, execution });
  return definition.run(given);
}

async function collect(working: Working, { exchange }: HandlerContext, yielded: Yielded): Promise<readonly PublishedRow[]> {
  const shared = exchange === undefined ? undefined : connectionDataOf(exchange.facts);
  const isMonitor = working.planned.definition?.starts === true;
  const rows: PublishedRow[] = [];
  for await (const row of yielded) {
    rows.push(textsOf(working, row, shared));
    // Each item that a monitor notices is a run of its own: this one goes on with the first, and leaving the loop ends the watch.
    if (isMonitor) break;
  }
  return rows;
}

async function handleLater(working: Working, given: HandlerContext, yielded: Yielded): Promise<Handled> {
  const { stop, ports } = working.context;
  try {
    const rows = await untilStopped(collect(working, given, yielded), stop, ports.clock);
    return { rows, warnings: given.warnings, failure: given.failure };
  } finally {
    // A run inside this one ends by itself when it is stopped; its last event comes before this execution's.
    if (given.invoked.length > 0) await Promise.allSettled(given.invoked);
  }
}

async function handleWith(opening: Promise<Exchange>, working: Working, inputs: ParsedInputs): Promise<Handled> {
  const { stop, ports } = working.context;
  const given = new HandlerContext(working, inputs, await untilStopped(opening, stop, ports.clock));
  return handleLater(working, given, begin(working, given));
}

/**
 * Runs an activity's handler with values and a mailbox, and turns what it yields into texts. Throws, or rejects with, what the handler throws. A
 * handler that waits for nothing has done its work already: a promise for each of a hundred thousand rows costs more than most of them do.
 */
export function handle(working: Working, inputs: ParsedInputs): Handled | Promise<Handled> {
  const { context, planned, place } = working;
  const opening = mailboxOf(context, planned, place);
  if (opening !== undefined) return handleWith(opening, working, inputs);
  const given = new HandlerContext(working, inputs, undefined);
  const yielded = begin(working, given);
  if (waits(yielded)) return handleLater(working, given, yielded);
  const rows: PublishedRow[] = [];
  for (const row of yielded) rows.push(textsOf(working, row, undefined));
  return { rows, warnings: given.warnings, failure: given.failure };
}
