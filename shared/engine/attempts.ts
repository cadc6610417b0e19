import { errorDataOf, type AppErrorData } from '../errors/appError.ts';
import type { ActivityStatus } from '../runbook/runbook.ts';
import type { LoopFacts } from './events.ts';
import { flattenRows } from './flatten.ts';
import { emptyRow, handle, type Handled } from './handler.ts';
import { parseInputs, type ResolvedTexts } from './inputs.ts';
import type { OwnSignal } from './ownSignal.ts';
import type { Place } from './place.ts';
import type { PlannedActivity, PlannedLoop } from './plan.ts';
import { factsOf, tokensOf, type Incoming, type JudgedRow } from './produced.ts';
import type { RunContext } from './runContext.ts';
import { errorWithout, noSecrets, secretItems, withoutValues } from './secretItems.ts';
import { valueOf } from './token.ts';

/** What an attempt came to. */
export interface Worked {
  readonly rows: readonly JudgedRow[];
  readonly warnings: readonly string[];
  /** It failed; rows it had all the same are in `rows`. */
  readonly error?: AppErrorData;
  /** The run was stopped. */
  readonly cancelled?: boolean;
  /** Of an activity that loops. */
  readonly loop?: LoopFacts;
}

/** The execution that attempts are made for. */
export interface Attempting {
  readonly context: RunContext;
  readonly planned: PlannedActivity;
  readonly place: Place;
  readonly texts: ResolvedTexts;
  readonly incoming: Incoming;
  readonly own: OwnSignal;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number;
}

const stopped: Worked = { rows: [], warnings: [], cancelled: true };

/** How an attempt ended, by what it came to. */
export function statusOf({ error, warnings }: Worked): ActivityStatus {
  if (error !== undefined) return 'failed';
  return warnings.length > 0 ? 'warning' : 'success';
}

function withPlace({ context, planned, place, texts }: Attempting, error: AppErrorData): AppErrorData {
  return { ...errorWithout(error, texts, context.secrets), where: { runbook: context.runbook.name, activity: planned.key, item: place.item, ...error.where } };
}

function workedAs(at: Attempting, { rows, warnings, failure }: Handled): Worked {
  const { planned, texts, context } = at;
  const flat = planned.joins ? rows : flattenRows(rows, planned.activity.flatten);
  const judged = flat.map((row) => ({ row, secret: secretItems(row, planned, texts, context.secrets) }));
  return { rows: judged, warnings: warnings.map((warning) => context.secrets.mask(warning)), ...(failure === undefined ? {} : { error: withPlace(at, failure) }) };
}

function failedAs(at: Attempting, thrown: unknown): Worked {
  const { planned, context } = at;
  const error = errorDataOf(thrown, `running ${planned.activity.name}`, context.runSignal);
  return { rows: [], warnings: [], error: withPlace(at, error), cancelled: context.runSignal.aborted && error.kind === 'cancelled' };
}

/** One attempt; a promise only where the handler waits for something. */
function once(at: Attempting): Worked | Promise<Worked> {
  const { planned, texts } = at;
  if (texts.problem !== undefined) return { rows: [], warnings: [], error: withPlace(at, texts.problem) };
  try {
    const handled = handle(at, parseInputs(planned, texts));
    if (handled instanceof Promise) return handled.then((given) => workedAs(at, given)).catch((thrown: unknown) => failedAs(at, thrown));
    return workedAs(at, handled);
  } catch (thrown) {
    return failedAs(at, thrown);
  }
}

/** Why a loop may not go on though its conditions want to, or undefined. */
function capOf({ settings }: PlannedLoop, attempts: number, seconds: number): string | undefined {
  const { maximumAttempts, maximumSeconds, delaySeconds } = settings;
  if (maximumAttempts !== undefined && attempts >= maximumAttempts)
    return `The loop ended at its limit of ${maximumAttempts} attempts, before its conditions let it.`;
  if (maximumSeconds !== undefined && seconds + delaySeconds >= maximumSeconds)
    return `The loop ended at its limit of ${maximumSeconds} seconds, before its conditions let it.`;
  return undefined;
}

function judge(at: Attempting, loop: PlannedLoop, worked: Worked, facts: LoopFacts): { readonly exits: boolean; readonly reason: string } {
  const { context, planned, place, incoming, startedAt } = at;
  const status = statusOf(worked);
  const common = factsOf(context, planned, { status, errorSummary: worked.error?.what ?? worked.warnings.join(' '), startedAt, endedAt: context.ports.clock.now(), loop: facts });
  // An attempt without rows is judged by its status and its attempts.
  const rows = worked.rows.length === 0 ? [{ row: emptyRow(planned), secret: noSecrets }] : worked.rows;
  const tokens = tokensOf(context, rows, place, incoming, common);
  const verdict = loop.test(tokens.map((token) => ({ status, value: (label) => valueOf(token, label) })));
  const shown = (text: string): string => tokens.reduce((told, token) => withoutValues(told, token.row, token.secret), text);
  const { exits } = verdict;
  const reason = shown(verdict.reason);
  for (const text of verdict.warnings.map(shown)) context.once(`${planned.key} ${text}`, { type: 'message', level: 'warning', text, activity: planned.key, execution: place.execution });
  context.emit({ type: 'loopAttempt', ...place, attempt: facts.attempts, status, rows: worked.rows.length, exits, reason });
  return { exits, reason };
}

/**
 * Runs an activity once; or, where it loops, with the same row until its conditions or caps end the loop (runbook-model 1.7). The
 * rows of the last attempt are the result. Stopping the run ends the wait between attempts, too.
 */
export function attempts(at: Attempting): Worked | Promise<Worked> {
  const { loop } = at.planned;
  return loop === undefined ? once(at) : looped(at, loop);
}

async function looped(at: Attempting, loop: PlannedLoop): Promise<Worked> {
  const { context, startedAt, own } = at;
  const { clock } = context.ports;
  const { delaySeconds } = loop.settings;
  for (let count = 1; ; count += 1) {
    const worked = await once(at);
    if (worked.cancelled === true) return worked;
    const seconds = (clock.now() - startedAt) / 1000;
    const facts = { delaySeconds, attempts: count, seconds, error: '' };
    if (judge(at, loop, worked, facts).exits) return { ...worked, loop: facts };
    const error = capOf(loop, count, seconds);
    if (error !== undefined) return { ...worked, warnings: [...worked.warnings, error], loop: { ...facts, error } };
    if (delaySeconds > 0) await clock.sleep(delaySeconds * 1000, own.get()).catch(() => undefined);
    if (context.isFull()) await context.room();
    if (context.runSignal.aborted || !context.spend('activities')) return stopped;
  }
}
