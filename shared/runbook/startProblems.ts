import { uniqueName } from './activityKey.ts';
import { cyclic, startOf, startsOf } from './graph.ts';
import type { Problem, RunbookFacts } from './problem.ts';
import type { Repair } from './repair.ts';
import type { Link, Runbook, SingleCondition } from './runbook.ts';

/** More activities than this are hard to follow on one canvas (Microsoft's advice on designing runbooks). */
const mostActivities = 20;

function starting(runbook: Runbook): Problem[] {
  const keys = Object.keys(runbook.activities);
  const name = (key: string): string => runbook.activities[key]?.name ?? key;
  if (keys.length === 0) return [{ code: 'start.none', severity: 'error', what: 'The runbook has no activities.', fix: 'Add an activity from the palette.' }];
  const circle = cyclic(runbook);
  const [first] = circle;
  if (first !== undefined) {
    return [
      {
        code: 'link.cycle',
        severity: 'error',
        activity: first,
        what: `Links lead in a circle through ${circle.map(name).join(', ')}.`,
        fix: 'Remove the link that leads back.',
      },
    ];
  }
  return startsOf(runbook)
    .slice(1)
    .map((key) => ({
      code: 'start.several',
      severity: 'error',
      activity: key,
      what: `${name(key)} is a second start: no link leads to it.`,
      fix: 'Link another activity to it, or remove it. A runbook starts with exactly one activity.',
    }));
}

function repairedName(key: string, name: string, entries: readonly (readonly [string, { readonly name: string }])[]): Repair {
  const free = uniqueName(
    name,
    entries.map(([, activity]) => activity.name),
  );
  return { label: `Call this one ${free}`, edit: { kind: 'renameActivity', activity: key, name: free } };
}

function names(runbook: Runbook): Problem[] {
  const entries = Object.entries(runbook.activities);
  const first = new Map<string, string>();
  for (const [key, { name }] of entries) if (key < (first.get(name) ?? `${key} `)) first.set(name, key);
  const twice = entries.filter(([key, { name }]) => first.get(name) !== key);
  return twice.map(([key, { name }]) => ({
    code: 'activity.sameName',
    severity: 'warning',
    activity: key,
    what: `Another activity is called ${name}, too.`,
    fix: 'Give one of them another name, so that logs and lists tell them apart.',
    repair: repairedName(key, name, entries),
  }));
}

function monitors(runbook: Runbook, { registry }: RunbookFacts): Problem[] {
  return runbook.links.flatMap(({ from, to }): Problem[] => {
    const target = runbook.activities[to];
    if (target === undefined || registry.get(target.type)?.starts !== true) return [];
    return [
      {
        code: 'link.intoMonitor',
        severity: 'error',
        link: { from, to },
        what: `${target.name} starts runbooks, so no link can lead to it.`,
        fix: 'Remove the link.',
        repair: { label: 'Remove the link', edit: { kind: 'removeLink', from, to, nth: 0 } },
      },
    ];
  });
}

/** A monitor runs once; more jobs at the same time would notice every item several times. */
function jobs(runbook: Runbook, { registry }: RunbookFacts): Problem[] {
  const start = startOf(runbook);
  const monitor = start === undefined ? undefined : runbook.activities[start];
  if (monitor === undefined || runbook.concurrency === 1 || registry.get(monitor.type)?.starts !== true) return [];
  return [
    {
      code: 'runbook.monitorJobs',
      severity: 'warning',
      what: `The runbook starts with ${monitor.name}, a monitor, so it has one job at a time, not ${runbook.concurrency}.`,
      fix: 'Set the number of simultaneous jobs to 1.',
      repair: { label: 'Set it to 1', edit: { kind: 'oneJob' } },
    },
  ];
}

/** Names that a runbook returns twice. */
function returned(runbook: Runbook): Problem[] {
  const names = runbook.returns.map(({ name }) => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (names.includes('')) {
    return [{ code: 'returns.unnamed', severity: 'error', what: 'The runbook returns an item without a name.', fix: 'Name it in the properties of the runbook, or remove it.' }];
  }
  if (twice === undefined) return [];
  return [{ code: 'returns.sameName', severity: 'error', what: `The runbook returns two items called ${twice}.`, fix: 'Give one of them another name in the properties of the runbook.' }];
}

/** Activities whose failure nothing handles, in runbooks that handle failures at all: the others end as failed, which is the common case. */
function unhandled(runbook: Runbook, { registry }: RunbookFacts): Problem[] {
  const rows = (link: Link): readonly SingleCondition[] => (link.disabled ? [] : link.include.flatMap((row) => ('all' in row ? row.all : [row])));
  const byStatus = (row: SingleCondition): boolean => 'status' in row && row.status.some((status) => status !== 'success');
  if (!runbook.links.some((link) => rows(link).some(byStatus))) return [];
  const handled = new Set(runbook.links.filter((link) => rows(link).some((row) => byStatus(row) || 'field' in row)).map(({ from }) => from));
  const sources = new Set(runbook.links.map(({ from }) => from));
  return Object.entries(runbook.activities)
    .filter(([key, { disabled, type }]) => sources.has(key) && !handled.has(key) && !disabled && registry.get(type)?.effect !== 'none')
    .map(([key, { name }]) => ({
      code: 'activity.failureUnhandled',
      severity: 'warning',
      activity: key,
      what: `No link handles a warning or failure of ${name}, though others of this runbook are handled.`,
      fix: 'Add a link that follows warning or failed, or leave it: the run then ends as failed.',
    }));
}

/** A schedule that the workspace does not have. */
function scheduled({ schedule }: Runbook, { globals }: RunbookFacts): Problem[] {
  if (schedule === undefined || schedule === '' || globals === undefined || globals.schedules.includes(schedule)) return [];
  const fix = 'Choose another schedule in the properties of the runbook, or add it in the Variables view.';
  return [{ code: 'global.missing', severity: 'error', field: 'schedule', what: `There is no schedule ${schedule}.`, fix }];
}

/** Problems of how a runbook starts, and of the runbook as a whole. */
export function startProblems(runbook: Runbook, facts: RunbookFacts): Problem[] {
  const count = Object.keys(runbook.activities).length;
  const large: Problem = {
    code: 'runbook.large',
    severity: 'warning',
    what: `The runbook has ${count} activities.`,
    fix: `Divide it; more than ${mostActivities} activities are hard to follow.`,
  };
  return [...starting(runbook), ...monitors(runbook, facts), ...jobs(runbook, facts), ...scheduled(runbook, facts), ...returned(runbook), ...names(runbook), ...unhandled(runbook, facts), ...(count > mostActivities ? [large] : [])];
}
