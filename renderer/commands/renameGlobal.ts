import type { Registry } from '../../shared/activities/registry.ts';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import { globalNouns } from '../../shared/globals/view.ts';
import { globalUses, renameGlobal as renamedIn, type GlobalName } from '../../shared/runbook/globalUses.ts';
import { isDirty } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';
import { count } from '../stores/words.ts';

/** Renames in main and in the runbooks that are open; one that had nothing unsaved is saved again. */
async function apply(stores: Stores, registry: Registry, from: GlobalName, to: string): Promise<AppErrorData | undefined> {
  const { globals, editor } = stores;
  const result = await globals.getState().rename(from.kind, from.name, to, Object.keys(editor.getState().open));
  if (!result.ok) return result.error;
  for (const [key, { document, ...open }] of Object.entries(editor.getState().open)) {
    if (open.readOnly || globalUses(document, from, registry).length === 0) continue;
    const clean = !isDirty({ document, saved: open.saved });
    editor.getState().edit(key, (current) => renamedIn(current, from, to, registry));
    if (clean) await editor.getState().save(key);
  }
  await globals.getState().load();
  return undefined;
}

/** Gives a variable, counter or schedule another name, with all references to it. Answers why that was not possible; afterwards one Undo takes everything back. */
export async function renameGlobal(stores: Stores, registry: Registry, from: GlobalName, to: string, uses: number): Promise<AppErrorData | undefined> {
  const error = await apply(stores, registry, from, to);
  if (error !== undefined) return error;
  const undo = (): void => void apply(stores, registry, { ...from, name: to }, from.name);
  stores.app.getState().notify(`The ${globalNouns[from.kind]} ${from.name} is called ${to} now${uses === 0 ? '' : `, also in ${count(uses, 'place')} that use it`}.`, undo);
  return undefined;
}
