import type { Registry } from '../../shared/activities/registry.ts';
import { findIn, subjectId, subjectsOf, type FoundSubject } from '../../shared/runbook/find.ts';
import type { OpenEditor, Selection } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandBinding, CommandBindings } from './commandBindings.ts';
import { forCurrentEditor } from './currentEditor.ts';

/** The selection that shows where something was found. */
export function selectionOf(subject: FoundSubject): Partial<Selection> {
  switch (subject.kind) {
    case 'activity':
      return { activities: [subject.key] };
    case 'link':
      return { link: { from: subject.from, to: subject.to } };
    case 'note':
      return { notes: [subject.key] };
    case 'group':
      return { groups: [subject.key] };
  }
}

/** What is selected, as a word to find it among what was found. */
function selectedId({ activities, notes, groups, link }: Selection): string | undefined {
  if (link !== undefined) return subjectId({ kind: 'link', ...link });
  const [activity, note, group] = [activities[0], notes[0], groups[0]];
  if (activity !== undefined) return subjectId({ kind: 'activity', key: activity });
  if (note !== undefined) return subjectId({ kind: 'note', key: note });
  return group === undefined ? undefined : subjectId({ kind: 'group', key: group });
}

/** Which of what was found is selected, from 0; -1 for none of it. */
export function foundAt(found: readonly FoundSubject[], selection: Selection): number {
  const id = selectedId(selection);
  return found.findIndex((subject) => subjectId(subject) === id);
}

/** Selects what was found after (or before) what is selected, and brings it into view. After the last comes the first. */
export function showFound({ editor }: Pick<Stores, 'editor'>, registry: Registry, key: string, direction: 1 | -1): void {
  const open = editor.getState().open[key];
  const query = open?.find?.query ?? '';
  if (open === undefined) return;
  const found = subjectsOf(findIn(open.document, query, registry));
  const at = foundAt(found, open.selection);
  const next = found.at(at < 0 ? (direction > 0 ? 0 : -1) : (at + direction) % found.length);
  if (next === undefined) return;
  editor.getState().select(key, selectionOf(next));
  editor.getState().show(key, 'selected');
}

/** What Find and its relatives do. */
export function findCommands(stores: Stores, registry: Registry): CommandBindings {
  const { editor, layout, workspace } = stores;
  const { on } = forCurrentEditor(stores);
  const going = (direction: 1 | -1): CommandBinding => on(({ key }) => showFound(stores, registry, key, direction), ({ find }: OpenEditor) => (find?.query ?? '') !== '', 'Find a text in the runbook first.');
  return {
    'edit.find': on(({ key, find }) => editor.getState().find(key, { query: find?.query ?? '', open: true })),
    'edit.findNext': going(1),
    'edit.findPrevious': going(-1),
    'edit.findInWorkspace': { run: () => layout.getState().showSearch(), enabled: () => workspace.getState().view !== null, why: 'Open a workspace first.' },
  };
}
