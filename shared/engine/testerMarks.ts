import { z } from 'zod';
import { Breakpoint } from './breakpoint.ts';
import { PublishedRow } from './events.ts';

/** What a person marked for testing a runbook. It belongs to the person and is no part of the runbook's file. */
export const TesterMarks = z.object({
  breakpoints: z.array(Breakpoint).default([]),
  /** Rows that stand for the results of activities, by key: a test uses them instead of running the activity. */
  pins: z.record(z.string(), z.array(PublishedRow)).default({}),
});
export type TesterMarks = z.infer<typeof TesterMarks>;

/** The marks of all runbooks of a workspace, by the runbooks' keys. */
export const AllTesterMarks = z.record(z.string(), TesterMarks);
export type AllTesterMarks = z.infer<typeof AllTesterMarks>;

/** A runbook nobody marked. */
export const noMarks: TesterMarks = { breakpoints: [], pins: {} };

/** The marks with a breakpoint at an activity, in the place of the one that was there. */
export function withBreakpoint(marks: TesterMarks, breakpoint: Breakpoint): TesterMarks {
  const at = marks.breakpoints.findIndex(({ activity }) => activity === breakpoint.activity);
  return { ...marks, breakpoints: at < 0 ? [...marks.breakpoints, breakpoint] : marks.breakpoints.with(at, breakpoint) };
}

/** The marks without the breakpoint of an activity; of all activities where none is named. */
export function withoutBreakpoint(marks: TesterMarks, activity?: string): TesterMarks {
  return { ...marks, breakpoints: activity === undefined ? [] : marks.breakpoints.filter((one) => one.activity !== activity) };
}

/** The marks with other pinned rows of an activity; without rows of it where none are given. */
export function withPin(marks: TesterMarks, activity: string, rows: readonly PublishedRow[] | undefined): TesterMarks {
  const { [activity]: _before, ...others } = marks.pins;
  return { ...marks, pins: rows === undefined ? others : { ...others, [activity]: [...rows] } };
}
