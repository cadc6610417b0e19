import { Activity, FilterRow, Group, Link, Loop, Note, Parameter, Report, ReturnedItem, Runbook, runbookFormatVersion } from '../../runbook/runbook.ts';
import { migrations } from '../migrations/migrations.ts';
import type { FileKind } from './fileKind.ts';
import { withoutDefaults } from './plain.ts';

const mapped = <T>(record: Readonly<Record<string, T>>, plain: (value: T) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, plain(value)]));

function plainActivity(activity: Activity): Record<string, unknown> {
  const { properties, filters, loop, report } = activity;
  const plain = {
    ...activity,
    properties: mapped(properties, (value) => (typeof value === 'string' ? value : value.map((one) => withoutDefaults(Parameter, one)))),
    filters: filters.map((row) => withoutDefaults(FilterRow, row)),
    loop: loop === undefined ? undefined : withoutDefaults(Loop, loop),
    report: report === undefined ? undefined : withoutDefaults(Report, report),
  };
  return withoutDefaults(Activity, plain, ['version']);
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
        returns: runbook.returns.map((item) => withoutDefaults(ReturnedItem, item)),
        report: runbook.report === undefined ? undefined : withoutDefaults(Report, runbook.report),
        activities: mapped(runbook.activities, plainActivity),
        links: runbook.links.map((link) => withoutDefaults(Link, link)),
        groups: mapped(runbook.groups, (group) => withoutDefaults(Group, group)),
        notes: mapped(runbook.notes, (note) => withoutDefaults(Note, note)),
      },
      ['formatVersion'],
    ),
  }),
};
