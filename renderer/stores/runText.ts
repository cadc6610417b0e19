import { doneText } from '../../shared/engine/doneSummary.ts';
import type { Risk } from '../../shared/engine/events.ts';
import type { LinkView } from '../../shared/engine/linkView.ts';
import type { PauseReason } from '../../shared/engine/ports.ts';
import { executionAt, handledFailures } from '../../shared/engine/runTree.ts';
import type { ExecutionView, RunView } from '../../shared/engine/runView.ts';
import { spanText } from '../../shared/text/measures.ts';
import { count } from './words.ts';

const nameOf = (view: RunView, activity: string): string => view.names[activity] ?? activity;

/** Where an execution stands in its activity: "item 6 of 12", nothing for a single one. */
export const itemText = ({ item, items }: { readonly item: number; readonly items: number }): string => (items > 1 ? `item ${item} of ${items}` : '');

const reasons: Readonly<Record<PauseReason, string>> = { breakpoint: 'breakpoint', step: 'step by step', pause: 'pause', guard: '' };
const risks: Readonly<Record<Risk, string>> = { sends: 'it sends mail from a real mailbox', changes: 'it changes items of a real mailbox', deletes: 'it deletes items of a real mailbox' };

/** Where an execution is held back and why: "Paused before Reply, item 5 of 12: breakpoint, "VIP lunch" contains "VIP"". */
export function pauseText(view: RunView, execution: ExecutionView): string {
  const place = [`Paused before ${nameOf(view, execution.activity)}`, itemText(execution)].filter((part) => part !== '').join(', ');
  const { pause } = execution;
  if (pause === undefined) return place;
  const parts = [reasons[pause.reason], pause.detail ?? '', pause.risk === undefined ? '' : risks[pause.risk]];
  return `${place}: ${parts.filter((part) => part !== '').join(', ')}`;
}

/** How rows fared at a link: "2 of 5 rows passed; not passed: 3 excluded because status is warning". */
export function linkVerdict({ followed, stopped, reasons: given }: LinkView): string {
  const total = followed + stopped;
  const passed = `${followed.toLocaleString('en-US')} of ${count(total, 'row')} passed`;
  const why = given.filter((reason) => !reason.followed).toSorted((a, b) => b.count - a.count);
  const [first, ...more] = why;
  if (first === undefined) return passed;
  const counted = why.length > 1 ? ` (${first.count})` : '';
  return `${passed}; ${first.reason}${counted}${more.length === 0 ? '' : `, and ${count(more.length, 'other reason')}`}`;
}

/** The execution that decided how a run ended: its first failure that no link took care of, or its first warning; undefined where there is none. */
export function decisiveOf({ status, executions }: RunView): ExecutionView | undefined {
  // While a run goes on nobody needs it, and there are many to look through.
  if (status === 'failed') return executions.values.toArray().find(({ state, handled }) => state === 'failed' && handled !== true);
  return status === 'warning' ? executions.values.toArray().find(({ state }) => state === 'warning') : undefined;
}

/** One sentence for how a run stands or ended, with the activity that decided it. */
export function resultText(view: RunView): string {
  const took = view.durationMs === undefined ? '' : ` after ${spanText(view.durationMs)}`;
  switch (view.status) {
    case 'running':
      return 'Running';
    case 'paused': {
      const at = view.pausedAt === undefined ? undefined : executionAt(view, view.pausedAt);
      return at === undefined ? 'Paused' : pauseText(at.view, at.execution);
    }
    case 'cancelled':
      return `Stopped${took}. ${doneText(view) || 'Nothing was sent, changed or deleted.'}`;
    case 'failed': {
      const failed = decisiveOf(view);
      if (failed === undefined) return view.error?.what ?? `Failed${took}`;
      const place = [nameOf(view, failed.activity), itemText(failed)].filter((part) => part !== '').join(', ');
      const why = failed.error?.what ?? failed.reason;
      return `Failed in ${place}${why === undefined ? '' : `: ${why}`}`;
    }
    case 'warning': {
      const warned = decisiveOf(view);
      return `Finished with a warning${took}${warned?.reason === undefined ? '' : `: ${warned.reason}`}`;
    }
    case 'success': {
      const handled = handledFailures(view).length;
      const how = handled > 0 ? `${count(handled, 'failure')} handled by links` : view.executions.values.toArray().every(({ state }) => state === 'success') ? 'all successful' : 'none failed';
      return [`Finished${took}: ${count(view.executions.size, 'activity run')}, ${how}.`, doneText(view)].filter((part) => part !== '').join(' ');
    }
  }
}
