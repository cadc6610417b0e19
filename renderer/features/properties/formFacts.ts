import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Registry } from '../../../shared/activities/registry.ts';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import type { Problem } from '../../../shared/runbook/problems.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import type { RunbookTarget } from '../../../shared/runbook/targets.ts';
import { useProblems, useTargets } from '../../stores/current.ts';
import { sameStructure } from '../../../shared/runbook/structure.ts';
import { publishedBy, type SubscribableItem } from '../../../shared/runbook/subscribable.ts';
import type { ExpressionFacts } from '../../fields/expression/expressionFacts.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { variableFacts } from '../../stores/globals.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { usePreviewRow, type PreviewRow } from './previewRow.ts';
import { expressionFacts } from './runbookExpression.ts';

/** What the forms of one activity are made from, and how they change it. */
export interface FormFacts {
  readonly key: string;
  readonly document: Runbook;
  /** The document as it was when what can be subscribed to last changed. */
  readonly structure: Runbook;
  readonly registry: Registry;
  readonly entries: readonly ConnectionEntry[];
  /** Runbooks of the workspace. */
  readonly runbooks: readonly RunbookTarget[];
  /** Problems of this activity. */
  readonly problems: readonly Problem[];
  /** What values may refer to. The same object while only texts change, so that typing renders one field. */
  readonly expression: ExpressionFacts;
  /** The row of the last test that previews are made with. */
  readonly row: PreviewRow;
  readonly readOnly: boolean;
  /** Changes the document; edits with the same `joins` in a row are one undo step. */
  edit(change: (document: Runbook) => Runbook, joins?: string): void;
  /** A field was left: the next edit is an undo step of its own. */
  endStep(): void;
  /** Takes the last change of the runbook back. */
  undo(): void;
  /** The field that was asked for has the focus. */
  focused(): void;
}

/** The document as it was when what can be subscribed to last changed. */
function useStructure(document: Runbook, registry: Registry): Runbook {
  const [structure, setStructure] = useState(document);
  if (structure === document || sameStructure(structure, document, registry)) return structure;
  setStructure(document);
  return document;
}

/** What an activity publishes; the same list while only texts change. */
export function usePublished({ structure, registry, entries, runbooks }: FormFacts, activity: string): readonly SubscribableItem[] {
  return useMemo(() => publishedBy(structure, activity, { registry, connections: entries, runbooks }), [structure, activity, registry, entries, runbooks]);
}

/** The facts for the forms of an activity. */
export function useFormFacts(editor: OpenEditor, activity: string): FormFacts {
  const stores = useStores();
  const registry = useRegistry();
  const { key, document, readOnly } = editor;
  const entries = useStore(stores.connections, (state) => state.entries);
  const runbooks = useTargets();
  const all = useProblems(key);
  const problems = useMemo(() => all.filter((problem) => problem.activity === activity), [all, activity]);
  const structure = useStructure(document, registry);
  const row = usePreviewRow(key, structure, activity);
  const acts = useMemo(() => {
    const { edit, endStep, focused, undo, redo } = stores.editor.getState();
    return {
      edit: (change: (before: Runbook) => Runbook, joins?: string) => edit(key, change, joins),
      endStep: () => endStep(key),
      focused: () => focused(key),
      undo: () => undo(key),
      redo: () => redo(key),
    };
  }, [stores, key]);
  const { data } = row;
  const globals = useStore(stores.globals, ({ view }) => view);
  const expression = useMemo(
    () => expressionFacts(structure, activity, { registry, connections: entries, variables: variableFacts(globals), runbooks }, { data, variables: globals.variables }, acts),
    [structure, activity, registry, entries, globals, runbooks, data, acts],
  );
  return useMemo(() => ({ key, document, structure, registry, entries, runbooks, problems, expression, row, readOnly, ...acts }), [key, document, structure, registry, entries, runbooks, problems, expression, row, readOnly, acts]);
}
