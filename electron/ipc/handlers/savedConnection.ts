import type { SignIns } from '../../auth/signIns.ts';
import type { ConnectionAccess } from '../../runs/connectionJobs.ts';
import type { ConnectionSecrets } from '../../secrets/connectionSecrets.ts';
import type { DemoControl } from '../../workspace/demoControl.ts';
import type { OpenWorkspace } from '../../workspace/openWorkspace.ts';

/** Where configurations and what they sign in with come from. */
export interface SavedConnectionParts {
  readonly workspace: OpenWorkspace;
  readonly secrets: ConnectionSecrets;
  readonly demo: DemoControl;
  readonly signIns: SignIns;
}

/** A configuration of the open workspace, ready to work with; the demo is started for its own. Rejects with AppError where it cannot be read. */
export async function savedConnection({ workspace, secrets, demo, signIns }: SavedConnectionParts, key: string): Promise<ConnectionAccess> {
  const { id, connections } = workspace.required();
  const stored = await connections.read(key);
  if (stored.demo) await demo.ensure();
  const connection = demo.resolved(stored);
  const secret = (): Promise<string | undefined> => secrets.get({ workspace: id, key, connection });
  return { key, connection, workspace: id, secret, token: ({ renew, labels }, asking) => signIns.token({ connection, password: secret, renew, labels, ...asking }) };
}
