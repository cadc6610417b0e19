import { markColorOf, type MarkColor } from '../../../shared/runbook/colors.ts';
import type { EditorPrompt, OpenEditor, Selection } from '../../stores/editorHistory.ts';
import { groupId, noteId, subjectOf, type NodeSubject } from './markModel.ts';

/** The selection after nodes were added to it or taken from it. */
export function selectionAfter({ activities, notes }: Selection, changes: readonly { readonly id: string; readonly selected: boolean }[]): Partial<Selection> {
  const chosen = new Set([...activities, ...notes.map(noteId)]);
  for (const { id, selected } of changes) {
    if (selected) chosen.add(id);
    else chosen.delete(id);
  }
  const subjects = [...chosen].map(subjectOf);
  const keysOf = (wanted: NodeSubject['kind']): string[] => subjects.flatMap(({ kind, key }) => (kind === wanted ? [key] : []));
  return { activities: keysOf('activity'), notes: keysOf('note') };
}

/** How the name or text of something is changed. */
export function renaming({ kind, key }: NodeSubject): EditorPrompt {
  if (kind === 'activity') return { kind: 'rename', activity: key };
  return kind === 'group' ? { kind: 'renameGroup', group: key } : { kind: 'editNote', note: key };
}

/** The color that all of what is selected has; undefined where they differ. */
export function colorOf({ document, selection: { link, notes, groups } }: Pick<OpenEditor, 'document' | 'selection'>): MarkColor | undefined {
  const linked = link === undefined ? [] : document.links.filter(({ from, to }) => from === link.from && to === link.to).map(({ color }) => color);
  const [first, ...others] = [
    ...linked.map((color) => markColorOf(color) ?? 'gray'),
    ...notes.map((key) => markColorOf(document.notes[key]?.color) ?? 'yellow'),
    ...groups.map((key) => markColorOf(document.groups[key]?.color) ?? 'gray'),
  ];
  return others.every((color) => color === first) ? first : undefined;
}

/** The node that is selected alone. */
export function onlyNode({ activities, notes, groups }: Selection): string | undefined {
  const [id, ...others] = [...activities, ...notes.map(noteId), ...groups.map(groupId)];
  return others.length === 0 ? id : undefined;
}
