import { join } from 'node:path';
import { AppError } from '../../shared/errors/appError.ts';
import type { CounterChange } from '../../shared/globals/counter.ts';
import type { Globals } from '../../shared/globals/globals.ts';
import type { WorkspaceFolder } from '../workspace/folder.ts';
import { CounterValues } from './counterValues.ts';

/** What main answers a run about the variables, counters and schedules of its workspace. */
export interface RunGlobals {
  /** As the files are when a run starts. */
  read(): Promise<Globals>;
  /** The value of an encrypted variable; undefined where this computer has none. */
  variable(name: string): Promise<string | undefined>;
  /** The value of a counter for a runbook, after a change where one is given. Rejects with AppError `counter.notFound`. */
  count(runbook: string, counter: string, change?: CounterChange): Promise<number>;
}

/** The file for the current values of a workspace's counters, below the person's data. */
export const counterFileOf = (userData: string, workspaceId: string): string => join(userData, 'counters', `${workspaceId}.json`);

/** What the files of a workspace say its runbooks share. */
export async function globalsOf({ variables, counters, schedules }: WorkspaceFolder): Promise<Globals> {
  const read = await Promise.all([variables.read(), counters.read(), schedules.read()]);
  return { variables: read[0].variables, counters: read[1].counters, schedules: read[2].schedules };
}

/** What a run needs to know of a workspace. Its folder is asked for each time, because another one may have been opened. */
export function runGlobals(parts: { workspace(): WorkspaceFolder; readonly userData: string; variable: RunGlobals['variable'] }): RunGlobals {
  return {
    read: () => globalsOf(parts.workspace()),
    variable: (name) => parts.variable(name),
    async count(runbook, name, change) {
      const { id, counters } = parts.workspace();
      const counter = (await counters.read()).counters[name];
      if (counter === undefined) throw new AppError('counter.notFound', { counter: name });
      return new CounterValues(counterFileOf(parts.userData, id)).value(name, counter, runbook, change);
    },
  };
}
