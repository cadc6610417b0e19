import { randomBytes } from 'node:crypto';
import { request } from 'node:https';
import { join } from 'node:path';
import { SignIns, type SignInParts } from '../../../electron/auth/signIns.ts';
import type { DemoServerFacts } from '../../../shared/demo/demo.ts';
import { startIdentityProvider, type IdentityOptions, type IdentityProvider } from '../../../electron/demo/identity/identityProvider.ts';
import { fallbackVault, type StatefulVault } from '../../../electron/secrets/fallbackVault.ts';
import { memoryVault } from '../../../electron/secrets/memory.ts';
import { TokenCache } from '../../../electron/secrets/tokenCache.ts';
import { Connection } from '../../../shared/connections/connection.ts';
import { authority } from '../../../electron/demo/certificates/certificates.ts';
import { scratchFolder } from '../scratch.ts';

export const applicationId = '00000000-1111-4222-8333-444444444444';

/** A demo server that takes the tokens signed with a key. */
export interface TokenServer {
  readonly facts: DemoServerFacts;
  close(): Promise<void>;
}

/** A demo server in this process. Loaded here only: the end-to-end tests bring their own, in a worker. */
async function serverHere(identityKey: string): Promise<TokenServer> {
  const { startDemoServer } = await import('../../../electron/demo/demoServer.ts');
  return startDemoServer({ identityKey });
}

/** An identity provider, a demo server that takes its tokens, and the app's sign-ins between them. */
export interface IdentityFixture {
  readonly identity: IdentityProvider;
  readonly server: TokenServer;
  readonly folder: string;
  readonly vault: StatefulVault;
  readonly signIns: SignIns;
  readonly user: { readonly userName: string; readonly password: string };
  /** Sign-ins as after a new start of the app, with other parts where they are given. */
  again(parts?: Partial<SignInParts>): SignIns;
  connection(more?: Partial<Connection>): Connection;
  readonly authorities: readonly string[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** Fetches a page over TLS with an authority of one's own. */
export function fetchPage(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, { ca }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      answer.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
}

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Plays the system's browser: signs somebody in on the authorize page and posts the form it answers to the redirect address. */
export async function playBrowser(address: string, userName: string, ca: string): Promise<string> {
  const form = await fetchPage(`${address}&as=${encodeURIComponent(userName)}`, ca);
  const action = unescaped(/action="([^"]*)"/.exec(form)?.[1] ?? '').replace('localhost', '127.0.0.1');
  const fields = [...form.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)] as [string, string]);
  const answer = await fetch(action, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  return answer.text();
}

export async function identityFixture(options: Partial<IdentityOptions> = {}, startServer: (identityKey: string) => Promise<TokenServer> = serverHere): Promise<IdentityFixture> {
  const scratch = await scratchFolder();
  const root = authority('Test identity');
  const key = randomBytes(32).toString('hex');
  const server = await startServer(key);
  const users = server.facts.users.map(({ mailbox, password }) => ({ userName: mailbox, password }));
  const identity = await startIdentityProvider({ certificate: root.issue({ subject: '127.0.0.1', names: ['127.0.0.1'] }), users, key, pollSeconds: 0, ...options });
  const [user] = users;
  if (user === undefined) throw new Error('the demo has no users');
  const vault = fallbackVault(memoryVault());
  // A memory vault says of itself that it is no keychain; here it stands for one that is.
  const keychain: StatefulVault = { ...vault, secretState: async (account) => ({ stored: await vault.has(account), where: 'keychain', store: 'test' }) };
  const again = (parts: Partial<SignInParts> = {}): SignIns =>
    new SignIns({
      cache: new TokenCache(join(scratch.path, 'sign-ins.bin'), keychain),
      authorities: [root.cert],
      userAgent: 'test',
      openBrowser: async (url) => void playBrowser(url, user.userName, root.cert),
      ...parts,
    });
  return {
    identity,
    server,
    folder: scratch.path,
    vault: keychain,
    user,
    authorities: [root.cert],
    signIns: again(),
    again,
    connection: (more = {}) =>
      Connection.parse({
        name: 'Online',
        type: 'Exchange Configuration',
        exchangeOnline: true,
        serverAddress: server.facts.url,
        username: user.userName,
        applicationId,
        tenantId: 'contoso.test',
        cloudInstanceUrl: identity.url,
        timeout: 20,
        ...more,
      }),
    async [Symbol.asyncDispose]() {
      await Promise.all([identity.close(), server.close()]);
      await scratch[Symbol.asyncDispose]();
    },
  };
}
