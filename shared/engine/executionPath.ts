/**
 * The way to an execution: its id; in an invoked run, the ids of the executions that lead there, outermost first. Ids of executions are
 * not repeated within a run and those it invoked, so the last one alone tells which execution it is.
 */
const divider = '/';

/** The way to something in a run that an execution invoked. */
export const pathInto = (execution: string, inside: string): string => `${execution}${divider}${inside}`;

/** The ids on the way, outermost first. */
export const stepsOf = (path: string): readonly string[] => path.split(divider);

/** The execution of the run itself that the way begins at. */
export const outermostOf = (path: string): string => stepsOf(path)[0] ?? path;

/** The id of the execution that the way ends at. */
export const innermostOf = (path: string): string => stepsOf(path).at(-1) ?? path;

/** The way to the execution that invoked the run in which the way ends; undefined in the run itself. */
export function invokerOf(path: string): string | undefined {
  const at = path.lastIndexOf(divider);
  return at < 0 ? undefined : path.slice(0, at);
}

/** Whether something lies on the way below an execution. */
export const isBelow = (path: string, execution: string): boolean => path.startsWith(`${execution}${divider}`);
