import { Activity, FilterRow, Link, Parameter, Runbook, runbookFormatVersion } from '../../runbook/runbook.ts';
import { migrations } from '../migrations/migrations.ts';
import type { FileKind } from './fileKind.ts';
import { withoutDefaults } from './plain.ts';

function plainActivity(activity: Activity): Record<string, unknown> {
  const properties = Object.fromEntries(
    Object.entries(activity.properties).map(([key, value]) => [key, typeof value === 'string' ? value : value.map((one) => withoutDefaults(Parameter, one))]),
  );
  return withoutDefaults(Activity, { ...activity, properties, filters: activity.filters.map((row) => withoutDefaults(FilterRow, row)) }, ['version']);
}

/** `runbooks/**` + `/<key>.yaml`. Activities keep their order; layout comes last so that moving a box touches one line there. */
export const runbookFile: FileKind<Runbook> = {
  formatVersion: runbookFormatVersion,
  migrations: migrations.runbook,
  schema: Runbook,
  plain: (runbook) => ({
    ...withoutDefaults(
      Runbook,
      {
        ...runbook,
        formatVersion: runbookFormatVersion,
        activities: Object.fromEntries(Object.entries(runbook.activities).map(([key, activity]) => [key, plainActivity(activity)])),
        links: runbook.links.map((link) => withoutDefaults(Link, link)),
      },
      ['formatVersion'],
    ),
  }),
};
