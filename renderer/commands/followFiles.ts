import type { Stores } from '../stores/stores.ts';

/** Keeps open runbooks with their files: whenever files of the workspace change, and when the window comes to the front again. */
export function followFiles({ workspace, editor }: Pick<Stores, 'workspace' | 'editor'>, target: Pick<Window, 'addEventListener'> = window): void {
  const look = (key: string): void => void editor.getState().compareWithFile(key);
  workspace.subscribe(({ view }, before) => {
    if (view === null || view === before.view || view.id !== before.view?.id) return;
    const revisions = new Map(view.runbooks.map(({ key, revision }) => [key, revision]));
    const { open, errors } = editor.getState();
    for (const { key, revision, outside } of Object.values(open)) if (outside !== undefined || revisions.get(key) !== revision) look(key);
    // A file that could not be read may have been mended.
    for (const key of Object.keys(errors)) if (open[key] === undefined) void editor.getState().load(key);
  });
  // Not every disk reports changes: shares of a network often do not.
  target.addEventListener('focus', () => Object.keys(editor.getState().open).forEach(look));
}
