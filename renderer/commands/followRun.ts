import { executionAt } from '../../shared/engine/runTree.ts';
import type { RunView } from '../../shared/engine/runView.ts';
import { decisiveOf, itemText, resultText } from '../stores/runText.ts';
import { wholeOf, isActive } from '../stores/testRun.ts';
import type { Stores } from '../stores/stores.ts';
import { showPlace } from './invokedRuns.ts';
import { stateWords } from '../stores/words.ts';

/** What has finished since the view before, as one sentence; nothing where nothing has. */
function progressText(before: RunView, after: RunView): string {
  const line = after.log.at(after.log.length - 1);
  const execution = line?.execution === undefined ? undefined : after.executions.get(line.execution);
  if (execution?.durationMs === undefined || before.executions.get(execution.execution)?.durationMs !== undefined) return '';
  const name = after.names[execution.activity] ?? execution.activity;
  return [`${name} finished: ${stateWords[execution.state].toLowerCase()}`, itemText(execution)].filter((part) => part !== '').join(', ');
}

/**
 * Keeps the rest of the window with the run of a runbook: a pause selects the card it waits at, a failure the one that
 * failed, and what happens is spoken to people who listen to the screen. A step that ends in another runbook of the test is followed into its tab.
 * Answers a function that ends it.
 */
export function followRun(stores: Stores, key: string): () => void {
  const { runs, editor, app } = stores;
  const show = (execution: string, activity: string): void => {
    editor.getState().select(key, { activities: [activity] });
    runs.getState().selectExecution(key, execution);
  };
  return runs.subscribe((state, previous) => {
    const after = state.runs[key];
    const before = previous.runs[key];
    if (after === undefined || after === before) return;
    const { view } = after;
    const whole = wholeOf(after);
    const { pausedAt } = whole.view;
    if (pausedAt !== undefined && (before === undefined || pausedAt !== wholeOf(before).view.pausedAt)) {
      const place = executionAt(whole.view, pausedAt);
      const here = view.pausedAt === undefined ? undefined : executionAt(view, view.pausedAt);
      if (place !== undefined && place.view !== view && place.execution.pause?.reason === 'step') void showPlace(stores, whole, pausedAt);
      else if (here !== undefined) show(here.path, here.outermost.activity);
      app.getState().announce(resultText(whole.view));
    } else if (before !== undefined && isActive(before) && !isActive(after)) {
      app.getState().announce(resultText(whole.view), whole.view.status === 'failed' || whole.view.status === 'cancelled');
      const failed = view.status === 'failed' ? decisiveOf(view) : undefined;
      if (failed !== undefined) show(failed.execution, failed.activity);
    } else if (before !== undefined && view !== before.view) {
      const text = progressText(before.view, view);
      if (text !== '') app.getState().announce(text);
    }
  });
}
