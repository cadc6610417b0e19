import type { RunView } from '../../shared/engine/runView.ts';
import { count, seconds } from './words.ts';

const nameOf = (view: RunView, activity: string): string => view.names[activity] ?? activity;

/** Where an execution stands in its activity: "item 6 of 12", nothing for a single one. */
export const itemText = ({ item, items }: { readonly item: number; readonly items: number }): string => (items > 1 ? `item ${item} of ${items}` : '');

/** What activities had been done when a run was stopped: "Reply: 5 done, 7 not". */
function doneText(view: RunView): string {
  return Object.values(view.activities)
    .map(({ activity, counts, executions }) => {
      const done = (counts.success ?? 0) + (counts.warning ?? 0);
      const rest = executions.length - done;
      return `${nameOf(view, activity)}: ${done} done${rest > 0 ? `, ${rest} not` : ''}`;
    })
    .join(' · ');
}

/** One sentence for how a run stands or ended, with the activity that decided it. */
export function resultText(view: RunView): string {
  const last = view.executions.values.toArray();
  const failed = last.find(({ state }) => state === 'failed');
  const took = view.durationMs === undefined ? '' : ` after ${seconds(view.durationMs)}`;
  switch (view.status) {
    case 'running':
      return 'Running';
    case 'paused': {
      const at = view.pausedAt === undefined ? undefined : view.executions.get(view.pausedAt);
      if (at === undefined) return 'Paused';
      return [`Paused before ${nameOf(view, at.activity)}`, itemText(at)].filter((part) => part !== '').join(', ');
    }
    case 'cancelled':
      return `Stopped${took}. ${doneText(view)}`.trim();
    case 'failed': {
      if (failed === undefined) return view.error?.what ?? `Failed${took}`;
      const place = [nameOf(view, failed.activity), itemText(failed)].filter((part) => part !== '').join(', ');
      const why = failed.error?.what ?? failed.reason;
      return `Failed in ${place}${why === undefined ? '' : `: ${why}`}`;
    }
    case 'warning': {
      const warned = last.find(({ state }) => state === 'warning');
      return `Finished with a warning${took}${warned?.reason === undefined ? '' : `: ${warned.reason}`}`;
    }
    case 'success':
      return `Finished${took}: ${count(last.length, 'activity run')}, all successful`;
  }
}
