import { activities, type Registry } from '../../shared/activities/registry.ts';
import type { DebugCommand, RunMode } from '../../shared/engine/debugCommand.ts';
import { innermostOf, invokerOf } from '../../shared/engine/executionPath.ts';
import { emptyRunView, type RunView } from '../../shared/engine/runView.ts';
import { canBeginAt } from '../../shared/engine/earlierRun.ts';
import { currentRunbook } from '../stores/current.ts';
import { invokedBy } from '../stores/invokedTest.ts';
import { wholeOf, isActive, type TestRun } from '../stores/testRun.ts';
import type { Stores } from '../stores/stores.ts';
import { marksOf } from '../stores/tester.ts';
import { showInvokedBy, showInvoker } from './invokedRuns.ts';
import type { CommandBinding, CommandBindings } from './commandBindings.ts';
import { openFirst } from './currentEditor.ts';
import { monitorStand, waitForNext } from './monitorTest.ts';
import { beginTest } from './startRun.ts';
import { publishedRows, toggleBreakpoint, togglePin } from './testerMarks.ts';

/** What has to be so before the commands make sense. */
const needs = {
  running: 'No test is running.',
  paused: 'No test is paused. Step, or a breakpoint, pauses one.',
  begin: 'Select one activity that can begin with the data of the last test.',
} as const;

/** What the commands of the menu Run do to the runbook in front. */
export function runCommands(stores: Stores, registry: Registry = activities): CommandBindings {
  const { editor, layout, runs, tester } = stores;
  const current = (): string | undefined => {
    const key = currentRunbook(layout.getState());
    return key !== undefined && editor.getState().open[key] !== undefined ? key : undefined;
  };
  const runOf = (key: string | undefined): TestRun | undefined => (key === undefined ? undefined : runs.getState().runs[key]);
  const on = (run: (key: string) => void, possible: (key: string) => boolean, needed?: string | ((key: string) => string)): CommandBinding => ({
    run: () => {
      const key = current();
      if (key !== undefined && possible(key)) run(key);
    },
    enabled: () => {
      const key = current();
      return key !== undefined && possible(key);
    },
    get why() {
      const key = current();
      if (key === undefined) return openFirst;
      return typeof needed === 'function' ? needed(key) : needed;
    },
  });
  const selected = (key: string): readonly string[] => editor.getState().open[key]?.selection.activities ?? [];
  const onActivity = (run: (key: string, activity: string) => void, possible: (key: string, activity: string) => boolean, needed = 'Select one activity first.'): CommandBinding => {
    const only = (key: string): string | undefined => (selected(key).length === 1 ? selected(key)[0] : undefined);
    const fits = (key: string): boolean => {
      const activity = only(key);
      return activity !== undefined && possible(key, activity);
    };
    return on((key) => run(key, only(key) ?? ''), fits, needed);
  };
  const hasActivities = (key: string): boolean => Object.keys(editor.getState().open[key]?.document.activities ?? {}).length > 0;
  const stopping = (key: string): boolean => runOf(key)?.stopping === true;
  /** How the test of a runbook stands, or the test that invoked it. */
  const stand = (key: string): RunView | undefined => {
    const run = runOf(key);
    return run === undefined ? undefined : wholeOf(run).view;
  };
  const paused = (key: string): boolean => stand(key)?.status === 'paused' && !stopping(key);
  const pausedInside = (key: string): boolean => paused(key) && invokerOf(stand(key)?.pausedAt ?? '') !== undefined;
  const startable = (key: string): boolean => !isActive(runOf(key)) && hasActivities(key);
  const startNeeds = (key: string): string => (isActive(runOf(key)) ? 'A test of this runbook is running. Stop it first.' : 'Add an activity first.');
  const asks = (key: string): boolean => monitorStand(runOf(key), registry) === 'asks';
  const send = (key: string, command: DebugCommand): void => void runs.getState().command(key, command);
  const beginOr = (mode: RunMode, command: DebugCommand) => (key: string): void => (paused(key) ? send(key, command) : beginTest(stores, registry, key, { mode }));
  const startOrPaused = (key: string): boolean => paused(key) || startable(key);
  const skip = (what: 'item' | 'activity') => (key: string): void => {
    const waiting = stand(key)?.pausedAt;
    if (waiting !== undefined) send(key, { type: 'skip', execution: innermostOf(waiting), what, all: false });
  };
  const canBegin = (key: string, activity: string): boolean => {
    const document = editor.getState().open[key]?.document;
    return document !== undefined && startable(key) && canBeginAt(document, activity, runOf(key)?.view);
  };
  const beginAt = (only: boolean) => (key: string, activity: string): void => beginTest(stores, registry, key, { mode: 'runToBreakpoint', from: { activity, only } });
  const isPinned = (key: string, activity: string): boolean => marksOf(tester.getState(), key).pins[activity] !== undefined;
  return {
    'run.test': on(beginOr('runToBreakpoint', { type: 'continue' }), startOrPaused, startNeeds),
    'run.withoutBreakpoints': on((key) => beginTest(stores, registry, key, { mode: 'run' }), startable, startNeeds),
    'run.step': on(beginOr('step', { type: 'step' }), startOrPaused, startNeeds),
    'run.stepInto': on((key) => send(key, { type: 'stepInto' }), paused, needs.paused),
    'run.stepOut': on((key) => send(key, { type: 'stepOut' }), pausedInside, 'A test has to be paused in a runbook that another one invoked.'),
    'run.nextItem': on((key) => (asks(key) ? waitForNext(stores, registry, key) : send(key, { type: 'nextItem' })), (key) => paused(key) || asks(key), needs.paused),
    'run.skipItem': on(skip('item'), paused, needs.paused),
    'run.skipActivity': on(skip('activity'), paused, needs.paused),
    'run.pause': on((key) => send(key, { type: 'pause' }), (key) => stand(key)?.status === 'running' && !stopping(key), needs.running),
    'run.stop': on((key) => (asks(key) ? runs.getState().leave(key) : runs.getState().stop(key)), (key) => asks(key) || (isActive(runOf(key)) && !stopping(key)), needs.running),
    'run.fromHere': onActivity(beginAt(false), canBegin, needs.begin),
    'run.onlyThis': onActivity(beginAt(true), canBegin, needs.begin),
    'run.toggleBreakpoint': on((key) => selected(key).forEach((activity) => toggleBreakpoint(stores, key, activity)), (key) => selected(key).length > 0, 'Select an activity first.'),
    'run.conditionalBreakpoint': onActivity((runbook, activity) => layout.getState().openDialog({ kind: 'breakpoint', runbook, activity }), () => true),
    'run.breakpoints': on((runbook) => layout.getState().openDialog({ kind: 'breakpoints', runbook }), () => true),
    'run.pin': onActivity(
      (key, activity) => togglePin(stores, key, activity),
      (key, activity) => isPinned(key, activity) || publishedRows(runOf(key), activity) !== undefined,
      'Select one activity that published data in the last test.',
    ),
    'run.clearResults': on((key) => runs.getState().clear(key), (key) => runOf(key) !== undefined && !isActive(runOf(key)), 'There are no results to clear.'),
    'run.showInvoked': onActivity(
      (key, activity) => void showInvokedBy(stores, key, activity),
      (key, activity) => invokedBy(runOf(key)?.view ?? emptyRunView, activity) !== undefined,
      'Select one activity that invoked a runbook in the last test.',
    ),
    'run.showInvoker': on((key) => void showInvoker(stores, key), (key) => runOf(key)?.within !== undefined, 'The runbook in front does not show a run that another one invoked.'),
    'run.editPin': onActivity((runbook, activity) => layout.getState().openDialog({ kind: 'pin', runbook, activity }), isPinned, 'Select one activity with a pinned result first.'),
  };
}
