import type { Connection, ConnectionType } from '../connections/connection.ts';
import type { ConnectionNeed } from './defineActivity.ts';

const types: Readonly<Record<ConnectionNeed, ConnectionType | undefined>> = {
  none: undefined,
  basic: 'Exchange Configuration',
  itemActivity: 'Exchange Configuration (Item Activity)',
  either: undefined,
};

/** The configuration type that is needed and that a configuration does not have, or undefined where it fits. */
export function missingType(need: ConnectionNeed, { type }: Pick<Connection, 'type'>): ConnectionType | undefined {
  const needed = types[need];
  return needed === type ? undefined : needed;
}

/** Whether a configuration can serve an activity with this need. */
export const connectionFits = (need: ConnectionNeed, connection: Pick<Connection, 'type'>): boolean => need !== 'none' && missingType(need, connection) === undefined;
