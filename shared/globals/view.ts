import { z } from 'zod';
import { SecretState } from '../connections/draft.ts';
import { Counter } from './counter.ts';
import { Schedule } from './schedule.ts';
import { Variable } from './variable.ts';

/** The lists that a workspace shares among its runbooks. */
export const GlobalKind = z.enum(['variables', 'counters', 'schedules']);
export type GlobalKind = z.infer<typeof GlobalKind>;

/** What one of each list is called. */
export const globalNouns: Readonly<Record<GlobalKind, string>> = { variables: 'variable', counters: 'counter', schedules: 'schedule' };

/** A variable in the window; an encrypted one says whether this computer has its value, and never what it is. */
export const VariableEntry = z.object({ name: z.string(), variable: Variable, secret: SecretState.optional() });
export type VariableEntry = z.infer<typeof VariableEntry>;

/** A counter with its current values on this computer, by the runbook that uses it. */
export const CounterEntry = z.object({ name: z.string(), counter: Counter, values: z.record(z.string(), z.number()) });
export type CounterEntry = z.infer<typeof CounterEntry>;

export const ScheduleEntry = z.object({ name: z.string(), schedule: Schedule });
export type ScheduleEntry = z.infer<typeof ScheduleEntry>;

/** Everything that the Variables view shows. */
export const GlobalsView = z.object({ variables: z.array(VariableEntry), counters: z.array(CounterEntry), schedules: z.array(ScheduleEntry) });
export type GlobalsView = z.infer<typeof GlobalsView>;

/** A place that uses a variable, counter or schedule. Without an activity it is the runbook itself. */
export const GlobalUse = z.object({ runbook: z.string(), runbookName: z.string(), activity: z.string().optional(), activityName: z.string().optional(), field: z.string() });
export type GlobalUse = z.infer<typeof GlobalUse>;
