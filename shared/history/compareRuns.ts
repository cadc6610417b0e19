import type { PublishedRow } from '../engine/events.ts';
import type { ActivityView, ExecutionState } from '../engine/activityView.ts';
import { emptyRunView, type ExecutionView, type RunView } from '../engine/runView.ts';
import { invokeRunbook } from '../activities/invokeRunbook.ts';

/** Differences of one kind that are listed for an activity; the rest is counted. */
const mostListed = 50;

/** One side of an activity that is compared. */
export interface ActivitySide {
  readonly state: ExecutionState;
  readonly executions: number;
  readonly rows: number;
  readonly failed: number;
  /** Milliseconds that all its executions took together. */
  readonly durationMs: number;
  /** Why its first execution that failed did so. */
  readonly error?: string;
}

/** An input that differs, or that only one side has. `execution` counts from 1. */
export interface InputDifference {
  readonly execution: number;
  readonly label: string;
  readonly left?: string;
  readonly right?: string;
}

/** Published rows that only one side has. A row that changed is in both lists. */
export interface RowDifferences {
  readonly left: readonly PublishedRow[];
  readonly right: readonly PublishedRow[];
  /** Rows beyond those listed. */
  readonly more: number;
}

/** A run that the activity invoked, with the one that it invoked at the same place in the other run. */
export interface InvokedComparison {
  /** Which of the runs that the activity invoked, from 1, and of how many. */
  readonly number: number;
  readonly of: number;
  readonly runbook: string;
  readonly left?: RunView['status'];
  readonly right?: RunView['status'];
  /** Those in which the two differ. */
  readonly activities: readonly ActivityComparison[];
}

/** How an activity fared in two runs. */
export interface ActivityComparison {
  readonly key: string;
  readonly name: string;
  readonly left?: ActivitySide;
  readonly right?: ActivitySide;
  /** Whether outcome, counts, input or rows differ. Durations always do, and count for nothing here. */
  readonly differs: boolean;
  readonly inputs: readonly InputDifference[];
  readonly rows: RowDifferences;
  /** The runs it invoked that differ, and how many beyond those listed. */
  readonly invoked: readonly InvokedComparison[];
  readonly moreInvoked: number;
}

const executionsOf = (view: RunView, activity: ActivityView | undefined): ExecutionView[] =>
  activity === undefined ? [] : activity.executions.toArray().flatMap((id) => view.executions.get(id) ?? []);

function sideOf(activity: ActivityView, executions: readonly ExecutionView[]): ActivitySide {
  const failed = executions.find(({ state }) => state === 'failed');
  const error = failed?.error?.what ?? failed?.reason;
  return {
    state: activity.state,
    executions: activity.executions.length,
    rows: activity.rows,
    failed: activity.failed,
    durationMs: executions.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0),
    ...(error === undefined ? {} : { error }),
  };
}

/** Executions are paired by their order: what a run did first with what the other did first. */
function inputDifferences(left: readonly ExecutionView[], right: readonly ExecutionView[]): InputDifference[] {
  const found: InputDifference[] = [];
  for (let index = 0; index < Math.max(left.length, right.length) && found.length < mostListed; index += 1) {
    const [one, other] = [left[index], right[index]];
    // An execution that only one side has is told by the counts.
    if (one === undefined || other === undefined) break;
    const labels = new Set([...one.inputs, ...other.inputs].map(({ label }) => label));
    for (const label of labels) {
      const value = ({ inputs }: ExecutionView): string | undefined => inputs.find((input) => input.label === label)?.value;
      const [was, is] = [value(one), value(other)];
      if (was !== is) found.push({ execution: index + 1, label, ...(was === undefined ? {} : { left: was }), ...(is === undefined ? {} : { right: is }) });
    }
  }
  return found.slice(0, mostListed);
}

/** Labels whose values are others in every run, whatever it did. */
const never: ReadonlySet<string> = new Set([invokeRunbook.publishes.childRun.label]);

const comparable = (row: PublishedRow): PublishedRow => Object.fromEntries(Object.entries(row).filter(([label]) => !never.has(label)));

const textOfRow = (row: PublishedRow): string => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Rows that only one side has; their order counts for nothing, how often one comes does. */
function rowDifferences(left: readonly ExecutionView[], right: readonly ExecutionView[]): RowDifferences {
  const counts = new Map<string, number>();
  const rows = (executions: readonly ExecutionView[]): PublishedRow[] => executions.flatMap((execution) => execution.rows.toArray().map(comparable));
  for (const row of rows(right)) counts.set(textOfRow(row), (counts.get(textOfRow(row)) ?? 0) + 1);
  const onlyLeft = rows(left).filter((row) => {
    const text = textOfRow(row);
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
  const rest = new Map([...counts].filter(([, count]) => count > 0));
  const onlyRight = rows(right).filter((row) => {
    const text = textOfRow(row);
    const count = rest.get(text) ?? 0;
    rest.set(text, count - 1);
    return count > 0;
  });
  const more = Math.max(0, onlyLeft.length - mostListed) + Math.max(0, onlyRight.length - mostListed);
  return { left: onlyLeft.slice(0, mostListed), right: onlyRight.slice(0, mostListed), more };
}

/** Invoked runs are paired by their order, as executions are. */
function compareInvoked(left: readonly ExecutionView[], right: readonly ExecutionView[]): Pick<ActivityComparison, 'invoked' | 'moreInvoked'> {
  const [before, after] = [left, right].map((executions) => executions.flatMap(({ children }) => children));
  const of = Math.max(before?.length ?? 0, after?.length ?? 0);
  const found: InvokedComparison[] = [];
  for (let index = 0; index < of; index += 1) {
    const [one, other] = [before?.[index], after?.[index]];
    const activities = compareRuns(one ?? emptyRunView, other ?? emptyRunView).filter(({ differs }) => differs);
    if (one?.status === other?.status && one?.runbook === other?.runbook && activities.length === 0) continue;
    const sides = { ...(one === undefined ? {} : { left: one.status }), ...(other === undefined ? {} : { right: other.status }) };
    found.push({ number: index + 1, of, runbook: other?.runbook ?? one?.runbook ?? '', ...sides, activities });
  }
  return { invoked: found.slice(0, mostListed), moreInvoked: Math.max(0, found.length - mostListed) };
}

function compareActivity(key: string, left: RunView, right: RunView): ActivityComparison {
  const [one, other] = [left.activities[key], right.activities[key]];
  const [before, after] = [executionsOf(left, one), executionsOf(right, other)];
  const sides = { ...(one === undefined ? {} : { left: sideOf(one, before) }), ...(other === undefined ? {} : { right: sideOf(other, after) }) };
  const inputs = inputDifferences(before, after);
  const rows = rowDifferences(before, after);
  const counts = ({ state, executions, rows: published, failed, error }: ActivitySide): string => JSON.stringify([state, executions, published, failed, error]);
  const same = sides.left !== undefined && sides.right !== undefined && counts(sides.left) === counts(sides.right);
  const inside = compareInvoked(before, after);
  const differs = !same || inside.invoked.length > 0 || inputs.length > 0 || rows.left.length + rows.right.length > 0;
  return { key, name: right.names[key] ?? left.names[key] ?? key, ...sides, differs, inputs, rows, ...inside };
}

/** Two runs activity by activity, with those that they invoked: those that differ first, each group in the order in which the runs reached them. */
export function compareRuns(left: RunView, right: RunView): ActivityComparison[] {
  const keys = [...new Set([...Object.keys(left.activities), ...Object.keys(right.activities)])];
  const all = keys.map((key) => compareActivity(key, left, right));
  return [...all.filter(({ differs }) => differs), ...all.filter(({ differs }) => !differs)];
}
