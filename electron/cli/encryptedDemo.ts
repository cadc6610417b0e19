import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authority, loopbackNames as names } from '../demo/certificates/certificates.ts';
import { startDemoWorker, type DemoHost } from '../demo/demoHost.ts';
import { startIdentityProvider, type IdentityProvider } from '../demo/identity/identityProvider.ts';

/** A demo server over TLS, with an authority that no computer trusts and an identity provider whose tokens it accepts. */
export interface EncryptedDemo {
  readonly server: DemoHost;
  /** PEM file with the certificate of the authority, for Certificate authority file. It is gone when the demo is closed. */
  readonly authorityFile: string;
  readonly identity: IdentityProvider;
  close(): Promise<void>;
}

/** Any application may sign in at the demo's identity provider. */
export const demoApplicationId = '00000000-1111-4222-8333-444444444444';

/** Starts both. Rejects with the system's `code` where the port is taken. */
export async function startEncryptedDemo(workerFile: string, port: number): Promise<EncryptedDemo> {
  const root = authority('Exchange Runbook Studio demo authority');
  const identityKey = randomBytes(32).toString('hex');
  const server = await startDemoWorker(workerFile, { port, identityKey, certificate: root.issue({ subject: 'Demo Exchange server', names }) });
  const users = server.facts.users.map(({ mailbox, password }) => ({ userName: mailbox, password }));
  const identity = await startIdentityProvider({ certificate: root.issue({ subject: 'Demo identity provider', names }), users, key: identityKey });
  const folder = await mkdtemp(join(tmpdir(), 'exchange-runbook-demo-'));
  const authorityFile = join(folder, 'demo-authority.pem');
  await writeFile(authorityFile, root.cert);
  return {
    server,
    authorityFile,
    identity,
    async close() {
      await Promise.all([server.close(), identity.close(), rm(folder, { recursive: true, force: true })]);
    },
  };
}
