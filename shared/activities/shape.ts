import type { Connection } from '../connections/connection.ts';
import type { Fields, ParameterDeclaration } from '../fields/field.ts';
import { itemTypeNamed } from '../items/itemTypes.ts';
import { connectionData } from './connectionData.ts';
import type { AnyActivity, RunbookInterface } from './defineActivity.ts';

/** The fields of an activity as it stands in a runbook: the definition's own and those its design adds. */
export interface ActivityShape {
  readonly properties: Fields;
  readonly filters: Fields;
  /** Published items in the order they are shown; common data is not among them. */
  readonly publishes: Fields;
}

/** The part of a runbook's activity that its shape can depend on: texts and declarations by property key. */
export interface Designed {
  readonly properties: Readonly<Record<string, string | readonly ParameterDeclaration[]>>;
}

/** The runbooks around an activity: its own, and those it can invoke. */
export interface Surroundings {
  readonly returns: readonly ParameterDeclaration[];
  /** The runbook with this key or path, or undefined where there is none. */
  target(runbook: string): RunbookInterface | undefined;
}

function declarationsOf(activity: Designed): Record<string, readonly ParameterDeclaration[]> {
  const entries = Object.entries(activity.properties).flatMap(([key, value]) => (typeof value === 'string' ? [] : [[key, value] as const]));
  return Object.fromEntries(entries);
}

function targetOf(definition: AnyActivity, activity: Designed, around: Surroundings): RunbookInterface | undefined {
  const [key] = Object.entries(definition.properties).find(([, field]) => field.kind === 'runbook') ?? [];
  const named = key === undefined ? undefined : activity.properties[key];
  return typeof named === 'string' ? around.target(named) : undefined;
}

/** The shape of an activity. Without a connection, item-type dependent fields are missing. */
export function shapeOf(
  definition: AnyActivity,
  activity: Designed,
  connection: Pick<Connection, 'itemType'> | undefined,
  around: Surroundings,
): ActivityShape {
  const itemType = connection?.itemType === undefined ? undefined : itemTypeNamed(connection.itemType);
  const design = { itemType, declarations: declarationsOf(activity), returns: around.returns, target: targetOf(definition, activity, around) };
  const dynamic = definition.dynamic?.(design);
  return {
    properties: { ...definition.properties, ...dynamic?.properties },
    filters: dynamic?.filters ?? {},
    publishes: { ...definition.publishes, ...dynamic?.publishes, ...(definition.connection === 'none' ? {} : connectionData) },
  };
}
