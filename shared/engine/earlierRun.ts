import { z } from 'zod';
import { upstreamOf } from '../runbook/graph.ts';
import type { Runbook } from '../runbook/runbook.ts';
import { Outcome, PublishedRow, type RunEvent } from './events.ts';
import { commonOf } from './commonOf.ts';
import { emptyRunView, foldRunEvent, type RunView } from './runView.ts';

/** An execution of an earlier run, as far as what comes after it needs it. */
const EarlierExecution = z.object({
  execution: z.string(),
  activity: z.string(),
  item: z.number(),
  items: z.number(),
  /** The execution and the number of its row that led here; absent for the first activity. */
  from: z.string().optional(),
  row: z.number().optional(),
  outcome: Outcome,
  rows: z.array(PublishedRow),
  common: PublishedRow,
});
export type EarlierExecution = z.infer<typeof EarlierExecution>;

/** What an earlier run left for activities that come later: executions in order of appearance. */
export const EarlierRun = z.object({ executions: z.array(EarlierExecution) });
export type EarlierRun = z.infer<typeof EarlierRun>;

/** Takes from a run what `activity` needs to run again: the executions before it that passed something on. */
export function earlierRunBefore(view: RunView, runbook: Runbook, activity: string): EarlierRun {
  const upstream = new Set(upstreamOf(runbook, activity));
  const executions = [...view.executions.values].flatMap((one): EarlierExecution[] => {
    const { execution, item, items, from, row, state } = one;
    const common = commonOf(view, one);
    if (!upstream.has(one.activity) || state === 'queued' || state === 'running' || state === 'paused' || common === undefined) return [];
    const way = from === undefined ? {} : { from, ...(row === undefined ? {} : { row }) };
    return [{ execution, activity: one.activity, item, items, ...way, outcome: state, rows: one.rows.toArray(), common }];
  });
  return { executions };
}

/** The same for a run of which only the events are known, one of the history for example. */
export function earlierRunOf(events: Iterable<RunEvent>, runbook: Runbook, activity: string): EarlierRun {
  let view = emptyRunView;
  for (const event of events) view = foldRunEvent(view, event);
  return earlierRunBefore(view, runbook, activity);
}

/** Whether a run can begin at an activity: nothing comes before it, or the earlier run reached one that links to it. */
export function canBeginAt(runbook: Runbook, activity: string, view: RunView | undefined): boolean {
  const sources = runbook.links.filter((link) => link.to === activity).map((link) => link.from);
  if (sources.length === 0) return true;
  return view !== undefined && earlierRunBefore(view, runbook, activity).executions.some((one) => sources.includes(one.activity));
}
