import type { Connection } from '../../shared/connections/connection.ts';
import type { DemoControl } from './demoControl.ts';
import type { WorkspaceFolder } from './folder.ts';

/** The configurations of a workspace by key, with the demo's address filled in. Those that cannot be read are left out: an activity that wants one says so. */
export async function connectionsForRun(workspace: WorkspaceFolder, demo: DemoControl): Promise<Record<string, Connection>> {
  const usable = (await workspace.connections.list()).filter((one) => one.problem === undefined);
  if (usable.some((one) => one.connection.demo)) await demo.ensure();
  return Object.fromEntries(usable.map(({ key, connection }) => [key, demo.resolved(connection)]));
}
