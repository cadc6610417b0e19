import { commonOf } from '../../shared/engine/commonOf.ts';
import type { ExecutionView, RunView } from '../../shared/engine/runView.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { evaluate } from '../../shared/runbook/expression/evaluate.ts';
import { parse } from '../../shared/runbook/expression/parse.ts';
import type { Reference } from '../../shared/runbook/expression/reference.ts';
import { upstreamOf } from '../../shared/runbook/graph.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';

/** Values of activities in the last test, by activity key and label. */
export type LastData = ReadonlyMap<string, Readonly<Record<string, string>>>;

const rowOf = (view: RunView, execution: ExecutionView, index: number): Readonly<Record<string, string>> => ({ ...commonOf(view, execution), ...execution.rows.at(index) });

/** The data that led to one execution: of each activity before it, the row it works on. */
function ancestors(view: RunView, execution: ExecutionView): Map<string, Readonly<Record<string, string>>> {
  const data = new Map<string, Readonly<Record<string, string>>>();
  let at: ExecutionView | undefined = execution;
  while (at?.from !== undefined) {
    const before: ExecutionView | undefined = view.executions.get(at.from);
    if (before === undefined || data.has(before.activity)) break;
    data.set(before.activity, rowOf(view, before, Math.max(0, (at.row ?? at.item) - 1)));
    at = before;
  }
  return data;
}

/** What the last test can tell about the values an activity would be given. */
export interface TestData {
  readonly data: LastData;
  /** How many rows there are to look at, and which one this is, from 0. */
  readonly count: number;
  readonly index: number;
  /** Executions of the activity itself, one for each row; empty where it did not run, and the rows are those of the nearest activity before it. */
  readonly executions: readonly string[];
}

const nothing: TestData = { data: new Map(), count: 0, index: 0, executions: [] };

/** The data for an activity that did not run: row `index` of the nearest activity before it, and what led to that. */
function dataBefore(upstream: readonly string[], view: RunView, index: number): TestData {
  const nearest = upstream.map((key) => view.executions.get(view.activities[key]?.executions.at(0) ?? '')).find((execution) => execution !== undefined && execution.rowCount > 0);
  if (nearest === undefined) return nothing;
  const at = Math.min(index, nearest.rowCount - 1);
  return { data: new Map([...ancestors(view, nearest), [nearest.activity, rowOf(view, nearest, at)]]), count: nearest.rowCount, index: at, executions: [] };
}

/** The values of the last test for an activity: of the execution that is shown, or of row `index`; what is missing comes from the first rows. */
export function testData(document: Runbook, activity: string, view: RunView | undefined, shown: string | undefined, index = 0): TestData {
  if (view === undefined) return nothing;
  const upstream = upstreamOf(document, activity);
  const executions = view.activities[activity]?.executions.toArray() ?? [];
  const chosen = Math.max(0, executions.indexOf(shown ?? ''));
  const execution = view.executions.get(executions[chosen] ?? '');
  const found = execution === undefined ? dataBefore(upstream, view, index) : { data: ancestors(view, execution), count: executions.length, index: chosen, executions };
  const data = new Map(found.data);
  for (const key of upstream) {
    const last = view.executions.get(view.activities[key]?.executions.at(0) ?? '');
    if (!data.has(key) && last !== undefined && last.rowCount > 0) data.set(key, rowOf(view, last, 0));
  }
  return { ...found, data };
}

/** Whether two states of the data hold the same values, so that a screen that shows them has nothing to do. */
export function sameData(a: LastData, b: LastData): boolean {
  return a.size === b.size && [...a].every(([key, row]) => {
    const other = b.get(key);
    const labels = Object.keys(row);
    return other !== undefined && (other === row || (labels.length === Object.keys(other).length && labels.every((label) => row[label] === other[label])));
  });
}

/** So many values are looked at; a person who tries a pattern needs no more. */
const mostValues = 200;

/** The values that an activity published under a label in the last test, each row's. */
export function publishedValues(view: RunView | undefined, activity: string, label: string): readonly string[] {
  const values: string[] = [];
  if (view === undefined) return values;
  for (const id of view.activities[activity]?.executions ?? []) {
    const execution = view.executions.get(id);
    for (let index = 0; execution !== undefined && index < execution.rowCount && values.length < mostValues; index += 1) {
      const value = rowOf(view, execution, index)[label];
      if (value !== undefined) values.push(value);
    }
    if (values.length >= mostValues) break;
  }
  return values;
}

/** What a text amounts to with the data of the last test: the value, or what keeps it from being told. */
export type Preview = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: string };

/** The value of a property's text with values that references have, as in the last test. */
export function previewOf(text: string, keys: readonly string[], value: (target: Reference) => string | undefined): Preview {
  let missing = false;
  try {
    const result = evaluate(parse(text, keys), { value, missing: () => (missing = true) });
    return missing ? { ok: false, problem: 'Run a test to preview' } : { ok: true, value: result };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, problem: error.data.what };
    throw error;
  }
}
