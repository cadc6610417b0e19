import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Registry } from '../../../shared/activities/registry.ts';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import type { Problem } from '../../../shared/runbook/problems.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import type { RunbookTarget } from '../../../shared/runbook/targets.ts';
import { useProblems, useTargets, useTestRun } from '../../stores/current.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { lastData, type LastData } from '../../stores/lastData.ts';
import { useRegistry } from '../../stores/registry.ts';
import type { TestRun } from '../../stores/runs.ts';
import { useStores } from '../../stores/stores.ts';

/** What the forms of one activity are made from, and how they change it. */
export interface FormFacts {
  readonly key: string;
  readonly document: Runbook;
  readonly registry: Registry;
  readonly entries: readonly ConnectionEntry[];
  /** Runbooks of the workspace. */
  readonly runbooks: readonly RunbookTarget[];
  /** Problems of this activity. */
  readonly problems: readonly Problem[];
  readonly run: TestRun | undefined;
  /** Execution that the console shows, for previews. */
  readonly shown: string | undefined;
  readonly data: LastData;
  readonly readOnly: boolean;
  /** Changes the document; edits with the same `joins` in a row are one undo step. */
  edit(change: (document: Runbook) => Runbook, joins?: string): void;
  /** A field was left: the next edit is an undo step of its own. */
  endStep(): void;
  /** The field that was asked for has the focus. */
  focused(): void;
}

/** The facts for the forms of an activity. */
export function useFormFacts(editor: OpenEditor, activity: string): FormFacts {
  const stores = useStores();
  const registry = useRegistry();
  const { key, document, readOnly } = editor;
  const entries = useStore(stores.connections, (state) => state.entries);
  const shown = useStore(stores.runs, ({ executions }) => executions[key]);
  const runbooks = useTargets();
  const run = useTestRun(key);
  const all = useProblems(key);
  const problems = useMemo(() => all.filter((problem) => problem.activity === activity), [all, activity]);
  const data = useMemo(() => lastData(document, activity, run?.view, shown), [document, activity, run, shown]);
  return useMemo(() => {
    const { edit, endStep, focused } = stores.editor.getState();
    return { key, document, registry, entries, runbooks, problems, run, shown, data, readOnly, edit: (change, joins) => edit(key, change, joins), endStep: () => endStep(key), focused: () => focused(key) };
  }, [stores, key, document, registry, entries, runbooks, problems, run, shown, data, readOnly]);
}
