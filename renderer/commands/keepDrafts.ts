import { isDirty, type OpenEditor } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';

/** How long an edit may be in memory only, in milliseconds. */
const quietMilliseconds = 400;

/** Keeps every unsaved runbook in the user's own folder while it is edited, and forgets it when it is saved or given up. */
export function keepDrafts({ editor, drafts, workspace }: Pick<Stores, 'editor' | 'drafts' | 'workspace'>): void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const keep = (key: string): void => {
    timers.delete(key);
    const open = editor.getState().open[key];
    if (open !== undefined && isDirty(open)) void drafts.getState().keep({ key, document: open.document, revision: open.revision });
  };
  const settled = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
    // Without a workspace its drafts are out of reach; closing one has asked about them.
    if (workspace.getState().view !== null) void drafts.getState().drop(key);
  };
  const changed = (now: OpenEditor, before: OpenEditor | undefined): void => {
    if (now.document === before?.document && now.saved === before.saved) return;
    // The first edit waits for no later one, so that steady typing is kept as well.
    if (isDirty(now)) timers.set(now.key, timers.get(now.key) ?? setTimeout(() => keep(now.key), quietMilliseconds));
    else if (before !== undefined && isDirty(before)) settled(now.key);
  };
  editor.subscribe(({ open }, before) => {
    if (open === before.open) return;
    for (const one of Object.values(open)) changed(one, before.open[one.key]);
    for (const one of Object.values(before.open)) if (open[one.key] === undefined && isDirty(one)) settled(one.key);
  });
}
