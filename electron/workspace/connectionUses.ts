import type { ConnectionUse } from '../../shared/connections/draft.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { RunbookFiles } from './runbookFiles.ts';

/** The activities that use a configuration, over all runbooks. A runbook that cannot be read names none. */
export async function connectionUses(runbooks: RunbookFiles, connection: string): Promise<ConnectionUse[]> {
  const entries = await runbooks.list();
  const uses = entries.map(async ({ key }): Promise<ConnectionUse[]> => {
    const { document } = await runbooks.read(key);
    const activities = Object.entries(document.activities).filter(([, activity]) => activity.connection === connection);
    return activities.map(([activity, { name }]) => ({ runbook: key, runbookName: document.name, activity, activityName: name }));
  });
  const settled = await Promise.allSettled(uses);
  return settled.flatMap((one) => {
    if (one.status === 'fulfilled') return one.value;
    if (one.reason instanceof AppError) return [];
    throw one.reason;
  });
}
