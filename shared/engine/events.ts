import { z } from 'zod';
import { AppErrorData } from '../errors/appError.ts';
import { ActivityStatus } from '../runbook/runbook.ts';

/** Published data of one row: texts by label, as they travel on the data bus (runbook-model 2.2). */
export const PublishedRow = z.record(z.string(), z.string());
export type PublishedRow = z.infer<typeof PublishedRow>;

/** How an execution ended. Only success, warning and failed can be tested by a link. */
export const Outcome = z.enum([...ActivityStatus.options, 'cancelled', 'skipped']);
export type Outcome = z.infer<typeof Outcome>;

/** What an activity does to a mailbox, where that is more than reading. */
export const Risk = z.enum(['changes', 'sends', 'deletes']);
export type Risk = z.infer<typeof Risk>;

/** Where the rows of an execution come from that did not run. */
export const Stored = z.enum(['pin', 'earlierRun']);
export type Stored = z.infer<typeof Stored>;

/** How a run ended (runbook-model 1.10). */
export const RunStatus = z.enum([...ActivityStatus.options, 'cancelled']);
export type RunStatus = z.infer<typeof RunStatus>;

/** What a loop has come to when its execution ends. */
export const LoopFacts = z.object({
  delaySeconds: z.number(),
  attempts: z.number(),
  /** Seconds since the first attempt began. */
  seconds: z.number(),
  /** Why the loop was ended without its conditions; empty otherwise. */
  error: z.string(),
});
export type LoopFacts = Readonly<z.infer<typeof LoopFacts>>;

/** Where a run happens. */
export const Host = z.object({ serverName: z.string(), processId: z.number() });
export type Host = Readonly<z.infer<typeof Host>>;

/** Who or what began a run. */
export const StartedBy = z.enum(['test', 'commandLine']);
export type StartedBy = z.infer<typeof StartedBy>;

/** A resolved input as it is shown: masked where it is secret. */
export const ResolvedInput = z.object({
  key: z.string(),
  label: z.string(),
  design: z.string(),
  value: z.string(),
  /** A person gave it another value for this execution. */
  edited: z.literal(true).optional(),
  /** A secret or a list of declarations: it has no text that could be changed while the run is paused. */
  fixed: z.literal(true).optional(),
});
export type ResolvedInput = z.infer<typeof ResolvedInput>;

/** One activity execution: the activity, which row of its input it works on (from 1), and of how many. */
const execution = { execution: z.string(), activity: z.string(), item: z.number(), items: z.number() };

const kinds = [
  z.object({
    type: z.literal('runStarted'),
    runbook: z.string(),
    /** Its key, where it is a runbook of the workspace. */
    key: z.string().optional(),
    order: z.string(),
    startedBy: StartedBy,
    input: z.record(z.string(), z.string()),
    /** Names of the activities by key. */ names: z.record(z.string(), z.string()).optional(),
    /** Titles of their types by key. */ types: z.record(z.string(), z.string()).optional(),
    host: Host.optional(),
    /** What activities do to a mailbox beside reading, by key. */ effects: z.record(z.string(), Risk).optional(),
  }),
  /** `from` and `row` name the execution and its row that led here. */
  z.object({ type: z.literal('activityQueued'), ...execution, from: z.string().optional(), row: z.number().optional() }),
  z.object({ type: z.literal('activityStarted'), ...execution }),
  z.object({ type: z.literal('inputResolved'), ...execution, connection: z.string().optional(), inputs: z.array(ResolvedInput) }),
  z.object({ type: z.literal('activityProgress'), ...execution, done: z.number(), total: z.number().optional(), unit: z.string() }),
  /** A published row; `row` counts from 1 within the execution. */
  z.object({ type: z.literal('activityPublished'), ...execution, row: z.number(), values: PublishedRow }),
  z.object({
    type: z.literal('activityFinished'),
    ...execution,
    outcome: Outcome,
    durationMs: z.number(),
    rows: z.number(),
    reason: z.string().optional(),
    error: AppErrorData.optional(),
    /** Common published data as an earlier run told it. What this run knows of its own executions makes that of all others: see `commonOf`. */
    common: PublishedRow.optional(),
    /** Of an activity that loops. */
    loop: LoopFacts.optional(),
    /** The rows were at hand: pinned by a person, or taken from an earlier run. The activity did nothing. */
    stored: Stored.optional(),
  }),
  /** An attempt of a loop has ended; `reason` says why the loop ends or goes on, as a sentence without a full stop. */
  z.object({
    type: z.literal('loopAttempt'),
    ...execution,
    attempt: z.number(),
    status: ActivityStatus,
    rows: z.number(),
    exits: z.boolean(),
    reason: z.string(),
  }),
  /** A row that the runbook hands back to whoever started it. */
  z.object({ type: z.literal('dataReturned'), ...execution, values: PublishedRow }),
  /** Something a person asked to be told of: an activity or the runbook takes long, or failed (runbook-model 1.8 and 1.9). */
  z.object({
    type: z.literal('platformEvent'),
    severity: z.enum(['information', 'warning', 'error']),
    summary: z.string(),
    details: z.string().optional(),
    activity: z.string().optional(),
    execution: z.string().optional(),
  }),
  /** A row met a link; `reason` is a sentence such as "Importance was Normal, expected High". */
  z.object({
    type: z.literal('linkEvaluated'),
    from: z.string(),
    to: z.string(),
    execution: z.string(),
    row: z.number(),
    followed: z.boolean(),
    reason: z.string(),
  }),
  z.object({
    type: z.literal('paused'),
    ...execution,
    reason: z.enum(['breakpoint', 'step', 'pause', 'guard']),
    /** By which value a condition held. */
    detail: z.string().optional(),
    /** What starting it does to a mailbox that is no demo. */
    risk: Risk.optional(),
    inputs: z.array(ResolvedInput),
  }),
  /** A person gave an input of a paused execution another text. */
  z.object({ type: z.literal('inputEdited'), ...execution, input: ResolvedInput }),
  z.object({ type: z.literal('resumed'), ...execution }),
  z.object({
    type: z.literal('message'),
    level: z.enum(['information', 'warning', 'error']),
    text: z.string(),
    activity: z.string().optional(),
    execution: z.string().optional(),
  }),
  z.object({ type: z.literal('exchangeRequest'), execution: z.string(), activity: z.string(), trace: z.string() }),
  /** The server asks to wait; the next attempt is made at `until`, ISO 8601 in UTC. */
  z.object({ type: z.literal('exchangeWaits'), execution: z.string(), activity: z.string(), until: z.string() }),
  /** A request takes long: it was sent at `since`, and is given up at `until`, both ISO 8601 in UTC. */
  z.object({ type: z.literal('exchangeAwaited'), execution: z.string(), activity: z.string(), operation: z.string(), host: z.string(), since: z.string(), until: z.string() }),
  z.object({ type: z.literal('limitReached'), limit: z.enum(['activities', 'rows', 'duration']), maximum: z.number() }),
  z.object({ type: z.literal('runFinished'), status: RunStatus, durationMs: z.number(), error: AppErrorData.optional() }),
] as const;

/** Position and time every event carries: `seq` counts from 1 without gaps, `at` is ISO 8601 in UTC. */
const stamp = z.object({ seq: z.number(), at: z.string(), run: z.string() });

const OwnEvent = stamp.and(z.discriminatedUnion('type', kinds));
type OwnEvent = z.infer<typeof OwnEvent>;

/** An event of a run that an execution invoked: whole, with the number, time and id it has there. Runs nest by nesting these. */
export interface ChildEvent extends z.infer<typeof stamp> {
  readonly type: 'childEvent';
  readonly execution: string;
  readonly activity: string;
  readonly event: RunEvent;
}

/** What happens in a run. The closed union that console, canvas, history, command line and tests fold. */
export type RunEvent = OwnEvent | ChildEvent;
export const RunEvent: z.ZodType<RunEvent, RunEvent> = z.lazy(() =>
  z.union([OwnEvent, stamp.extend({ type: z.literal('childEvent'), execution: z.string(), activity: z.string(), event: RunEvent })]),
);

/** The event that an event of an invoked run carries, however deep it comes from; any other event itself. */
export function innermost(event: RunEvent): OwnEvent {
  return event.type === 'childEvent' ? innermost(event.event) : event;
}

/** The types of events this version knows; files of a later one may hold more. */
export const runEventTypes: readonly string[] = [...kinds.map((kind) => kind.shape.type.value), 'childEvent'];

type WithoutStamp<E> = E extends RunEvent ? Omit<E, 'seq' | 'at' | 'run'> : never;
/** An event before the run numbers it. */
export type RunEventBody = WithoutStamp<RunEvent>;
