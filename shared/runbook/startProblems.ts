import { cyclic, startsOf } from './graph.ts';
import type { Problem, RunbookFacts } from './problem.ts';
import type { Runbook } from './runbook.ts';

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

function names(runbook: Runbook): Problem[] {
  const entries = Object.entries(runbook.activities);
  const twice = entries.filter(([key, { name }]) => entries.some(([other, activity]) => other < key && activity.name === name));
  return twice.map(([key, { name }]) => ({
    code: 'activity.sameName',
    severity: 'warning',
    activity: key,
    what: `Another activity is called ${name}, too.`,
    fix: 'Give one of them another name, so that logs and lists tell them apart.',
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
      },
    ];
  });
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
  return [...starting(runbook), ...monitors(runbook, facts), ...names(runbook), ...(count > mostActivities ? [large] : [])];
}
