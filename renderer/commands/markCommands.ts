import { addGroup, addNote, groupsOf, removeGroups } from '../../shared/runbook/marks.ts';
import type { OpenEditor } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandBindings } from './commandBindings.ts';
import { forCurrentEditor } from './currentEditor.ts';

/** The groups that are selected, or that hold selected activities. */
const concerned = ({ selection, document }: OpenEditor): readonly string[] => (selection.groups.length > 0 ? selection.groups : groupsOf(document, selection.activities));

/** Adding a note and writing its first words are one undo step. */
export const noteStep = (note: string): string => `note ${note}`;

/** What the commands for notes and groups do. */
export function markCommands({ editor, layout }: Stores): CommandBindings {
  const { changing } = forCurrentEditor({ editor, layout });
  const { edit, select, ask } = editor.getState();
  return {
    'runbook.addNote': changing(({ key, document, place }) => {
      const added = addNote(document, place ?? [40, 40]);
      edit(key, () => added.runbook, noteStep(added.key), { notes: [added.key] });
      ask(key, { kind: 'editNote', note: added.key });
    }),
    'runbook.group': changing(
      ({ key, document, selection }) => {
        const added = addGroup(document, selection.activities);
        edit(key, () => added.runbook);
        select(key, { groups: [added.key] });
        ask(key, { kind: 'renameGroup', group: added.key });
      },
      ({ selection }) => selection.activities.length > 0,
      'Select activities first.',
    ),
    'runbook.ungroup': changing((open) => edit(open.key, (document) => removeGroups(document, concerned(open))), (open) => concerned(open).length > 0, 'Select a group, or an activity in one, first.'),
  };
}
