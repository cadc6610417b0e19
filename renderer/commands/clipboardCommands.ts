import type { Registry } from '../../shared/activities/registry.ts';
import { fragmentOf, paste, type Fragment } from '../../shared/runbook/fragment.ts';
import type { OpenEditor } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';
import { count } from '../stores/words.ts';
import type { CommandBindings } from './commandBindings.ts';
import { forCurrentEditor } from './currentEditor.ts';
import { selectedCopyable, withoutSelection } from './selectionEdits.ts';

/** Reading and writing YAML is needed for the clipboard only, so it is loaded with its first use. */
async function loadFragments(): Promise<{ readonly fragmentText: (fragment: Fragment) => string; readonly parseFragment: (text: string) => Fragment | undefined }> {
  return import('../../shared/workspace/files/fragmentFile.ts');
}

/** What Cut, Copy and Paste do on the canvas: the clipboard holds a part of a runbook as the text of its file. */
export function clipboardCommands(stores: Stores, registry: Registry): CommandBindings {
  const { app, editor } = stores;
  const { on, changing } = forCurrentEditor(stores);
  const { edit, select } = editor.getState();
  const copy = async ({ document, selection }: OpenEditor): Promise<boolean> => {
    const { fragmentText } = await loadFragments();
    const copied = await app.getState().copyText(fragmentText(fragmentOf(document, selection.activities, selection.notes)));
    if (copied) app.getState().announce(`Copied ${count(selection.activities.length + selection.notes.length, 'part')} of the runbook.`);
    return copied;
  };
  const cut = async (open: OpenEditor): Promise<void> => {
    if (await copy(open)) edit(open.key, (document) => withoutSelection(document, { ...open, selection: { ...open.selection, groups: [] } }));
  };
  const pasteText = async (key: string): Promise<void> => {
    const text = await app.getState().clipboardText();
    const { parseFragment } = await loadFragments();
    const fragment = text === undefined ? undefined : parseFragment(text);
    const open = editor.getState().open[key];
    if (open === undefined) return;
    if (fragment === undefined) return app.getState().notify('The clipboard holds no activities. Copy some in a runbook first.');
    const { runbook, activities, notes } = paste(open.document, fragment, registry, open.place);
    edit(key, () => runbook);
    select(key, { activities, notes });
    // The next copy stands a little beside this one.
    if (open.place !== undefined) editor.getState().pointAt(key, [open.place[0] + 32, open.place[1] + 32]);
    app.getState().announce(`Pasted ${count(activities.length + notes.length, 'part')}.`);
  };
  const copyable = 'Select activities or notes first.';
  return {
    'edit.cut': changing((open) => void cut(open), selectedCopyable, copyable),
    'edit.copy': on((open) => void copy(open), selectedCopyable, copyable),
    'edit.paste': changing(({ key }) => void pasteText(key)),
  };
}
