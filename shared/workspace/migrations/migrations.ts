import type { Migration } from './migration.ts';

/**
 * The steps of each kind of file, in order. The formats are at version 1, so the lists are empty.
 * A new step is a file `0002-<what>.ts` here, its line in the list, and a fixture before and after it.
 */
export const migrations: { readonly [Kind in 'workspace' | 'runbook' | 'connection' | 'variables' | 'counters' | 'schedules']: readonly Migration[] } = {
  workspace: [],
  runbook: [],
  connection: [],
  variables: [],
  counters: [],
  schedules: [],
};
