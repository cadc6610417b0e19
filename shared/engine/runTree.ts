import { invokerOf, pathInto, stepsOf } from './executionPath.ts';
import type { ExecutionView, RunView } from './runView.ts';
import type { Derived } from './sequence.ts';

/** An execution with the way to it, and the run that it belongs to. */
export interface Found {
  readonly path: string;
  readonly view: RunView;
  readonly execution: ExecutionView;
  /** The execution of the outermost run that leads there; itself where nothing was invoked. */
  readonly outermost: ExecutionView;
}

/** The execution that a way leads to, however deep in invoked runs, or undefined. */
export function executionAt(view: RunView, path: string): Found | undefined {
  const [first, ...deeper] = stepsOf(path);
  const outermost = view.executions.get(first ?? '');
  if (outermost === undefined) return undefined;
  let found = { view, execution: outermost };
  for (const step of deeper) {
    const inside = found.execution.children.find(({ executions }) => executions.get(step) !== undefined);
    const execution = inside?.executions.get(step);
    if (inside === undefined || execution === undefined) return undefined;
    found = { view: inside, execution };
  }
  return { path, outermost, ...found };
}

/** A run that was invoked, with the way to the execution that did it. */
export interface InvokedRun {
  readonly invoker: string;
  readonly view: RunView;
}

/** The run with an id that an execution invoked, or undefined. */
export const invokedAt = (view: RunView, invoker: string, run: string): RunView | undefined => executionAt(view, invoker)?.execution.children.find((child) => child.run === run);

/** The invoked runs on the way to an execution, outermost first; none for one of the run itself. */
export function invokedOnTheWay(view: RunView, path: string): readonly InvokedRun[] {
  const invoker = invokerOf(path);
  const inside = invoker === undefined ? undefined : executionAt(view, path)?.view;
  return invoker === undefined || inside === undefined ? [] : [...invokedOnTheWay(view, invoker), { invoker, view: inside }];
}

/** The executions of a run and of those it invoked, each before what it invoked. */
export function* allExecutions(view: RunView, within?: { readonly path: string; readonly outermost: ExecutionView }): Generator<Found> {
  for (const execution of view.executions.values) {
    const path = within === undefined ? execution.execution : pathInto(within.path, execution.execution);
    const outermost = within?.outermost ?? execution;
    yield { path, view, execution, outermost };
    for (const child of execution.children) yield* allExecutions(child, { path, outermost });
  }
}

/** The execution with an id, in the run or in one that it invoked, or undefined. */
export function findExecution(view: RunView, id: string): { readonly view: RunView; readonly execution: ExecutionView } | undefined {
  const own = view.executions.get(id);
  if (own !== undefined) return { view, execution: own };
  for (const { children } of view.executions.values) {
    for (const child of children) {
      const inside = findExecution(child, id);
      if (inside !== undefined) return inside;
    }
  }
  return undefined;
}

/** Executions that are handled failures or invoked runs, for each part of a list of them. */
const concerned: Derived<ExecutionView, ExecutionView> = new WeakMap();

/** The failures that a link took care of: they do not make the run fail (runbook-model 1.10). */
export function handledFailures(view: RunView, within?: { readonly path: string; readonly outermost: ExecutionView }): readonly Found[] {
  // Asked for whenever a run is shown while it goes on: only what changed is looked through.
  const few = view.executions.values.derive(concerned, (part) => part.filter(({ handled, children }) => handled === true || children.length > 0));
  return few.flatMap((execution) => {
    const path = within === undefined ? execution.execution : pathInto(within.path, execution.execution);
    const outermost = within?.outermost ?? execution;
    const own = execution.handled === true ? [{ path, view, execution, outermost }] : [];
    return [...own, ...execution.children.flatMap((child) => handledFailures(child, { path, outermost }))];
  });
}
