import { activities, type Registry } from '../../shared/activities/registry.ts';
import { fragmentOf, paste } from '../../shared/runbook/fragment.ts';
import { isDirty, type EditorPrompt, type OpenEditor } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';
import { arrangeCommands } from './arrangeCommands.ts';
import { canvasViewCommands } from './canvasViewCommands.ts';
import type { CommandBinding, CommandBindings } from './commandBindings.ts';
import { clipboardCommands } from './clipboardCommands.ts';
import { forCurrentEditor } from './currentEditor.ts';
import { findCommands } from './findCommands.ts';
import { markCommands } from './markCommands.ts';
import { oneSelected, selectedCopyable, selectedSomething, toggled, withoutSelection } from './selectionEdits.ts';

/** What Rename asks about: the one activity, group or note that is selected. */
function renamePrompt(open: OpenEditor): EditorPrompt | undefined {
  const { activities, groups, notes } = open.selection;
  const activity = oneSelected(open);
  const [group] = groups;
  const [note] = notes;
  if (activities.length + groups.length + notes.length !== 1) return undefined;
  if (activity !== undefined) return { kind: 'rename', activity };
  if (group !== undefined) return { kind: 'renameGroup', group };
  return note === undefined ? undefined : { kind: 'editNote', note };
}

const unchanged = 'There is nothing to save.';

/** What the commands of the menus File (saving), Edit and Runbook do to the runbook in front. */
export function editorCommands(stores: Stores, registry: Registry = activities): CommandBindings {
  const { editor } = stores;
  const { on, changing } = forCurrentEditor(stores);
  const { edit, ask, select } = editor.getState();
  const reattaching = (end: 'from' | 'to'): CommandBinding =>
    changing(
      ({ key, selection: { link } }) => (link === undefined ? undefined : ask(key, { kind: 'reattach', link, end })),
      ({ selection }) => selection.link !== undefined,
      'Select a link first.',
    );
  return {
    'file.save': on(({ key }) => void editor.getState().save(key), (open) => isDirty(open) && !open.readOnly, unchanged),
    'file.saveAll': {
      run: () => Object.values(editor.getState().open).filter(isDirty).forEach(({ key }) => void editor.getState().save(key)),
      enabled: () => Object.values(editor.getState().open).some((open) => isDirty(open) && !open.readOnly),
      why: unchanged,
    },
    ...arrangeCommands(stores),
    ...canvasViewCommands(stores),
    ...clipboardCommands(stores, registry),
    ...findCommands(stores, registry),
    ...markCommands(stores),
    'edit.selectAll': on(
      ({ key, document }) => select(key, { activities: Object.keys(document.activities), notes: Object.keys(document.notes) }),
      ({ document }) => Object.keys(document.activities).length + Object.keys(document.notes).length > 0,
      'Add an activity or a note first.',
    ),
    'edit.undo': on(({ key }) => editor.getState().undo(key), ({ undo }) => undo.length > 0, 'There is nothing to undo.'),
    'edit.redo': on(({ key }) => editor.getState().redo(key), ({ redo }) => redo.length > 0, 'There is nothing to redo.'),
    'runbook.addActivity': changing((open) => ask(open.key, { kind: 'quickAdd', after: oneSelected(open), into: open.selection.link })),
    'runbook.linkTo': changing((open) => ask(open.key, { kind: 'linkTo', from: oneSelected(open) ?? '' }), (open) => oneSelected(open) !== undefined, 'Select one activity first.'),
    'runbook.attachSource': reattaching('from'),
    'runbook.attachTarget': reattaching('to'),
    'runbook.rename': changing(
      (open) => ask(open.key, renamePrompt(open)),
      (open) => renamePrompt(open) !== undefined,
      'Select one activity, group or note first.',
    ),
    'runbook.duplicate': changing((open) => {
      const { document, selection } = open;
      const copy = paste(document, fragmentOf(document, selection.activities, selection.notes), registry);
      edit(open.key, () => copy.runbook);
      select(open.key, { activities: copy.activities, notes: copy.notes });
    }, selectedCopyable, 'Select activities or notes first.'),
    'runbook.toggleDisabled': changing(
      (open) => edit(open.key, (document) => toggled(document, open)),
      ({ selection }) => selection.activities.length > 0 || selection.link !== undefined,
      'Select an activity or a link first.',
    ),
    'runbook.delete': changing((open) => edit(open.key, (document) => withoutSelection(document, open)), selectedSomething, 'Select what is to be deleted first.'),
  };
}
