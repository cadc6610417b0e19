import type { AppErrorData } from '../errors/appError.ts';
import { emptyActivityView, withAttempt, withTransition, type ActivityView, type ExecutionState } from './activityView.ts';
import type { ActivityStatus } from '../runbook/runbook.ts';
import type { ChildEvent, Host, LoopFacts, PublishedRow, ResolvedInput, Risk, RunEvent, RunStatus, Stored } from './events.ts';
import { ExecutionTable } from './executionTable.ts';
import { emptyLinkView, withVerdict, type LinkView } from './linkView.ts';
import { logLine, nestedLine, type LogLine } from './logLine.ts';
import type { AwaitedRequest, PauseReason } from './ports.ts';
import { pathInto } from './executionPath.ts';
import { Sequence } from './sequence.ts';

/** An attempt of a loop that has ended. */
export interface Attempt {
  /** From 1. */
  readonly attempt: number;
  readonly status: ActivityStatus;
  readonly rows: number;
  /** Why the loop ends or goes on. */
  readonly reason: string;
  /** Runs that were invoked up to its end, in this attempt and those before. */
  readonly children: number;
}

/** One execution of an activity, as console and canvas show it. */
export interface ExecutionView {
  readonly execution: string;
  readonly activity: string;
  /** Which row of its input, from 1, and of how many. */
  readonly item: number;
  readonly items: number;
  /** Execution that produced the row this one works on, and the number of the row there. */
  readonly from?: string;
  readonly row?: number;
  readonly state: ExecutionState;
  readonly startedAt?: string;
  readonly durationMs?: number;
  readonly connection?: string;
  readonly inputs: readonly ResolvedInput[];
  readonly rows: Sequence<PublishedRow>;
  readonly rowCount: number;
  readonly reason?: string;
  readonly error?: AppErrorData;
  /** Common published data as an earlier run told it; that of others is made by `commonOf`. */
  readonly common?: PublishedRow;
  readonly loop?: LoopFacts;
  readonly progress?: { readonly done: number; readonly total?: number; readonly unit: string };
  /** Ids of the requests it made, oldest first. */
  readonly traces: readonly string[];
  /** Attempts that ended, of an activity that loops; undefined for one that does not. */
  readonly attempts?: Sequence<Attempt>;
  /** It failed, and a link took its row on. */
  readonly handled?: true;
  /** Runs of other runbooks that it invoked, in order. */
  readonly children: readonly RunView[];
  /** Why it is held back, while it is. */
  readonly pause?: Pause;
  /** It was passed over, and its row went on. */
  readonly passedOn?: true;
  /** It did not run: its rows were at hand. */
  readonly stored?: Stored;
  /** The server asked to wait; the next attempt is made at this time, ISO 8601 in UTC. */
  readonly waitsUntil?: string;
  /** The request that takes long, while it does. */
  readonly awaited?: AwaitedRequest;
}

/** Why an execution is held back, and what starting it does to a mailbox that is no demo. */
export interface Pause {
  readonly reason: PauseReason;
  readonly detail?: string;
  readonly risk?: Risk;
}

/** A run as it is shown: everything that console, canvas overlay, history and command line need. */
export interface RunView {
  readonly run: string;
  readonly runbook: string;
  /** Key of the runbook in its workspace; runs that earlier versions recorded do not tell it. */
  readonly key?: string;
  readonly status: 'running' | 'paused' | RunStatus;
  readonly startedAt: string;
  readonly durationMs?: number;
  /** By id, and in order of appearance in `executions.values`. */
  readonly executions: ExecutionTable<ExecutionView>;
  readonly activities: Readonly<Record<string, ActivityView>>;
  /** By `from>to`. */
  readonly links: Readonly<Record<string, LinkView>>;
  readonly log: Sequence<LogLine>;
  /** Names of the activities by key, as they were when the run started. */
  readonly names: Readonly<Record<string, string>>;
  /** Titles of their types. */
  readonly types: Readonly<Record<string, string>>;
  readonly host?: Host;
  /** What activities do to a mailbox beside reading, by key. */
  readonly effects: Readonly<Record<string, Risk>>;
  /** Ways to the executions that wait at the gate, here and in invoked runs, longest first; commands act on the first. */
  readonly paused: readonly string[];
  readonly pausedAt?: string;
  readonly limit?: { readonly limit: string; readonly maximum: number };
  readonly error?: AppErrorData;
  /** Rows that the runbook handed back. */
  readonly returned: Sequence<PublishedRow>;
  /** What Send Platform Event and the notifications of run behavior told of. */
  readonly platformEvents: Sequence<PlatformEventOfRun>;
}

/** An entry of the Events tab. */
export type PlatformEventOfRun = Extract<RunEvent, { readonly type: 'platformEvent' }>;

/** The view before the first event. */
export const emptyRunView: RunView = {
  run: '',
  runbook: '',
  status: 'running',
  startedAt: '',
  executions: ExecutionTable.empty(),
  activities: {},
  links: {},
  log: Sequence.of(),
  names: {},
  types: {},
  effects: {},
  paused: [],
  returned: Sequence.of(),
  platformEvents: Sequence.of(),
};

type ExecutionEvent = Extract<RunEvent, { readonly items: number }>;

function newExecution(event: ExecutionEvent): ExecutionView {
  const { execution, activity, item, items } = event;
  return { execution, activity, item, items, state: 'queued', inputs: [], rows: Sequence.of(), rowCount: 0, traces: [], children: [] };
}

const pauseOf = ({ reason, detail, risk }: Extract<RunEvent, { readonly type: 'paused' }>): Pause => ({
  reason,
  ...(detail === undefined ? {} : { detail }),
  ...(risk === undefined ? {} : { risk }),
});

const attemptOf = ({ attempt, status, rows, reason }: Extract<RunEvent, { readonly type: 'loopAttempt' }>, { children }: ExecutionView): Attempt => ({ attempt, status, rows, reason, children: children.length });

function withoutPause(execution: ExecutionView): ExecutionView {
  const { pause: _over, ...rest } = execution;
  return rest;
}

/** What an event changes about its execution. */
function changeOf(event: ExecutionEvent, before: ExecutionView): ExecutionView {
  switch (event.type) {
    case 'activityQueued':
      return event.from === undefined ? before : { ...before, from: event.from, ...(event.row === undefined ? {} : { row: event.row }) };
    case 'activityStarted':
      return { ...before, state: 'running', startedAt: event.at };
    case 'inputResolved':
      return { ...before, inputs: event.inputs, ...(event.connection === undefined ? {} : { connection: event.connection }) };
    case 'activityProgress':
      return { ...before, progress: { done: event.done, unit: event.unit, ...(event.total === undefined ? {} : { total: event.total }) } };
    case 'activityPublished':
      return { ...before, rows: before.rows.append(event.values), rowCount: before.rowCount + 1 };
    case 'activityFinished': {
      const { outcome, durationMs, reason, error, common, loop, stored } = event;
      const { waitsUntil: _over, awaited: _answered, ...rest } = withoutPause(before);
      const facts = { ...(common === undefined ? {} : { common }), ...(loop === undefined ? {} : { loop }) };
      const passedOver = outcome === 'skipped' && event.rows > 0 ? { passedOn: true as const, startedAt: event.at } : {};
      const told = { ...(reason === undefined ? {} : { reason }), ...(error === undefined ? {} : { error }), ...(stored === undefined ? {} : { stored }) };
      return { ...rest, state: outcome, durationMs, ...passedOver, ...facts, ...told };
    }
    case 'loopAttempt':
      return { ...before, attempts: (before.attempts ?? Sequence.of<Attempt>()).append(attemptOf(event, before)) };
    case 'dataReturned':
      return before;
    case 'paused':
      return { ...before, state: 'paused', inputs: event.inputs, pause: pauseOf(event) };
    case 'inputEdited':
      return { ...before, inputs: before.inputs.map((input) => (input.key === event.input.key ? event.input : input)) };
    case 'resumed':
      return { ...withoutPause(before), state: 'queued' };
  }
}

function foldExecution(view: RunView, event: ExecutionEvent): RunView {
  const known = view.executions.get(event.execution);
  const before = known ?? newExecution(event);
  const after = changeOf(event, before);
  if (known === after) return view;
  const activity = view.activities[event.activity] ?? emptyActivityView(event.activity);
  const rows = event.type === 'activityPublished' ? 1 : 0;
  const moved = known?.state === after.state && rows === 0 ? activity : withTransition(activity, event.execution, known?.state, after.state, rows);
  const now = event.type === 'loopAttempt' ? withAttempt(moved, event.attempt, event.exits) : moved;
  return {
    ...view,
    executions: view.executions.set(event.execution, after),
    activities: now === view.activities[event.activity] ? view.activities : { ...view.activities, [event.activity]: now },
  };
}

function withPaused(view: RunView, paused: readonly string[]): RunView {
  const { pausedAt: _before, ...rest } = view;
  const [first] = paused;
  const open = view.status === 'running' || view.status === 'paused';
  const status = open ? (first === undefined ? 'running' : 'paused') : view.status;
  return { ...rest, paused, status, ...(first === undefined ? {} : { pausedAt: first }) };
}

/** The view with an event of a run that one of the executions invoked. What waits there waits here, too. */
function withChildEvent(view: RunView, { execution, event }: ChildEvent): RunView {
  const invoker = view.executions.get(execution);
  if (invoker === undefined) return view;
  const at = invoker.children.findIndex((child) => child.run === event.run);
  const before = invoker.children[at] ?? emptyRunView;
  const child = foldRunEvent(before, event);
  const children = at < 0 ? [...invoker.children, child] : invoker.children.with(at, child);
  const folded = { ...view, executions: view.executions.set(execution, { ...invoker, children }) };
  if (child.paused === before.paused) return folded;
  const inside = (paused: readonly string[]): readonly string[] => paused.map((one) => pathInto(execution, one));
  const [gone, now] = [inside(before.paused), inside(child.paused)];
  return withPaused(folded, [...view.paused.filter((one) => !gone.includes(one) || now.includes(one)), ...now.filter((one) => !gone.includes(one))]);
}

/** The view after a link took rows on, or did not. */
function withLink(view: RunView, event: Extract<RunEvent, { readonly type: 'linkEvaluated' }>): RunView {
  const key = `${event.from}>${event.to}`;
  const links = { ...view.links, [key]: withVerdict(view.links[key] ?? emptyLinkView, event.followed, event.reason) };
  const from = view.executions.get(event.execution);
  if (!event.followed || from?.state !== 'failed' || from.handled === true) return { ...view, links };
  return { ...view, links, executions: view.executions.set(event.execution, { ...from, handled: true }) };
}

function foldRun(view: RunView, event: RunEvent): RunView {
  switch (event.type) {
    case 'runStarted':
      return { ...view, run: event.run, runbook: event.runbook, ...(event.key === undefined ? {} : { key: event.key }), startedAt: event.at, names: event.names ?? {}, types: event.types ?? {}, ...(event.host === undefined ? {} : { host: event.host }), effects: event.effects ?? {} };
    case 'linkEvaluated':
      return withLink(view, event);
    case 'exchangeRequest': {
      const execution = view.executions.get(event.execution);
      if (execution === undefined) return view;
      const { waitsUntil: _over, awaited: _answered, ...rest } = execution;
      return { ...view, executions: view.executions.set(event.execution, { ...rest, traces: [...execution.traces, event.trace] }) };
    }
    case 'exchangeWaits': {
      const execution = view.executions.get(event.execution);
      return execution === undefined ? view : { ...view, executions: view.executions.set(event.execution, { ...execution, waitsUntil: event.until }) };
    }
    case 'exchangeAwaited': {
      const execution = view.executions.get(event.execution);
      const { operation, host, since, until } = event;
      return execution === undefined ? view : { ...view, executions: view.executions.set(event.execution, { ...execution, awaited: { operation, host, since, until } }) };
    }
    case 'childEvent':
      return withChildEvent(view, event);
    case 'dataReturned':
      return { ...view, returned: view.returned.append(event.values) };
    case 'limitReached':
      return { ...view, limit: { limit: event.limit, maximum: event.maximum } };
    case 'runFinished': {
      const { pausedAt: _before, ...rest } = view;
      return { ...rest, status: event.status, durationMs: event.durationMs, paused: [], ...(event.error === undefined ? {} : { error: event.error }) };
    }
    case 'platformEvent':
      return { ...view, platformEvents: view.platformEvents.append(event) };
    case 'message':
      return view;
    case 'paused':
      return withPaused(foldExecution(view, event), [...view.paused, event.execution]);
    case 'resumed':
    case 'activityFinished':
      return view.paused.includes(event.execution)
        ? withPaused(
            foldExecution(view, event),
            view.paused.filter((execution) => execution !== event.execution),
          )
        : foldExecution(view, event);
    default:
      return foldExecution(view, event);
  }
}

/** The log line of an event of an invoked run: it belongs to the execution that invoked it, and says who it is about there. */
function childLine(view: RunView, { execution, activity, event, seq }: ChildEvent): LogLine | undefined {
  const child = view.executions.get(execution)?.children.find(({ run }) => run === event.run);
  const line = child === undefined ? undefined : event.type === 'childEvent' ? childLine(child, event) : logLine(event, child.names);
  return child === undefined || line === undefined ? undefined : nestedLine(line, { seq, activity, execution, runbook: child.runbook, names: child.names });
}

/**
 * The view after one more event. Parts that the event does not touch stay the same objects, so screens can compare by
 * identity; the work per event does not grow with the number of events before it.
 */
export function foldRunEvent(view: RunView, event: RunEvent): RunView {
  const folded = foldRun(view, event);
  const line = event.type === 'childEvent' ? childLine(folded, event) : logLine(event, folded.names);
  return line === undefined ? folded : { ...folded, log: folded.log.append(line) };
}
