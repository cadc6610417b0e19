import { errorDataOf, type AppErrorData } from '../errors/appError.ts';
import type { ActivityStatus } from '../runbook/runbook.ts';
import { commonRow, type CommonFacts } from './commonRow.ts';
import type { PublishedRow } from './events.ts';
import { flattenRows } from './flatten.ts';
import { emptyRow, handle, type Place } from './handler.ts';
import { parseInputs, resolveTexts, type ResolvedTexts } from './inputs.ts';
import type { PlannedActivity } from './plan.ts';
import type { RunContext } from './runContext.ts';
import { errorWithout, noSecrets, secretItems, shownRow } from './secretItems.ts';
import type { Token } from './token.ts';
import { unlessStopped } from './untilStopped.ts';

/** What an execution passes on. A failed one passes one empty row on, which carries its status and error. */
export interface Produced {
  readonly status: ActivityStatus;
  readonly tokens: readonly Token[];
}

const stoppedFirst = 'The run was stopped before it started.';

/** Ends an execution that never started; it passes nothing on. */
export function skip(context: RunContext, place: Place): undefined {
  context.emit({ type: 'activityFinished', ...place, outcome: 'skipped', durationMs: 0, rows: 0, reason: stoppedFirst, common: {} });
  return undefined;
}

function factsOf(context: RunContext, planned: PlannedActivity, status: ActivityStatus, errorSummary: string, startedAt: number): CommonFacts {
  const { host, clock } = context.ports;
  return {
    activity: planned.key,
    name: planned.activity.name,
    typeName: planned.definition?.title ?? planned.activity.type,
    runbook: context.runbook.name,
    processId: host.processId,
    serverName: host.serverName,
    status,
    errorSummary,
    startedAt,
    endedAt: clock.now(),
  };
}

/** A row, and which of its items are not shown. */
interface JudgedRow {
  readonly row: PublishedRow;
  readonly secret: ReadonlySet<string>;
}

function tokensOf(rows: readonly JudgedRow[], place: Place, parent: Token | undefined, facts: CommonFacts): Token[] {
  return rows.map(({ row, secret }, index) => ({ parent, activity: place.activity, execution: place.execution, number: index + 1, row, secret, facts }));
}

const empty = (planned: PlannedActivity): JudgedRow => ({ row: emptyRow(planned), secret: noSecrets });

/** A disabled activity does nothing: the row it was given goes on as if it had succeeded. */
function passOn(context: RunContext, planned: PlannedActivity, place: Place, parent: Token | undefined): Produced {
  const facts = factsOf(context, planned, 'success', '', context.ports.clock.now());
  const reason = 'The activity is disabled. Its row goes on as success.';
  context.emit({ type: 'activityFinished', ...place, outcome: 'skipped', durationMs: 0, rows: 1, reason, common: commonRow(facts) });
  return { status: 'success', tokens: tokensOf([empty(planned)], place, parent, facts) };
}

/** Waits at the gate. Answers false when the run is stopped meanwhile. */
async function pass(context: RunContext, place: Place, texts: ResolvedTexts): Promise<boolean> {
  const decision = context.gate.enter({ ...place, inputs: texts.inputs }, context.signal);
  if (!decision.pause) return true;
  context.emit({ type: 'paused', ...place, reason: decision.reason, inputs: [...texts.inputs] });
  if (!(await unlessStopped(decision.released, context.signal))) return false;
  context.emit({ type: 'resumed', ...place });
  return true;
}

type Worked = { readonly rows: readonly JudgedRow[]; readonly warnings: readonly string[] } | { readonly error: AppErrorData; readonly cancelled: boolean };

async function work(context: RunContext, planned: PlannedActivity, place: Place, texts: ResolvedTexts): Promise<Worked> {
  if (texts.problem !== undefined) return { error: texts.problem, cancelled: false };
  try {
    const { rows, warnings } = await handle(context, planned, place, parseInputs(planned, texts));
    const judged = flattenRows(rows, planned.activity.flatten).map((row) => ({ row, secret: secretItems(row, planned, texts, context.secrets) }));
    return { rows: judged, warnings: warnings.map((warning) => context.secrets.mask(warning)) };
  } catch (thrown) {
    const error = errorDataOf(thrown, `running ${planned.activity.name}`, context.signal);
    const where = { runbook: context.runbook.name, activity: planned.key, item: place.item, ...error.where };
    return { error: { ...errorWithout(error, texts, context.secrets), where }, cancelled: context.signal.aborted && error.kind === 'cancelled' };
  }
}

async function publish(context: RunContext, place: Place, rows: readonly JudgedRow[]): Promise<boolean> {
  for (const [index, { row, secret }] of rows.entries()) {
    if (!context.spend('rows')) return false;
    context.emit({ type: 'activityPublished', ...place, row: index + 1, values: shownRow(row, secret) });
    await context.room();
  }
  return true;
}

/**
 * Runs one execution of an activity for one row: resolve the inputs, wait at the gate, run the handler, publish. Always
 * ends what it starts with `activityFinished`. Answers what goes on to the links, or undefined when nothing does
 * because the run was stopped.
 */
export async function execute(context: RunContext, planned: PlannedActivity, place: Place, parent: Token | undefined): Promise<Produced | undefined> {
  const { signal, ports } = context;
  await context.room();
  if (signal.aborted || !context.spend('activities')) return skip(context, place);
  if (planned.activity.disabled) return passOn(context, planned, place, parent);

  const texts = await resolveTexts(planned, parent, context.plan, ports.variables, context.secrets);
  if (!(await pass(context, place, texts))) return skip(context, place);

  const startedAt = ports.clock.now();
  context.emit({ type: 'activityStarted', ...place });
  const connection = planned.connection?.name ?? planned.activity.connection;
  context.emit({ type: 'inputResolved', ...place, inputs: [...texts.inputs], ...(connection === undefined ? {} : { connection }) });
  for (const text of texts.missing) context.emit({ type: 'message', level: 'warning', text, activity: place.activity, execution: place.execution });

  const worked = await work(context, planned, place, texts);
  const finish = { type: 'activityFinished', ...place, durationMs: ports.clock.now() - startedAt } as const;
  const cancelled = (): undefined => {
    context.emit({ ...finish, outcome: 'cancelled', rows: 0, reason: 'The run was stopped.', common: {} });
    return undefined;
  };
  if ('error' in worked) {
    if (worked.cancelled) return cancelled();
    const facts = factsOf(context, planned, 'failed', worked.error.what, startedAt);
    context.emit({ ...finish, outcome: 'failed', rows: 0, reason: worked.error.what, error: worked.error, common: commonRow(facts) });
    return { status: 'failed', tokens: tokensOf([empty(planned)], place, parent, facts) };
  }
  const { rows, warnings } = worked;
  if (!(await publish(context, place, rows))) return cancelled();
  const status = warnings.length > 0 ? 'warning' : 'success';
  const facts = factsOf(context, planned, status, warnings.join(' '), startedAt);
  const reason = warnings.length === 0 ? {} : { reason: warnings.join(' ') };
  context.emit({ ...finish, outcome: status, rows: rows.length, ...reason, common: commonRow(facts) });
  return { status, tokens: tokensOf(rows, place, parent, facts) };
}
