import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Registry } from '../../shared/activities/registry.ts';
import type { CommandId } from '../../shared/commands/commands.ts';
import { keyOf } from '../../shared/commands/keys.ts';
import type { ConnectionEntry } from '../../shared/connections/draft.ts';
import type { GlobalsView } from '../../shared/globals/view.ts';
import { judge, type Judgement, type Problem, type RunbookFacts } from '../../shared/runbook/problems.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import type { TesterMarks } from '../../shared/engine/testerMarks.ts';
import { targetsIn, type WorkspaceView } from '../../shared/workspace/workspace.ts';
import type { RunbookTarget, WorkspaceTarget } from '../../shared/runbook/targets.ts';
import type { EditorState } from './editor.ts';
import { looksSame, type OpenEditor } from './editorHistory.ts';
import { variableFacts } from './globals.ts';
import type { LayoutState } from './layout.ts';
import { useRegistry } from './registry.ts';
import type { RunsState } from './runs.ts';
import type { TestRun } from './testRun.ts';
import { useStores } from './stores.ts';
import { marksOf } from './tester.ts';
import { useLater } from './useLater.ts';

/** The runbook whose tab is in front, or undefined. */
export const currentRunbook = ({ activeTab }: Pick<LayoutState, 'activeTab'>): string | undefined => (activeTab?.kind === 'runbook' ? activeTab.key : undefined);

/** Selects an open runbook, and answers the same object for as long as it looks the same: moving the canvas draws nothing but the canvas. */
function shownEditor(key: string | undefined): (state: EditorState) => OpenEditor | undefined {
  let last: OpenEditor | undefined;
  return ({ open }) => {
    const editor = key === undefined ? undefined : open[key];
    if (last === undefined || editor === undefined || !looksSame(last, editor)) last = editor;
    return last;
  };
}

/** An open runbook as it is shown. What the canvas remembers for itself may be older. */
export function useShownEditor(key: string | undefined): OpenEditor | undefined {
  return useStore(useStores().editor, useMemo(() => shownEditor(key), [key]));
}

/** The runbook whose tab is in front, once it is read. */
export function useCurrentEditor(): OpenEditor | undefined {
  return useShownEditor(useStore(useStores().layout, currentRunbook));
}

/** One fact about the runbook in front, once it is read: what shows it is drawn anew when the fact is another one, not with every edit. */
export function useCurrentFact<T extends string | number | boolean | undefined>(fact: (editor: OpenEditor) => T): T | undefined {
  const { layout, editor } = useStores();
  const key = useStore(layout, currentRunbook);
  return useStore(editor, ({ open }) => {
    const current = key === undefined ? undefined : open[key];
    return current === undefined ? undefined : fact(current);
  });
}

/** The key of the runbook in front, once it is read. */
export const useCurrentKey = (): string | undefined => useCurrentFact(({ key }) => key);

/** The activity that is selected in the runbook in front, where it is one alone. */
export const useSelectedActivity = (): string | undefined => useCurrentFact(({ selection: { activities } }) => (activities.length === 1 ? activities[0] : undefined));

/** The keys of commands, as the person wants them. */
export function useKeyOf(): (id: CommandId) => string | undefined {
  const { settings } = useStores();
  const keys = useStore(settings, (state) => state.settings.keys);
  const singleKeys = useStore(settings, (state) => state.settings.singleKeys);
  return (id) => keyOf(id, { keys, singleKeys });
}

/** The last test of a runbook. While it goes on it is drawn when there is time, so that it never stands before a key. */
export function useTestRun(key: string): TestRun | undefined {
  return useLater(useStores().runs, useCallback(({ runs }: RunsState) => runs[key], [key]));
}

/** Names of counters and schedules, as runbooks are judged by them. */
const globalNames = ({ counters, schedules }: GlobalsView): { readonly counters: readonly string[]; readonly schedules: readonly string[] } => ({
  counters: counters.map(({ name }) => name),
  schedules: schedules.map(({ name }) => name),
});

/** Breakpoints and pinned results of a runbook. */
export function useMarks(key: string): TesterMarks {
  return useStore(useStores().tester, (state) => marksOf(state, key));
}

const noTargets: readonly WorkspaceTarget[] = [];
const knownTargets = new WeakMap<WorkspaceView, readonly WorkspaceTarget[]>();

/** The runbooks of the open workspace that others can invoke; the same list for the same workspace. */
export function targetsOf(view: WorkspaceView | null): readonly WorkspaceTarget[] {
  if (view === null) return noTargets;
  const targets = knownTargets.get(view) ?? targetsIn(view.runbooks);
  knownTargets.set(view, targets);
  return targets;
}

/** The runbooks of the open workspace that others can invoke. */
export function useTargets(): readonly WorkspaceTarget[] {
  return useStore(useStores().workspace, ({ view }) => targetsOf(view));
}

/** What runbooks are judged by, from the stores; the same object for as long as they hold the same. */
let facts: { readonly from: readonly unknown[]; readonly value: RunbookFacts } | undefined;

function factsOf(registry: Registry, entries: readonly ConnectionEntry[], runbooks: readonly RunbookTarget[], globals: GlobalsView): RunbookFacts {
  const from = [registry, entries, runbooks, globals];
  if (facts?.from.every((one, index) => one === from[index]) !== true) {
    facts = { from, value: { registry, connections: entries, variables: variableFacts(globals), globals: globalNames(globals), runbooks } };
  }
  return facts.value;
}

const known = new WeakMap<Runbook, Judgement>();
/** The last one: the next state of the same runbook is judged with it. */
let last: Judgement | undefined;

/** The problems of a document, computed once for each state of document, activities, connections, runbooks, and what the workspace shares. */
export function problemsIn(document: Runbook, registry: Registry, entries: readonly ConnectionEntry[], runbooks: readonly RunbookTarget[], globals: GlobalsView): readonly Problem[] {
  const by = factsOf(registry, entries, runbooks, globals);
  const before = known.get(document);
  if (before?.facts === by) return before.problems;
  last = judge(document, by, last);
  known.set(document, last);
  return last.problems;
}

const noProblems: readonly Problem[] = [];

/** The problems of an open runbook. They follow what is typed when there is time for them. */
export function useProblems(key: string | undefined): readonly Problem[] {
  const { editor, connections, globals } = useStores();
  const registry = useRegistry();
  const document = useLater(editor, useCallback(({ open }: EditorState) => (key === undefined ? undefined : open[key]?.document), [key]));
  const entries = useStore(connections, (state) => state.entries);
  const runbooks = useTargets();
  const shared = useStore(globals, (state) => state.view);
  return useMemo(() => (document === undefined ? noProblems : problemsIn(document, registry, entries, runbooks, shared)), [document, registry, entries, runbooks, shared]);
}
