import type { Breakpoint, PlacedBreakpoint } from '../../shared/engine/breakpoint.ts';
import { withBreakpoint, withoutBreakpoint, withPin } from '../../shared/engine/testerMarks.ts';
import type { Stores } from '../stores/stores.ts';
import { isActive } from '../stores/testRun.ts';
import { marksOf } from '../stores/tester.ts';

type Marked = Pick<Stores, 'tester' | 'runs'>;

/** The breakpoints of all runbooks, as the test of one of them sees them. */
export function breakpointsFor({ tester }: Pick<Stores, 'tester'>, tested: string): PlacedBreakpoint[] {
  const placed = Object.entries(tester.getState().marks).map(([runbook, { breakpoints }]) => (runbook === tested ? breakpoints : breakpoints.map((one) => ({ ...one, runbook }))));
  return placed.flat();
}

/** Tells the runs that go on which breakpoints there are now: each may invoke any runbook. */
function tellRuns({ tester, runs }: Marked): void {
  const tests = Object.values(runs.getState().runs).filter((run) => run.within === undefined && isActive(run));
  for (const { key } of tests) void runs.getState().command(key, { type: 'setBreakpoints', breakpoints: breakpointsFor({ tester }, key) });
}

/** Sets a breakpoint, with or without a condition. */
export function setBreakpoint(stores: Marked, key: string, breakpoint: Breakpoint): void {
  void stores.tester.getState().change(key, (marks) => withBreakpoint(marks, breakpoint));
  tellRuns(stores);
}

/** Removes the breakpoint of an activity, or all of a runbook. */
export function removeBreakpoint(stores: Marked, key: string, activity?: string): void {
  void stores.tester.getState().change(key, (marks) => withoutBreakpoint(marks, activity));
  tellRuns(stores);
}

/** Sets a breakpoint, or removes the one that is there. */
export function toggleBreakpoint(stores: Marked, key: string, activity: string): void {
  const isSet = marksOf(stores.tester.getState(), key).breakpoints.some((one) => one.activity === activity);
  if (isSet) removeBreakpoint(stores, key, activity);
  else setBreakpoint(stores, key, { activity });
}

/** Pins what an activity published in the last test, or removes the pin. */
export function togglePin(stores: Marked, key: string, activity: string): void {
  const { tester, runs } = stores;
  const isPinned = marksOf(tester.getState(), key).pins[activity] !== undefined;
  const rows = isPinned ? undefined : publishedRows(runs.getState().runs[key], activity);
  if (isPinned || rows !== undefined) void tester.getState().change(key, (marks) => withPin(marks, activity, rows));
}

type LastRun = ReturnType<Stores['runs']['getState']>['runs'][string];

/** The rows that all executions of an activity published in a run; undefined where none of them ended well. */
export function publishedRows(run: LastRun | undefined, activity: string): Readonly<Record<string, string>>[] | undefined {
  const ended = run?.view.activities[activity]?.executions.toArray().flatMap((id) => run.view.executions.get(id) ?? []);
  const good = ended?.filter(({ state }) => state === 'success' || state === 'warning') ?? [];
  return good.length === 0 ? undefined : good.flatMap(({ rows }) => rows.toArray());
}
