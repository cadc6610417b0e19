import type { Outcome, RunEvent } from './events.ts';
import { pathInto } from './executionPath.ts';
import { spanText } from '../text/measures.ts';

export type LogLevel = 'information' | 'warning' | 'error';

/** One line of a run's log: what happened, as a sentence a person reads. */
export interface LogLine {
  readonly seq: number;
  readonly at: string;
  readonly level: LogLevel;
  /** Of the run itself: for a line of an invoked run, the activity that invoked it. */
  readonly activity?: string;
  /** The way to the execution, through those that invoked its run. */
  readonly execution?: string;
  readonly text: string;
  /** How many runs deep it happened; missing for the run itself. */
  readonly depth?: number;
  /** In an invoked run: the activity there, or the runbook for what is about the whole run. */
  readonly name?: string;
}

const levels: Readonly<Record<Outcome, LogLevel>> = {
  success: 'information',
  warning: 'warning',
  failed: 'error',
  cancelled: 'warning',
  skipped: 'information',
};
const pauses = { breakpoint: 'Paused at breakpoint', step: 'Paused before it starts', pause: 'Paused', guard: 'Paused until it is confirmed' } as const;
const risks = { changes: 'it changes items of a real mailbox', sends: 'it sends mail from a real mailbox', deletes: 'it deletes items of a real mailbox' } as const;
const origins = { pin: 'Pinned result', earlierRun: 'Result of an earlier run' } as const;
const limits = { activities: 'activity executions', rows: 'published rows', duration: 'seconds' } as const;

/** A count with its noun: `1 row`, `12 rows`. */
export function countText(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The words of an event with their level, or undefined for events that are not worth a line. */
function textOf(event: RunEvent, names: Readonly<Record<string, string>>): { readonly text: string; readonly level?: LogLevel } | undefined {
  switch (event.type) {
    case 'runStarted':
      return { text: `Run of ${event.runbook} started` };
    case 'activityStarted':
      return { text: event.items > 1 ? `Started, row ${event.item} of ${event.items}` : 'Started' };
    case 'activityFinished': {
      const reason = event.reason === undefined ? '' : `: ${event.reason}`;
      if (event.stored !== undefined) return { text: `${origins[event.stored]}: ${countText(event.rows, 'row')}` };
      if (event.outcome === 'success') return { text: `Finished: success, ${countText(event.rows, 'row')}` };
      if (event.outcome === 'warning') return { text: `Finished: warning, ${countText(event.rows, 'row')}${reason}`, level: 'warning' };
      const words = { failed: 'Failed', cancelled: 'Cancelled', skipped: 'Skipped' } as const;
      return { text: `${words[event.outcome]}${reason}`, level: levels[event.outcome] };
    }
    case 'loopAttempt':
      return { text: `Attempt ${event.attempt}: ${event.status}, ${event.exits ? 'the loop ends' : 'the loop goes on'}, ${event.reason}`, ...(event.status === 'success' ? {} : { level: levels[event.status] }) };
    case 'dataReturned':
      return { text: 'Returned a row of data' };
    case 'platformEvent':
      return { text: `Platform event: ${event.summary}${event.details === undefined ? '' : ` ${event.details}`}`, level: event.severity };
    case 'linkEvaluated':
      return { text: `Link to ${names[event.to] ?? event.to}: ${event.followed ? 'followed' : 'not followed'}, ${event.reason}` };
    case 'paused':
      return { text: [pauses[event.reason], event.reason === 'guard' && event.risk !== undefined ? risks[event.risk] : event.detail].filter((part) => part !== undefined).join(': ') };
    case 'inputEdited':
      return { text: `${event.input.label} has another value for this run: ${event.input.value === '' ? '(empty)' : event.input.value}` };
    case 'exchangeWaits':
      return { text: `Exchange asks to wait ${spanText(Date.parse(event.until) - Date.parse(event.at))}`, level: 'warning' };
    case 'resumed':
      return { text: 'Continued' };
    case 'message':
      return { text: event.text, level: event.level };
    case 'limitReached':
      return { text: `Stopped at the limit of ${event.maximum.toLocaleString('en-US')} ${limits[event.limit]}`, level: 'error' };
    case 'runFinished':
      return { text: `Run finished: ${event.status} after ${spanText(event.durationMs)}`, level: levels[event.status] };
    default:
      return undefined;
  }
}

function placeOf(event: RunEvent): Pick<LogLine, 'activity' | 'execution'> {
  const activity = event.type === 'linkEvaluated' ? event.from : 'activity' in event ? event.activity : undefined;
  const execution = 'execution' in event ? event.execution : undefined;
  return { ...(activity === undefined ? {} : { activity }), ...(execution === undefined ? {} : { execution }) };
}

/** The log line of an event; activities are called by these names. */
export function logLine(event: RunEvent, names: Readonly<Record<string, string>>): LogLine | undefined {
  const words = textOf(event, names);
  return words === undefined ? undefined : { seq: event.seq, at: event.at, level: words.level ?? 'information', ...placeOf(event), text: words.text };
}

/** Whose line it is in the run that invoked another one. */
interface Invoker {
  readonly seq: number;
  readonly activity: string;
  readonly execution: string;
  /** Name of the invoked runbook, and those of its activities. */
  readonly runbook: string;
  readonly names: Readonly<Record<string, string>>;
}

/** A line of an invoked run, as a line of the run that invoked it. */
export function nestedLine(line: LogLine, { seq, activity, execution, runbook, names }: Invoker): LogLine {
  const name = line.name ?? (line.activity === undefined ? runbook : (names[line.activity] ?? line.activity));
  return { ...line, seq, activity, execution: line.execution === undefined ? execution : pathInto(execution, line.execution), depth: (line.depth ?? 0) + 1, name };
}

/** Who a line is about, indented by how deep in invoked runs it happened. */
export function whoOf({ activity, depth = 0, name }: LogLine, names: Readonly<Record<string, string>>): string {
  return `${'  '.repeat(depth)}${name ?? (activity === undefined ? '' : (names[activity] ?? activity))}`;
}
