import { activities } from '../../shared/activities/registry.ts';
import type { WorkspaceRunbook } from '../../shared/engine/runSetup.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import type { WorkspaceFolder } from './folder.ts';

/** Whether one of the activities names another runbook. */
function invokes({ activities: drawn }: Runbook): boolean {
  return Object.values(drawn).some(({ type }) => Object.values(activities.get(type)?.properties ?? {}).some(({ kind }) => kind === 'runbook'));
}

/** The runbooks of a workspace that a run of this one can invoke, as their files hold them, or as they are given where they have unsaved changes: none where it invokes none, since reading them all takes a while. Those that cannot be read are left out: an activity that wants one says so. */
export async function runbooksForRun({ runbooks }: Pick<WorkspaceFolder, 'runbooks'>, document: Runbook, unsaved: Readonly<Record<string, Runbook>> = {}): Promise<WorkspaceRunbook[]> {
  if (!invokes(document)) return [];
  const entries = (await runbooks.list()).filter(({ key, problem }) => problem === undefined && unsaved[key] === undefined);
  const read = entries.map(async ({ key }): Promise<WorkspaceRunbook[]> => {
    try {
      const { document } = await runbooks.read(key);
      return [{ key, name: document.name, document }];
    } catch (thrown) {
      if (thrown instanceof AppError) return [];
      throw thrown;
    }
  });
  const changed = Object.entries(unsaved).map(([key, one]): WorkspaceRunbook => ({ key, name: one.name, document: one }));
  return [...changed, ...(await Promise.all(read)).flat()];
}
