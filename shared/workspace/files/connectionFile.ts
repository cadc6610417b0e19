import { Connection } from '../../connections/connection.ts';
import { migrations } from '../migrations/migrations.ts';
import type { FileKind } from './fileKind.ts';
import { withoutDefaults } from './plain.ts';

/** The version of `connections/<key>.yaml`. */
export const connectionFormatVersion = 1;

/** `connections/<key>.yaml`. The password is not in it. */
export const connectionFile: FileKind<Connection> = {
  formatVersion: connectionFormatVersion,
  migrations: migrations.connection,
  schema: Connection,
  plain: (connection) => ({ formatVersion: connectionFormatVersion, ...withoutDefaults(Connection, connection) }),
};
