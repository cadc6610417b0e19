import { randomUUID } from 'node:crypto';
import type { Ids } from '../../shared/engine/ports.ts';

/**
 * Identifiers of one run: those of executions begin with that of the run and are counted. They stand in every event, so they are short; a
 * random one for each would be a tenth of what a run records.
 */
export function runIds(run: string): Ids {
  let executions = 0;
  return {
    next(kind) {
      if (kind === 'run') return randomUUID();
      executions += 1;
      return `${run.slice(0, 8)}-${executions.toString(36)}`;
    },
  };
}
