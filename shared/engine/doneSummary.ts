import type { Risk } from './events.ts';
import { allExecutions, type Found } from './runTree.ts';
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

function countsOf(executions: Iterable<ExecutionView>): Omit<Done, 'effect'> | undefined {
  const counts: Record<Fate, number> = { done: 0, notDone: 0, unknown: 0, open: 0 };
  for (const execution of executions) {
    // A result that was at hand is nothing done.
    if (execution.stored === undefined) counts[fateOf(execution)] += 1;
  }
  const { done, notDone, unknown } = counts;
  return done + notDone + unknown === 0 ? undefined : { done, notDone, unknown };
}

/** Executions of activities that do more than read, in the run and in those it invoked, by something about them. */
function byKey(view: RunView, keyOf: (found: Found, effect: Risk) => string): Map<string, { readonly effect: Risk; readonly found: Found; readonly executions: ExecutionView[] }> {
  const groups = new Map<string, { readonly effect: Risk; readonly found: Found; readonly executions: ExecutionView[] }>();
  for (const found of allExecutions(view)) {
    const effect = found.view.effects[found.execution.activity];
    if (effect === undefined) continue;
    const key = keyOf(found, effect);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { effect, found, executions: [found.execution] });
    else group.executions.push(found.execution);
  }
  return groups;
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

/** What a run and those it invoked did, as sentences: "5 mails were sent; 7 were not." Empty for a run whose activities only read. */
export function doneText(view: RunView): string {
  const groups = byKey(view, (_found, effect) => effect);
  const sentences = effects.flatMap((effect) => {
    const counts = countsOf(groups.get(effect)?.executions ?? []);
    return counts === undefined ? [] : [sentence({ effect, ...counts })];
  });
  return sentences.join(' ');
}

/** The same for each activity that does more than read; one of an invoked run is called after its runbook, too. */
export function doneByActivity(view: RunView): readonly { readonly key: string; readonly name: string; readonly text: string }[] {
  const nameIn = ({ view: of, execution: { activity } }: Found): string => of.names[activity] ?? activity;
  const groups = byKey(view, (found) => (found.view === view ? found.execution.activity : `${found.view.runbook} › ${nameIn(found)}`));
  return [...groups].flatMap(([key, { effect, found, executions }]) => {
    const counts = countsOf(executions);
    return counts === undefined ? [] : [{ key, name: found.view === view ? nameIn(found) : key, text: sentence({ effect, ...counts }) }];
  });
}
