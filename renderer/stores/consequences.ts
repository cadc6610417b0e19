import type { Registry } from '../../shared/activities/registry.ts';
import type { ConnectionEntry } from '../../shared/connections/draft.ts';
import type { ParameterDeclaration } from '../../shared/fields/field.ts';
import { startOf } from '../../shared/runbook/graph.ts';
import type { Activity, Runbook } from '../../shared/runbook/runbook.ts';
import type { Consequence } from './runs.ts';

/** Activities among these that work on a mailbox that is no demo. */
function realActivities(document: Runbook, entries: readonly ConnectionEntry[], running: ReadonlySet<string>): { readonly activity: Activity; readonly entry: ConnectionEntry }[] {
  return Object.entries(document.activities).flatMap(([key, activity]) => {
    if (!running.has(key)) return [];
    const entry = entries.find(({ key }) => key === activity.connection);
    return activity.disabled || entry === undefined || entry.connection.demo ? [] : [{ activity, entry }];
  });
}

/** The connections that are no demo and that a test of these activities works on, by name. */
export function realConnections(document: Runbook, entries: readonly ConnectionEntry[], running: ReadonlySet<string>): readonly string[] {
  return [...new Set(realActivities(document, entries, running).map(({ entry }) => entry.connection.name))];
}

/** What a test of these activities does to real mailboxes: nothing, or one row for each kind of change. */
export function consequencesOf(document: Runbook, registry: Registry, entries: readonly ConnectionEntry[], running: ReadonlySet<string>): readonly Consequence[] {
  const found = realActivities(document, entries, running);
  return (['sends', 'changes', 'deletes'] as const).flatMap((effect) => {
    const doing = found.filter(({ activity }) => registry.get(activity.type)?.effect === effect);
    if (doing.length === 0) return [];
    const mailboxes = [...new Set(doing.map(({ entry }) => entry.connection.username))];
    return [{ effect, activities: doing.map(({ activity }) => activity.name), mailboxes }];
  });
}

/** The parameters that a runbook's first activity declares; a test asks for them before it starts. */
export function parametersOf(document: Runbook, registry: Registry): readonly ParameterDeclaration[] {
  const activity = document.activities[startOf(document) ?? ''];
  const definition = activity === undefined ? undefined : registry.get(activity.type);
  if (activity === undefined || definition === undefined) return [];
  return Object.entries(definition.properties).flatMap(([key, field]) => {
    const value = activity.properties[key];
    return field.kind === 'parameters' && Array.isArray(value) ? value : [];
  });
}
