import type { Derived } from '../../../shared/engine/sequence.ts';
import { isBelow, pathInto, stepsOf } from '../../../shared/engine/executionPath.ts';
import { executionAt, type Found } from '../../../shared/engine/runTree.ts';
import type { Attempt, ExecutionView, RunView } from '../../../shared/engine/runView.ts';

interface Row {
  /** Unique in the list; what lies inside begins with it. */
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** The way to the execution that the row is, or belongs to. */
  readonly path: string;
  /** Activity of the outermost run that leads here. */
  readonly activity: string;
  /** Whether the rows inside are shown; undefined where there are none. */
  readonly open: boolean | undefined;
}

/** A row of the list: an execution, an attempt of one that loops, or a run that one invoked. */
export type ConsoleRow =
  | (Row & { readonly kind: 'execution'; readonly execution: ExecutionView; readonly name: string })
  | (Row & { readonly kind: 'attempt'; readonly attempt: Attempt })
  | (Row & { readonly kind: 'run'; readonly view: RunView });

/** Rows that a person opened (true) or closed (false), by key; others are as they begin. */
export type Opened = Readonly<Record<string, boolean>>;

/** What a row's key stands for: an execution, with the run that it invoked where the row is that run. */
export function shownBy(view: RunView, key: string): { readonly found: Found; readonly invoked: RunView | undefined } | undefined {
  const itself = executionAt(view, key);
  if (itself !== undefined) return { found: itself, invoked: undefined };
  const [last = '', ...path] = stepsOf(key).toReversed();
  const found = executionAt(view, path.toReversed().join('/'));
  return found === undefined ? undefined : { found, invoked: found.execution.children.find(({ run }) => `run ${run}` === last) };
}

const attemptKey = (path: string, attempt: number): string => pathInto(path, `attempt ${attempt}`);
const runKey = (path: string, run: string): string => pathInto(path, `run ${run}`);

const hasInside = ({ attempts, children }: ExecutionView): boolean => children.length > 0 || attempts !== undefined;

/** Rows of executions of the run itself that have nothing inside, by the names of its activities. */
const plain = new WeakMap<RunView['names'], Derived<ExecutionView, ConsoleRow>>();

function plainRows({ names, executions }: RunView): ConsoleRow[] {
  const kept: Derived<ExecutionView, ConsoleRow> = plain.get(names) ?? new WeakMap();
  plain.set(names, kept);
  return executions.values.derive(kept, (part) =>
    part.map((execution) => ({ kind: 'execution', key: execution.execution, level: 1, path: execution.execution, activity: execution.activity, open: undefined, execution, name: names[execution.activity] ?? execution.activity })),
  );
}

interface Place {
  readonly level: number;
  /** The way to the execution that invoked the run; undefined for the run itself. */
  readonly within: string | undefined;
  readonly activity: string | undefined;
}

/**
 * The rows of a run as they are shown. What an execution invoked is closed until it is opened, so a runbook that is invoked for each of a
 * hundred mails stays a list of a hundred; an invoked run that is shown is open. What is selected is never inside a closed row.
 */
export function consoleRows(view: RunView, opened: Opened, selected: string | undefined): ConsoleRow[] {
  // Most runs are one flat list, and may be a long one: only what changed is made anew.
  const flat = plainRows(view);
  if (!flat.some((row) => row.kind === 'execution' && hasInside(row.execution))) return flat;
  const rows: ConsoleRow[] = [];
  const isInside = (child: RunView, path: string): boolean => selected !== undefined && isBelow(selected, path) && child.executions.get(stepsOf(selected.slice(path.length + 1))[0] ?? '') !== undefined;
  const addRun = (child: RunView, path: string, { level, activity }: { readonly level: number; readonly activity: string }): void => {
    const key = runKey(path, child.run);
    const open = child.executions.size === 0 ? undefined : isInside(child, path) || (opened[key] ?? true);
    rows.push({ kind: 'run', key, level, path, activity, open, view: child });
    if (open === true) addExecutions(child, { level: level + 1, within: path, activity });
  };
  const addExecutions = (of: RunView, { level, within, activity: outer }: Place): void => {
    for (const execution of of.executions.values) {
      const path = within === undefined ? execution.execution : pathInto(within, execution.execution);
      const activity = outer ?? execution.activity;
      const { attempts, children } = execution;
      const open = hasInside(execution) ? (selected !== undefined && isBelow(selected, path)) || (opened[path] ?? false) : undefined;
      rows.push({ kind: 'execution', key: path, level, path, activity, open, execution, name: of.names[execution.activity] ?? execution.activity });
      if (open !== true) continue;
      let told = 0;
      for (const attempt of attempts ?? []) {
        rows.push({ kind: 'attempt', key: attemptKey(path, attempt.attempt), level: level + 1, path, activity, open: undefined, attempt });
        for (const child of children.slice(told, attempt.children)) addRun(child, path, { level: level + 1, activity });
        told = attempt.children;
      }
      for (const child of children.slice(told)) addRun(child, path, { level: level + 1, activity });
    }
  };
  addExecutions(view, { level: 1, within: undefined, activity: undefined });
  return rows;
}
