import type { ActivityShape } from '../activities/shape.ts';
import { setConnection } from './edits.ts';
import type { Runbook } from './runbook.ts';

/** A runbook in which an activity works with another configuration, and what did not apply any more. */
export interface ChangedConnection {
  readonly runbook: Runbook;
  /** Labels of properties and filters whose values were taken away. */
  readonly dropped: readonly string[];
}

/**
 * Chooses the configuration of an activity. Values that the new item type has too stay; properties and filters that only the old one had are
 * taken away. Without a configuration nothing is: it is on its way to another one.
 */
export function changeConnection(runbook: Runbook, key: string, connection: string | undefined, before: ActivityShape, after: ActivityShape): ChangedConnection {
  const next = setConnection(runbook, key, connection);
  const activity = next.activities[key];
  if (activity === undefined || connection === undefined) return { runbook: next, dropped: [] };
  const lost = Object.keys(activity.properties).filter((property) => Object.hasOwn(before.properties, property) && !Object.hasOwn(after.properties, property));
  const offered = new Set(Object.values(after.filters).map(({ label }) => label));
  const known = new Set(Object.values(before.filters).map(({ label }) => label));
  const filters = activity.filters.filter(({ field }) => offered.has(field) || !known.has(field));
  const properties = Object.fromEntries(Object.entries(activity.properties).filter(([property]) => !lost.includes(property)));
  const dropped = [
    ...lost.filter((property) => activity.properties[property] !== '').map((property) => before.properties[property]?.label ?? property),
    ...activity.filters.filter((row) => !filters.includes(row)).map(({ field }) => `the filter on ${field}`),
  ];
  if (lost.length === 0 && filters.length === activity.filters.length) return { runbook: next, dropped };
  return { runbook: { ...next, activities: { ...next.activities, [key]: { ...activity, properties, filters } } }, dropped };
}
