import { mapReferences } from './expression/references.ts';
import type { Activity, Link, LinkCondition, Runbook, SingleCondition } from './runbook.ts';

/**
 * Lets references and link conditions follow a published item to its new label, for example when a parameter of
 * Initialize Data gets another name. Activities that do not subscribe to it stay the same objects.
 */
export function renamePublished(runbook: Runbook, key: string, from: string, to: string): Runbook {
  if (from === to || from === '' || to === '') return runbook;
  const keys = Object.keys(runbook.activities);
  const text = (value: string): string =>
    mapReferences(value, keys, (target) => (target.kind === 'activity' && target.key === key && target.label === from ? { ...target, label: to } : undefined));

  const activityOf = (activity: Activity): Activity => {
    const properties = Object.fromEntries(
      Object.entries(activity.properties).map(([field, value]) => [field, typeof value === 'string' ? text(value) : value]),
    );
    const filters = activity.filters.map((row) => ({ ...row, value: text(row.value) }));
    const same =
      Object.entries(properties).every(([field, value]) => activity.properties[field] === value) &&
      filters.every((row, index) => row.value === activity.filters[index]?.value);
    return same ? activity : { ...activity, properties, filters };
  };
  const singleOf = (condition: SingleCondition): SingleCondition => ('field' in condition && condition.field === from ? { ...condition, field: to } : condition);
  const conditionOf = (condition: LinkCondition): LinkCondition => ('all' in condition ? { all: condition.all.map(singleOf) } : singleOf(condition));
  const linkOf = (link: Link): Link => (link.from === key ? { ...link, include: link.include.map(conditionOf), exclude: link.exclude.map(conditionOf) } : link);

  const activities = Object.fromEntries(Object.entries(runbook.activities).map(([name, activity]) => [name, activityOf(activity)]));
  return { ...runbook, activities, links: runbook.links.map(linkOf) };
}
