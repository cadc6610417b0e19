import { z } from 'zod';
import { PlacedBreakpoint } from './breakpoint.ts';

/** Where a run pauses: before every execution of the activity. */
export const RunMode = z.enum(['run', 'runToBreakpoint', 'step']);
export type RunMode = z.infer<typeof RunMode>;

/** What the tester can tell a run that goes on. Commands that name an execution are for one that waits; they come too late for any other. */
export const DebugCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('continue') }),
  /** Runs one execution; what it invokes goes through to its end. */
  z.object({ type: z.literal('step') }),
  /** Runs one execution, or the first one of the runbook that it invokes. */
  z.object({ type: z.literal('stepInto') }),
  /** Runs to the end of the invoked runbook that the paused execution belongs to. */
  z.object({ type: z.literal('stepOut') }),
  /** Runs until the next row of the paused activity, or the next breakpoint. */
  z.object({ type: z.literal('nextItem') }),
  z.object({ type: z.literal('pause') }),
  /** All of them, those of invoked runbooks too. */
  z.object({ type: z.literal('setBreakpoints'), breakpoints: z.array(PlacedBreakpoint) }),
  /** Gives an input another text, for this execution only. The key is that of the property, or `filters.` and the number of the row from 0. */
  z.object({ type: z.literal('setInput'), execution: z.string(), key: z.string(), value: z.string() }),
  /** Leaves the row out from here on (`item`), or passes it on as if the activity were disabled (`activity`); `all`: every later row too. */
  z.object({ type: z.literal('skip'), execution: z.string(), what: z.enum(['item', 'activity']), all: z.boolean() }),
  /** The guard lets the activity of this execution pass for the rest of the run, in whichever run of its runbook. */
  z.object({ type: z.literal('allow'), execution: z.string() }),
]);
export type DebugCommand = z.infer<typeof DebugCommand>;
