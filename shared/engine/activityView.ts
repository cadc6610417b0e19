import type { Outcome } from './events.ts';
import { Sequence } from './sequence.ts';

/** Where an execution stands. */
export type ExecutionState = 'queued' | 'running' | 'paused' | Outcome;

/** All executions of one activity taken together, as its card on the canvas shows them. */
export interface ActivityView {
  readonly activity: string;
  readonly state: ExecutionState;
  /** Ids in order of appearance. */
  readonly executions: Sequence<string>;
  /** Executions by where they stand. */
  readonly counts: Readonly<Partial<Record<ExecutionState, number>>>;
  readonly finished: number;
  /** Rows published by all executions. */
  readonly rows: number;
  readonly failed: number;
  readonly warned: number;
  /** Of an activity that loops: its latest loop. */
  readonly loop?: LoopView;
}

/** How far a loop of an activity is, or went. */
export interface LoopView {
  /** Attempts that ended, in the execution that looped last. */
  readonly attempts: number;
  /** The loop goes on with another attempt. */
  readonly goesOn: boolean;
  /** The most attempts that one execution needed. */
  readonly most: number;
}

/** An activity that has not been reached. */
export function emptyActivityView(activity: string): ActivityView {
  return { activity, state: 'queued', executions: Sequence.of(), counts: {}, finished: 0, rows: 0, failed: 0, warned: 0 };
}

/** What a card shows when executions stand in several states: what goes on first, then the worst result. */
const precedence: readonly ExecutionState[] = ['paused', 'running', 'queued', 'failed', 'cancelled', 'warning', 'success', 'skipped'];
const ended: readonly ExecutionState[] = ['success', 'warning', 'failed', 'cancelled', 'skipped'];

/** The activity after one of its executions went from one state to another and published some rows. */
export function withTransition(view: ActivityView, execution: string, before: ExecutionState | undefined, after: ExecutionState, rows: number): ActivityView {
  const counts = { ...view.counts };
  if (before !== undefined) counts[before] = (counts[before] ?? 0) - 1;
  counts[after] = (counts[after] ?? 0) + 1;
  return {
    ...view,
    state: precedence.find((state) => (counts[state] ?? 0) > 0) ?? 'queued',
    executions: before === undefined ? view.executions.append(execution) : view.executions,
    counts,
    finished: ended.reduce((sum, state) => sum + (counts[state] ?? 0), 0),
    rows: view.rows + rows,
    failed: counts.failed ?? 0,
    warned: counts.warning ?? 0,
    ...(view.loop !== undefined && ended.includes(after) ? { loop: { ...view.loop, goesOn: false } } : {}),
  };
}

/** The activity after an attempt of one of its executions. */
export function withAttempt(view: ActivityView, attempts: number, exits: boolean): ActivityView {
  return { ...view, loop: { attempts, goesOn: !exits, most: Math.max(attempts, view.loop?.most ?? 0) } };
}
