import { activities, type Registry } from '../../shared/activities/registry.ts';
import { earlierRunBefore } from '../../shared/engine/earlierRun.ts';
import { downstreamOf, startOf } from '../../shared/runbook/graph.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import { targetOf, type WorkspaceTarget } from '../../shared/runbook/targets.ts';
import { consequencesOf, parametersOf, realConnections } from '../stores/consequences.ts';
import { problemsIn, targetsOf } from '../stores/current.ts';
import { isDirty } from '../stores/editorHistory.ts';
import type { RunPlan } from '../stores/runs.ts';
import type { Stores } from '../stores/stores.ts';
import { marksOf } from '../stores/tester.ts';
import { breakpointsFor } from './testerMarks.ts';

/** The activities that a test can run: all, or those from where it begins; pinned ones do not run. */
function running(document: Runbook, { from }: RunPlan, pins: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const keys = from === undefined ? Object.keys(document.activities) : from.only ? [from.activity] : [from.activity, ...downstreamOf(document, from.activity)];
  return new Set(keys.filter((key) => pins[key] === undefined));
}

/** The runbooks with unsaved changes, as they stand in the window: what is invoked runs as it is seen. */
function unsavedIn({ editor }: Pick<Stores, 'editor'>): Record<string, Runbook> {
  return Object.fromEntries(Object.values(editor.getState().open).flatMap((one) => (isDirty(one) ? [[one.key, one.document]] : [])));
}

/** The runbooks that a test can invoke, with what they do as they would run. */
function targetsAsRun(stores: Stores, registry: Registry): readonly WorkspaceTarget[] {
  const unsaved = unsavedIn(stores);
  const targets = targetsOf(stores.workspace.getState().view);
  const changed = Object.entries(unsaved).map(([key, document]): WorkspaceTarget => ({ key, name: document.name, ...targetOf(document, registry) }));
  return [...changed, ...targets.filter(({ key }) => unsaved[key] === undefined)];
}

const testedOf = (stores: Stores, document: Runbook, keys: ReadonlySet<string>, registry: Registry = activities): Parameters<typeof consequencesOf>[0] => ({
  document,
  running: keys,
  registry,
  connections: stores.connections.getState().entries,
  targets: targetsAsRun(stores, registry),
});

/** Begins the run itself: every question is answered. */
export function launch(stores: Stores, key: string, plan: RunPlan): void {
  const document = stores.editor.getState().open[key]?.document;
  if (document === undefined) return;
  const { pins } = marksOf(stores.tester.getState(), key);
  const real = plan.onDemo ? [] : realConnections(testedOf(stores, document, running(document, plan, pins)));
  const { from } = plan;
  const before = stores.runs.getState().runs[key];
  const earlier = from === undefined || before === undefined ? { executions: [] } : earlierRunBefore(before.view, document, from.activity);
  stores.traces.getState().watch();
  // What the hint says was done.
  stores.layout.getState().showHint(false);
  if (stores.settings.getState().settings.showConsole) stores.layout.getState().showBottom('console');
  stores.runs.getState().start({ ...plan, key, document, unsaved: unsavedIn(stores), breakpoints: breakpointsFor(stores, key), pins, from: from === undefined ? undefined : { ...from, earlier } }, real);
}

/** Goes on after the parameters are known: asks before a run that changes a real mailbox. */
export function confirmThenLaunch(stores: Stores, registry: Registry, key: string, plan: RunPlan): void {
  const document = stores.editor.getState().open[key]?.document;
  if (document === undefined) return;
  const runs = stores.runs.getState();
  const { pins } = marksOf(stores.tester.getState(), key);
  const consequences = consequencesOf(testedOf(stores, document, running(document, plan, pins), registry));
  const trusted = runs.trusted[key];
  if (consequences.length === 0) launch(stores, key, plan);
  else if (trusted !== undefined && consequences.every(({ effect }) => effect !== 'deletes')) launch(stores, key, { ...plan, guard: trusted.guard });
  else runs.ask({ kind: 'confirm', key, plan, consequences });
}

/** Begins a test: refuses a runbook with errors, asks for parameters, asks before a real mailbox is changed. */
export function beginTest(stores: Stores, registry: Registry, key: string, wish: Pick<RunPlan, 'mode' | 'from' | 'watching'>): void {
  const document = stores.editor.getState().open[key]?.document;
  if (document === undefined) return;
  const errors = problemsIn(document, registry, stores.connections.getState().entries, targetsOf(stores.workspace.getState().view), stores.globals.getState().view).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    stores.layout.getState().showBottom('problems');
    stores.app.getState().announce(`The test did not start: ${errors.length} ${errors.length === 1 ? 'problem has' : 'problems have'} to be solved first.`, true);
    return;
  }
  const plan: RunPlan = { ...wish, input: {}, guard: true, onDemo: false };
  const first = wish.from?.activity ?? startOf(document);
  const parameters = first === startOf(document) ? parametersOf(document, registry) : [];
  if (parameters.length === 0) confirmThenLaunch(stores, registry, key, plan);
  else stores.runs.getState().ask({ kind: 'input', key, plan, parameters });
}
