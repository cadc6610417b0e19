import { Counter, CountersFile, countersFormatVersion } from '../../globals/counter.ts';
import { migrations } from '../migrations/migrations.ts';
import type { FileKind } from './fileKind.ts';
import { withoutDefaults } from './plain.ts';

/** `counters.yaml`. Current values are not in it. */
export const countersFile: FileKind<CountersFile> = {
  formatVersion: countersFormatVersion,
  migrations: migrations.counters,
  schema: CountersFile,
  plain: ({ counters }) => ({
    ...withoutDefaults(
      CountersFile,
      { formatVersion: countersFormatVersion, counters: Object.fromEntries(Object.entries(counters).map(([name, one]) => [name, withoutDefaults(Counter, one)])) },
      ['formatVersion'],
    ),
  }),
};
