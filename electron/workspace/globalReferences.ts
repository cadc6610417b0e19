import { activities } from '../../shared/activities/registry.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { GlobalUse } from '../../shared/globals/view.ts';
import type { OpenRunbook } from '../../shared/ipc/contract.ts';
import { globalUses, renameGlobal, type GlobalName } from '../../shared/runbook/globalUses.ts';
import type { RunbookFiles } from './runbookFiles.ts';

/** Every runbook that can be read. One that cannot be read uses nothing that could be told. */
async function readable(runbooks: RunbookFiles): Promise<readonly OpenRunbook[]> {
  const settled = await Promise.allSettled((await runbooks.list()).map(({ key }) => runbooks.read(key)));
  return settled.flatMap((one) => {
    if (one.status === 'fulfilled') return [one.value];
    if (one.reason instanceof AppError) return [];
    throw one.reason;
  });
}

/** Where the runbooks of a workspace use a variable, counter or schedule. */
export async function usesIn(runbooks: RunbookFiles, name: GlobalName): Promise<GlobalUse[]> {
  return (await readable(runbooks)).flatMap(({ key, document }) =>
    globalUses(document, name, activities).map(({ activity, field }) => ({
      runbook: key,
      runbookName: document.name,
      field,
      ...(activity === undefined ? {} : { activity, activityName: document.activities[activity]?.name ?? activity }),
    })),
  );
}

/** Lets the runbooks of a workspace follow a new name; those that are open in the window do so there. Answers the keys of the files that changed. */
export async function renameIn(runbooks: RunbookFiles, name: GlobalName, to: string, open: readonly string[]): Promise<string[]> {
  const changed: string[] = [];
  for (const { key, document, revision, readOnly } of await readable(runbooks)) {
    const next = renameGlobal(document, name, to, activities);
    if (open.includes(key) || readOnly || next === document) continue;
    await runbooks.save({ key, document: next, revision, overwrite: false });
    changed.push(key);
  }
  return changed;
}
