import { attempts, statusOf, type Worked } from './attempts.ts';
import { emptyRow } from './handler.ts';
import { resolveTexts } from './inputs.ts';
import { passGate } from './passage.ts';
import type { PublishedRow } from './events.ts';
import type { OwnSignal } from './ownSignal.ts';
import type { Place } from './place.ts';
import type { PlannedActivity } from './plan.ts';
import { factsOf, tokensOf, type Incoming, type JudgedRow, type Produced } from './produced.ts';
import { reporter } from './reports.ts';
import type { RunContext } from './runContext.ts';
import { noSecrets, shownRow } from './secretItems.ts';

const stoppedFirst = 'The run was stopped before it started.';

/** Ends an execution that never started; it passes nothing on. */
export function skip(context: RunContext, place: Place, reason: string = stoppedFirst): undefined {
  context.emit({ type: 'activityFinished', ...place, outcome: 'skipped', durationMs: 0, rows: 0, reason });
  return undefined;
}

const empty = (planned: PlannedActivity): JudgedRow => ({ row: emptyRow(planned), secret: noSecrets });

/** An activity that is disabled or passed over does nothing: the row it was given goes on as if it had succeeded. */
function passOn(context: RunContext, planned: PlannedActivity, place: Place, incoming: Incoming, why: string): Produced {
  const reason = `${why} Its row goes on as success.`;
  const at = context.emit({ type: 'activityFinished', ...place, outcome: 'skipped', durationMs: 0, rows: 1, reason });
  const facts = factsOf(context, planned, { status: 'success', errorSummary: '', startedAt: at, endedAt: at });
  return { status: 'success', tokens: tokensOf(context, [empty(planned)], place, incoming, facts) };
}

/** Tells a row; answers false when no more may be published. */
function publishRow(context: RunContext, place: Place, { row, secret }: JudgedRow, number: number): boolean {
  if (!context.spend('rows')) return false;
  context.emit({ type: 'activityPublished', ...place, row: number, values: shownRow(row, secret) });
  return true;
}

async function publish(context: RunContext, place: Place, rows: readonly JudgedRow[]): Promise<boolean> {
  for (const [index, row] of rows.entries()) {
    if (!publishRow(context, place, row, index + 1)) return false;
    if (context.isFull()) await context.room();
  }
  return true;
}

/** The rows that a person pinned to an activity, which does not run. */
function pinnedAs(planned: PlannedActivity, pinned: readonly PublishedRow[]): Worked {
  return { rows: pinned.map((row) => ({ row: { ...emptyRow(planned), ...row }, secret: noSecrets })), warnings: [] };
}

/**
 * Runs one execution of an activity for one row: resolve the inputs, wait at the gate, run the handler, again and again where it
 * loops, publish. Always ends what it starts with `activityFinished`. Answers what goes on to the links, or undefined when
 * nothing does because the run was stopped.
 */
export async function execute(context: RunContext, planned: PlannedActivity, place: Place, incoming: Incoming, own: OwnSignal): Promise<Produced | undefined> {
  const { runSignal, ports } = context;
  if (context.isFull()) await context.room();
  if (runSignal.aborted || !context.spend('activities')) return skip(context, place);
  if (planned.activity.disabled) return passOn(context, planned, place, incoming, 'The activity is disabled.');

  // Only what is a promise is waited for: rows come by the hundred thousand, and most activities and gates let them through at once.
  const resolving = resolveTexts(planned, incoming.token, context.plan, ports.variables, context.secrets);
  const resolved = resolving instanceof Promise ? await resolving : resolving;
  const passing = passGate(context, planned, place, resolved, incoming.token, own);
  const passage = passing instanceof Promise ? await passing : passing;
  if (!passage.go) {
    if (passage.why === 'activity') return passOn(context, planned, place, incoming, 'The activity was skipped.');
    return skip(context, place, passage.why === 'item' ? 'The row was left out. It goes no further.' : stoppedFirst);
  }
  const { texts } = passage;
  const pinned = context.setup.pins?.[planned.key];

  const startedAt = context.emit({ type: 'activityStarted', ...place });
  const connection = planned.connection?.name ?? planned.activity.connection;
  context.emit({ type: 'inputResolved', ...place, inputs: [...texts.inputs], ...(connection === undefined ? {} : { connection }) });
  for (const text of texts.missing) context.emit({ type: 'message', level: 'warning', text, activity: place.activity, execution: place.execution });

  const { activity, execution } = place;
  const report = reporter(context, planned.activity.report, { name: planned.activity.name, activity, execution });
  const working = pinned === undefined ? attempts({ context, planned, place, texts, incoming, own, startedAt }) : pinnedAs(planned, pinned);
  const worked = working instanceof Promise ? await working : working;
  const endedAt = ports.clock.now();
  const durationMs = endedAt - startedAt;
  const stored = pinned === undefined ? undefined : { stored: 'pin' as const };
  const cancelled = (): undefined => {
    report.ended();
    context.emit({ type: 'activityFinished', ...place, outcome: 'cancelled', durationMs, rows: 0, reason: 'The run was stopped.', ...stored });
    return undefined;
  };
  if (worked.cancelled === true) return cancelled();
  const { rows, warnings, error, loop } = worked;
  const [first] = rows;
  const told = first === undefined || (rows.length === 1 ? publishRow(context, place, first, 1) : await publish(context, place, rows));
  if (!told) return cancelled();
  const status = statusOf(worked);
  const said = error === undefined && warnings.length === 0 ? '' : [error?.what ?? '', ...warnings].filter((text) => text !== '').join(' ');
  const why = { ...(said === '' ? {} : { reason: said }), ...(error === undefined ? {} : { error }) };
  const looped = loop === undefined ? undefined : { loop };
  context.emit({ type: 'activityFinished', ...place, outcome: status, durationMs, rows: rows.length, ...why, ...looped, ...stored });
  report.ended(status === 'failed' ? said : undefined);
  const passedOn = status === 'failed' && rows.length === 0 ? [empty(planned)] : rows;
  const facts = factsOf(context, planned, { status, errorSummary: said, startedAt, endedAt, ...looped });
  return { status, tokens: tokensOf(context, passedOn, place, incoming, facts) };
}
