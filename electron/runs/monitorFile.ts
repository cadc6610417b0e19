import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { MonitorStates } from '../../shared/exchange/monitorStates.ts';
import { locked, writeText } from '../workspace/atomicWrite.ts';

const States = z.record(z.string(), z.string());

/** The file that keeps the places of a runbook's monitors, below the folder of its workspace. The runbook's name is made fit for a file name. */
export const monitorFileOf = (folder: string, runbook: string): string => join(folder, `${encodeURIComponent(runbook)}.json`);

/**
 * What the monitors of a runbook remember, in a file: texts by activity key. A file that is missing or cannot be read as such counts as
 * empty, and its monitors begin anew. Saving throws AppError `file.unwritable`.
 */
export function monitorStatesIn(file: string): MonitorStates {
  const read = async (): Promise<Record<string, string>> => {
    const text = await readFile(file, 'utf8').catch(() => '{}');
    try {
      return States.parse(JSON.parse(text));
    } catch {
      return {};
    }
  };
  return {
    load: async (activity) => (await read())[activity],
    save: (activity, state) => locked(file, async () => writeText(file, JSON.stringify({ ...(await read()), [activity]: state }), { mode: 0o600 })),
  };
}
