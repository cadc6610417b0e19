import { z } from 'zod';

/** Where a run pauses: before every execution of the activity. */
export const RunMode = z.enum(['run', 'runToBreakpoint', 'step']);
export type RunMode = z.infer<typeof RunMode>;

/** What the tester can tell a run that goes on. */
export const DebugCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('continue') }),
  z.object({ type: z.literal('step') }),
  /** Runs until the next row of the paused activity, or the next breakpoint. */
  z.object({ type: z.literal('nextItem') }),
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('setBreakpoints'), activities: z.array(z.string()) }),
]);
export type DebugCommand = z.infer<typeof DebugCommand>;
