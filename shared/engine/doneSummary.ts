import type { Risk } from './events.ts';
import type { ExecutionView, RunView } from './runView.ts';

/** What a run did of one kind, counted in activity executions. */
interface Done {
  readonly effect: Risk;
  readonly done: number;
  /** Reached, but left undone: stopped before they started, skipped or failed. */
  readonly notDone: number;
  /** Stopped while a request was under way, so that nobody knows whether the server still did it. */
  readonly unknown: number;
}

const effects: readonly Risk[] = ['sends', 'changes', 'deletes'];

type Fate = 'done' | 'notDone' | 'unknown' | 'open';

function fateOf({ state, traces }: ExecutionView): Fate {
  if (state === 'success' || state === 'warning') return 'done';
  if (state === 'cancelled') return traces.length > 0 ? 'unknown' : 'notDone';
  return state === 'failed' || state === 'skipped' ? 'notDone' : 'open';
}

function countsOf(view: RunView, belongs: (activity: string) => boolean): Omit<Done, 'effect'> | undefined {
  const counts: Record<Fate, number> = { done: 0, notDone: 0, unknown: 0, open: 0 };
  for (const execution of view.executions.values) {
    // A result that was at hand is nothing done.
    if (belongs(execution.activity) && execution.stored === undefined) counts[fateOf(execution)] += 1;
  }
  const { done, notDone, unknown } = counts;
  return done + notDone + unknown === 0 ? undefined : { done, notDone, unknown };
}

const words = {
  sends: { one: 'mail was sent', many: 'mails were sent', nothing: 'No mail was sent', maybe: 'may have been sent' },
  changes: { one: 'item was changed', many: 'items were changed', nothing: 'No item was changed', maybe: 'may have been changed' },
  deletes: { one: 'item was deleted', many: 'items were deleted', nothing: 'No item was deleted', maybe: 'may have been deleted' },
} as const;

function sentence({ effect, done, notDone, unknown }: Done): string {
  const { one, many, nothing, maybe } = words[effect];
  const first = done === 0 ? nothing : `${done.toLocaleString('en-US')} ${done === 1 ? one : many}`;
  const left = notDone === 0 || done === 0 ? '' : `; ${notDone.toLocaleString('en-US')} ${notDone === 1 ? 'was' : 'were'} not`;
  const open = unknown === 0 ? '' : `; ${unknown.toLocaleString('en-US')} ${maybe}`;
  return `${first}${left}${open}.`;
}

/** What a run did, as sentences: "5 mails were sent; 7 were not." Empty for a run whose activities only read. */
export function doneText(view: RunView): string {
  const sentences = effects.flatMap((effect) => {
    const counts = countsOf(view, (activity) => view.effects[activity] === effect);
    return counts === undefined ? [] : [sentence({ effect, ...counts })];
  });
  return sentences.join(' ');
}

/** The same for each activity that does more than read. */
export function doneByActivity(view: RunView): readonly { readonly activity: string; readonly name: string; readonly text: string }[] {
  return Object.entries(view.effects).flatMap(([activity, effect]) => {
    const counts = countsOf(view, (one) => one === activity);
    return counts === undefined ? [] : [{ activity, name: view.names[activity] ?? activity, text: sentence({ effect, ...counts }) }];
  });
}
