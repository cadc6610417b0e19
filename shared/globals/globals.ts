import type { Counter } from './counter.ts';
import type { Schedule } from './schedule.ts';
import type { Variable } from './variable.ts';

/** What the runbooks of a workspace share, by name, as its files say it. */
export interface Globals {
  readonly variables: Readonly<Record<string, Variable>>;
  readonly counters: Readonly<Record<string, Counter>>;
  readonly schedules: Readonly<Record<string, Schedule>>;
}

/** Nothing shared. */
export const noGlobals: Globals = { variables: {}, counters: {}, schedules: {} };
