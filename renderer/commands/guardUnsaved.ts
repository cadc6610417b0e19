import { isDirty } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';
import { whenSaved } from './workspaceActions.ts';

/** Keeps the window open while a runbook is unsaved, and asks; once that is settled the window closes after all. */
export function guardUnsaved(stores: Stores, target: Pick<Window, 'addEventListener' | 'close'> = window): void {
  let settled = false;
  target.addEventListener('beforeunload', (event) => {
    const open = Object.values(stores.editor.getState().open);
    if (settled || !open.some(isDirty)) return;
    event.preventDefault();
    whenSaved(stores, open.map(({ key }) => key), () => {
      settled = true;
      target.close();
    });
  });
}
