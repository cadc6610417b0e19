import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Registry } from '../../shared/activities/registry.ts';
import type { CommandId } from '../../shared/commands/commands.ts';
import { keyOf } from '../../shared/commands/keys.ts';
import type { ConnectionEntry } from '../../shared/connections/draft.ts';
import type { GlobalsView } from '../../shared/globals/view.ts';
import { problemsOf, type Problem } from '../../shared/runbook/problems.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import type { TesterMarks } from '../../shared/engine/testerMarks.ts';
import { targetsIn, type WorkspaceView } from '../../shared/workspace/workspace.ts';
import type { RunbookTarget, WorkspaceTarget } from '../../shared/runbook/targets.ts';
import type { OpenEditor } from './editorHistory.ts';
import { variableFacts } from './globals.ts';
import type { LayoutState } from './layout.ts';
import { useRegistry } from './registry.ts';
import type { TestRun } from './testRun.ts';
import { useStores } from './stores.ts';
import { marksOf } from './tester.ts';

/** The runbook whose tab is in front, or undefined. */
export const currentRunbook = ({ activeTab }: Pick<LayoutState, 'activeTab'>): string | undefined => (activeTab?.kind === 'runbook' ? activeTab.key : undefined);

/** The runbook whose tab is in front, once it is read. */
export function useCurrentEditor(): OpenEditor | undefined {
  const { layout, editor } = useStores();
  const key = useStore(layout, currentRunbook);
  return useStore(editor, ({ open }) => (key === undefined ? undefined : open[key]));
}

/** The keys of commands, as the person wants them. */
export function useKeyOf(): (id: CommandId) => string | undefined {
  const settings = useStore(useStores().settings, (state) => state.settings);
  return (id) => keyOf(id, settings);
}

/** The last test of a runbook. */
export function useTestRun(key: string): TestRun | undefined {
  return useStore(useStores().runs, ({ runs }) => runs[key]);
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

interface Judged {
  readonly registry: Registry;
  readonly entries: readonly ConnectionEntry[];
  readonly runbooks: readonly RunbookTarget[];
  readonly globals: GlobalsView;
  readonly problems: readonly Problem[];
}
const known = new WeakMap<Runbook, Judged>();

/** The problems of a document, computed once for each state of document, activities, connections, runbooks, and what the workspace shares. */
export function problemsIn(document: Runbook, registry: Registry, entries: readonly ConnectionEntry[], runbooks: readonly RunbookTarget[], globals: GlobalsView): readonly Problem[] {
  const before = known.get(document);
  if (before !== undefined && before.registry === registry && before.entries === entries && before.runbooks === runbooks && before.globals === globals) return before.problems;
  const problems = problemsOf(document, { registry, connections: entries, variables: variableFacts(globals), globals: globalNames(globals), runbooks });
  known.set(document, { registry, entries, runbooks, globals, problems });
  return problems;
}

const noProblems: readonly Problem[] = [];

/** The problems of an open runbook. */
export function useProblems(key: string | undefined): readonly Problem[] {
  const { editor, connections, globals } = useStores();
  const registry = useRegistry();
  const document = useStore(editor, ({ open }) => (key === undefined ? undefined : open[key]?.document));
  const entries = useStore(connections, (state) => state.entries);
  const runbooks = useTargets();
  const shared = useStore(globals, (state) => state.view);
  return useMemo(() => (document === undefined ? noProblems : problemsIn(document, registry, entries, runbooks, shared)), [document, registry, entries, runbooks, shared]);
}
