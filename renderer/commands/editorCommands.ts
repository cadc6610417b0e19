import { activities, type Registry } from '../../shared/activities/registry.ts';
import { disconnect, removeActivities, setDisabled, updateLink } from '../../shared/runbook/edits.ts';
import { fragmentOf, paste } from '../../shared/runbook/fragment.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import { isDirty, type OpenEditor } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';
import { arrangeCommands } from './arrangeCommands.ts';
import { canvasViewCommands } from './canvasViewCommands.ts';
import type { CommandBinding, CommandBindings } from './commandBindings.ts';
import { forCurrentEditor } from './currentEditor.ts';

const selectedSomething = ({ selection }: OpenEditor): boolean => selection.activities.length > 0 || selection.link !== undefined;
const oneSelected = ({ selection }: OpenEditor): string | undefined => (selection.activities.length === 1 ? selection.activities[0] : undefined);

/** Removes what is selected: the link, or the activities with their links. */
function withoutSelection(document: Runbook, { selection }: OpenEditor): Runbook {
  const { link, activities: keys } = selection;
  return link === undefined ? removeActivities(document, keys) : disconnect(document, link.from, link.to);
}

/** Switches what is selected off, or on again when all of it is off. */
function toggled(document: Runbook, { selection }: OpenEditor): Runbook {
  const { link, activities: keys } = selection;
  if (link !== undefined) {
    const before = document.links.find(({ from, to }) => from === link.from && to === link.to);
    return updateLink(document, link.from, link.to, { disabled: before?.disabled !== true });
  }
  const disable = keys.some((key) => document.activities[key]?.disabled === false);
  return keys.reduce((next, key) => setDisabled(next, key, disable), document);
}

/** What the commands of the menus File (saving), Edit and Runbook do to the runbook in front. */
export function editorCommands(stores: Stores, _registry: Registry = activities): CommandBindings {
  const { editor } = stores;
  const { on, changing } = forCurrentEditor(stores);
  const { edit, ask, select } = editor.getState();
  const reattaching = (end: 'from' | 'to'): CommandBinding =>
    changing(
      ({ key, selection: { link } }) => (link === undefined ? undefined : ask(key, { kind: 'reattach', link, end })),
      ({ selection }) => selection.link !== undefined,
    );
  return {
    'file.save': on(({ key }) => void editor.getState().save(key), (open) => isDirty(open) && !open.readOnly),
    'file.saveAll': {
      run: () => Object.values(editor.getState().open).filter(isDirty).forEach(({ key }) => void editor.getState().save(key)),
      enabled: () => Object.values(editor.getState().open).some((open) => isDirty(open) && !open.readOnly),
    },
    ...arrangeCommands(stores),
    ...canvasViewCommands(stores),
    'edit.selectAll': on((open) => select(open.key, { activities: Object.keys(open.document.activities) }), (open) => Object.keys(open.document.activities).length > 0),
    'edit.undo': on(({ key }) => editor.getState().undo(key), ({ undo }) => undo.length > 0),
    'edit.redo': on(({ key }) => editor.getState().redo(key), ({ redo }) => redo.length > 0),
    'runbook.addActivity': changing((open) => ask(open.key, { kind: 'quickAdd', after: oneSelected(open), into: open.selection.link })),
    'runbook.linkTo': changing((open) => ask(open.key, { kind: 'linkTo', from: oneSelected(open) ?? '' }), (open) => oneSelected(open) !== undefined),
    'runbook.attachSource': reattaching('from'),
    'runbook.attachTarget': reattaching('to'),
    'runbook.rename': changing((open) => ask(open.key, { kind: 'rename', activity: oneSelected(open) ?? '' }), (open) => oneSelected(open) !== undefined),
    'runbook.duplicate': changing(
      (open) => {
        const copy = paste(open.document, fragmentOf(open.document, open.selection.activities));
        edit(open.key, () => copy.runbook);
        select(open.key, { activities: copy.activities });
      },
      ({ selection }) => selection.activities.length > 0,
    ),
    'runbook.toggleDisabled': changing((open) => edit(open.key, (document) => toggled(document, open)), selectedSomething),
    'runbook.delete': changing((open) => edit(open.key, (document) => withoutSelection(document, open)), selectedSomething),
  };
}
