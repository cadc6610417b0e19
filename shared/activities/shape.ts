import type { Connection } from '../connections/connection.ts';
import type { Fields, ParameterDeclaration } from '../fields/field.ts';
import { itemTypeNamed } from '../items/itemTypes.ts';
import { connectionData } from './connectionData.ts';
import type { AnyActivity } from './defineActivity.ts';

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

function declarationsOf(activity: Designed): Record<string, readonly ParameterDeclaration[]> {
  const entries = Object.entries(activity.properties).flatMap(([key, value]) => (typeof value === 'string' ? [] : [[key, value] as const]));
  return Object.fromEntries(entries);
}

/** The shape of an activity. Without a connection, item-type dependent fields are missing. */
export function shapeOf(definition: AnyActivity, activity: Designed, connection: Pick<Connection, 'itemType'> | undefined): ActivityShape {
  const itemType = connection?.itemType === undefined ? undefined : itemTypeNamed(connection.itemType);
  const dynamic = definition.dynamic?.({ itemType, declarations: declarationsOf(activity) });
  return {
    properties: { ...definition.properties, ...dynamic?.properties },
    filters: dynamic?.filters ?? {},
    publishes: { ...definition.publishes, ...dynamic?.publishes, ...(definition.connection === 'none' ? {} : connectionData) },
  };
}
