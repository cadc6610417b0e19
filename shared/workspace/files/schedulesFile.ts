import { Schedule, SchedulesFile, schedulesFormatVersion } from '../../globals/schedule.ts';
import { migrations } from '../migrations/migrations.ts';
import type { FileKind } from './fileKind.ts';
import { withoutDefaults } from './plain.ts';

/** `schedules.yaml`. */
export const schedulesFile: FileKind<SchedulesFile> = {
  formatVersion: schedulesFormatVersion,
  migrations: migrations.schedules,
  schema: SchedulesFile,
  plain: ({ schedules }) => ({
    ...withoutDefaults(
      SchedulesFile,
      { formatVersion: schedulesFormatVersion, schedules: Object.fromEntries(Object.entries(schedules).map(([name, one]) => [name, withoutDefaults(Schedule, one)])) },
      ['formatVersion'],
    ),
  }),
};
