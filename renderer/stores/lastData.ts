import type { ExecutionView, RunView } from '../../shared/engine/runView.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { evaluate } from '../../shared/runbook/expression/evaluate.ts';
import { parse } from '../../shared/runbook/expression/parse.ts';
import { upstreamOf } from '../../shared/runbook/graph.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';

/** Values of activities in the last test, by activity key and label. */
export type LastData = ReadonlyMap<string, Readonly<Record<string, string>>>;

const rowOf = (execution: ExecutionView, index: number): Readonly<Record<string, string>> => ({ ...execution.common, ...execution.rows.at(index) });

/** The data that led to one execution: of each activity before it, the row it works on. */
function ancestors(view: RunView, execution: ExecutionView): Map<string, Readonly<Record<string, string>>> {
  const data = new Map<string, Readonly<Record<string, string>>>();
  let at: ExecutionView | undefined = execution;
  while (at?.from !== undefined) {
    const before: ExecutionView | undefined = view.executions.get(at.from);
    if (before === undefined || data.has(before.activity)) break;
    data.set(before.activity, rowOf(before, Math.max(0, at.item - 1)));
    at = before;
  }
  return data;
}

/** What the last test can tell about the values an activity would be given: of the shown execution, else of the last rows. */
export function lastData(document: Runbook, activity: string, view: RunView | undefined, shown: string | undefined): LastData {
  if (view === undefined) return new Map();
  const own = view.activities[activity]?.executions;
  const chosen = shown === undefined ? undefined : view.executions.get(shown);
  const execution = chosen?.activity === activity ? chosen : view.executions.get(own?.at(0) ?? '');
  const data = execution === undefined ? new Map<string, Readonly<Record<string, string>>>() : ancestors(view, execution);
  for (const key of upstreamOf(document, activity)) {
    const last = view.executions.get(view.activities[key]?.executions.at(0) ?? '');
    if (!data.has(key) && last !== undefined && last.rowCount > 0) data.set(key, rowOf(last, 0));
  }
  return data;
}

/** What a text amounts to with the data of the last test: the value, or what keeps it from being told. */
export type Preview = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: string };

/** The value of a property's text with the data of the last test. */
export function previewOf(text: string, document: Runbook, data: LastData): Preview {
  let missing = false;
  try {
    const value = evaluate(parse(text, Object.keys(document.activities)), {
      value: (target) => (target.kind === 'activity' ? data.get(target.key)?.[target.label] : undefined),
      missing: () => (missing = true),
    });
    return missing ? { ok: false, problem: 'Run a test to preview' } : { ok: true, value };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, problem: error.data.what };
    throw error;
  }
}
