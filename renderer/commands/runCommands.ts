import { activities, type Registry } from '../../shared/activities/registry.ts';
import type { DebugCommand, RunMode } from '../../shared/engine/debugCommand.ts';
import { consequencesOf, parametersOf, realConnections } from '../stores/consequences.ts';
import { currentRunbook, problemsIn, targetsOf } from '../stores/current.ts';
import { isActive, type TestRun } from '../stores/runs.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandBinding, CommandBindings } from './commandBindings.ts';

/** Begins the run itself: every question is answered. */
export function launch(stores: Stores, key: string, mode: RunMode, input: Readonly<Record<string, string>>): void {
  const open = stores.editor.getState().open[key];
  if (open === undefined) return;
  const { document, breakpoints } = open;
  stores.traces.getState().watch();
  if (stores.settings.getState().settings.showConsole) stores.layout.getState().showBottom('console');
  stores.runs.getState().start({ key, document, mode, breakpoints: [...breakpoints], input: { ...input } }, realConnections(document, stores.connections.getState().entries));
}

/** Goes on after the parameters are known: asks before a run that changes a real mailbox. */
export function confirmThenLaunch(stores: Stores, registry: Registry, key: string, mode: RunMode, input: Readonly<Record<string, string>>): void {
  const document = stores.editor.getState().open[key]?.document;
  if (document === undefined) return;
  const runs = stores.runs.getState();
  const consequences = consequencesOf(document, registry, stores.connections.getState().entries);
  const trusted = runs.trusted.includes(key) && consequences.every(({ effect }) => effect !== 'deletes');
  if (consequences.length === 0 || trusted) launch(stores, key, mode, input);
  else runs.ask({ kind: 'confirm', key, mode, input, consequences });
}

/** Begins a test: refuses a runbook with errors, asks for parameters, asks before a real mailbox is changed. */
export function beginTest(stores: Stores, registry: Registry, key: string, mode: RunMode): void {
  const document = stores.editor.getState().open[key]?.document;
  if (document === undefined) return;
  const targets = targetsOf(stores.workspace.getState().view);
  const errors = problemsIn(document, registry, stores.connections.getState().entries, targets, stores.globals.getState().view).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    stores.layout.getState().showBottom('problems');
    stores.app.getState().announce(`The test did not start: ${errors.length} ${errors.length === 1 ? 'problem has' : 'problems have'} to be solved first.`, true);
    return;
  }
  const parameters = parametersOf(document, registry);
  if (parameters.length === 0) confirmThenLaunch(stores, registry, key, mode, {});
  else stores.runs.getState().ask({ kind: 'input', key, mode, parameters });
}

/** Sets or removes the breakpoint of an activity; a run that goes on learns of it. */
export function toggleBreakpoint({ editor, runs }: Stores, key: string, activity: string): void {
  editor.getState().toggleBreakpoint(key, activity);
  const breakpoints = editor.getState().open[key]?.breakpoints ?? [];
  void runs.getState().command(key, { type: 'setBreakpoints', activities: [...breakpoints] });
}

/** What the commands of the menu Run do to the runbook in front. */
export function runCommands(stores: Stores, registry: Registry = activities): CommandBindings {
  const { editor, layout, runs } = stores;
  const current = (): string | undefined => {
    const key = currentRunbook(layout.getState());
    return key !== undefined && editor.getState().open[key] !== undefined ? key : undefined;
  };
  const runOf = (key: string | undefined): TestRun | undefined => (key === undefined ? undefined : runs.getState().runs[key]);
  const on = (run: (key: string) => void, possible: (key: string) => boolean): CommandBinding => ({
    run: () => {
      const key = current();
      if (key !== undefined && possible(key)) run(key);
    },
    enabled: () => {
      const key = current();
      return key !== undefined && possible(key);
    },
  });
  const hasActivities = (key: string): boolean => Object.keys(editor.getState().open[key]?.document.activities ?? {}).length > 0;
  const stopping = (key: string): boolean => runOf(key)?.stopping === true;
  const paused = (key: string): boolean => runOf(key)?.view.status === 'paused' && !stopping(key);
  const startable = (key: string): boolean => !isActive(runOf(key)) && hasActivities(key);
  const send = (key: string, command: DebugCommand): void => void runs.getState().command(key, command);
  const beginOr = (mode: RunMode, command: DebugCommand) => (key: string): void => (paused(key) ? send(key, command) : beginTest(stores, registry, key, mode));
  const startOrPaused = (key: string): boolean => paused(key) || startable(key);
  return {
    'run.test': on(beginOr('runToBreakpoint', { type: 'continue' }), startOrPaused),
    'run.withoutBreakpoints': on((key) => beginTest(stores, registry, key, 'run'), startable),
    'run.step': on(beginOr('step', { type: 'step' }), startOrPaused),
    'run.nextItem': on((key) => send(key, { type: 'nextItem' }), paused),
    'run.pause': on((key) => send(key, { type: 'pause' }), (key) => runOf(key)?.view.status === 'running' && !stopping(key)),
    'run.stop': on((key) => runs.getState().stop(key), (key) => isActive(runOf(key)) && !stopping(key)),
    'run.toggleBreakpoint': on(
      (key) => editor.getState().open[key]?.selection.activities.forEach((activity) => toggleBreakpoint(stores, key, activity)),
      (key) => (editor.getState().open[key]?.selection.activities.length ?? 0) > 0,
    ),
  };
}
