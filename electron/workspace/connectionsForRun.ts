import { Connection } from '../../shared/connections/connection.ts';
import type { DemoControl } from './demoControl.ts';
import type { WorkspaceFolder } from './folder.ts';

/** The demo mailbox in the place of a real one: nothing of the real server's address and account is left. */
function demoInsteadOf({ name, type, itemType }: Connection): Connection {
  return Connection.parse({ name, type, itemType, demo: true });
}

/**
 * The configurations of a workspace by key, with the demo's address filled in. `onDemo` puts the demo mailbox in the place of real
 * ones. Those that cannot be read are left out: an activity that wants one says so.
 */
export async function connectionsForRun(workspace: WorkspaceFolder, demo: DemoControl, onDemo = false): Promise<Record<string, Connection>> {
  const usable = (await workspace.connections.list()).filter((one) => one.problem === undefined);
  const used = usable.map(({ key, connection }) => ({ key, connection: onDemo && !connection.demo ? demoInsteadOf(connection) : connection }));
  if (used.some((one) => one.connection.demo)) await demo.ensure();
  return Object.fromEntries(used.map(({ key, connection }) => [key, demo.resolved(connection)]));
}
