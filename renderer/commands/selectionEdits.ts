import { disconnect, removeActivities, setDisabled, updateLink } from '../../shared/runbook/edits.ts';
import { removeGroups, removeNotes } from '../../shared/runbook/marks.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import type { OpenEditor } from '../stores/editorHistory.ts';

/** What a command needs to know about a runbook to act on what is selected in it. */
type Selected = Pick<OpenEditor, 'selection' | 'document'>;

/** Whether anything is selected that can be removed. */
export const selectedSomething = ({ selection }: Selected): boolean =>
  selection.link !== undefined || selection.activities.length + selection.notes.length + selection.groups.length > 0;

/** Whether something is selected that can be copied. */
export const selectedCopyable = ({ selection }: Selected): boolean => selection.activities.length + selection.notes.length > 0;

/** The activity that is selected alone. */
export const oneSelected = ({ selection }: Selected): string | undefined => (selection.activities.length === 1 ? selection.activities[0] : undefined);

/** Removes what is selected: the link, or activities with their links, notes, and groups without their activities. */
export function withoutSelection(document: Runbook, { selection }: Selected): Runbook {
  const { link, activities, notes, groups } = selection;
  if (link !== undefined) return disconnect(document, link.from, link.to);
  const without = removeNotes(removeGroups(document, groups), notes);
  return activities.length === 0 ? without : removeActivities(without, activities);
}

/** Switches what is selected off, or on again when all of it is off. */
export function toggled(document: Runbook, { selection }: Selected): Runbook {
  const { link, activities } = selection;
  if (link !== undefined) {
    const before = document.links.find(({ from, to }) => from === link.from && to === link.to);
    return updateLink(document, link.from, link.to, { disabled: before?.disabled !== true });
  }
  const disable = activities.some((key) => document.activities[key]?.disabled === false);
  return activities.reduce((next, key) => setDisabled(next, key, disable), document);
}
