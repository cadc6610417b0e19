import { X509Certificate } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SignInNote } from '../../../electron/auth/accessToken.ts';
import type { Connection } from '../../../shared/connections/connection.ts';
import { masked } from '../../../shared/trace/mask.ts';
import type { TraceRecord } from '../../../shared/trace/record.ts';
import { authority } from '../../../electron/demo/certificates/certificates.ts';
import { testProxy } from '../exchange/testProxy.ts';
import { identityFixture, type IdentityFixture } from './identityFixture.ts';

const legacy = { signInMethod: 'User name and password (legacy)' } as const;
const patient = new AbortController().signal;

/** Asks for a token with a password, and gives the traces of it whatever comes out. */
async function tracesOf(on: IdentityFixture, connection: Connection, signIns = on.signIns): Promise<{ readonly traces: TraceRecord[]; readonly failure: unknown; readonly token: string }> {
  const traces: TraceRecord[] = [];
  const told = (note: SignInNote): void => void ('trace' in note && traces.push(note.trace));
  const labels = { run: 'run-1', execution: 'execution-1', activity: 'find' };
  const wish = { connection, password: async () => on.user.password, renew: false, signal: patient, labels, told };
  const outcome = await signIns.token(wish).then(
    ({ token }) => ({ token, failure: undefined }),
    (failure: unknown) => ({ token: '', failure }),
  );
  return { traces, ...outcome };
}

describe('the requests of a sign-in', () => {
  test('are traced as requests of their own kind, for the activity that needed the token, with every secret masked', async () => {
    await using on = await identityFixture();
    const { traces, token } = await tracesOf(on, on.connection(legacy));
    expect(traces.map(({ kind, method, operation, result, run, execution, connection }) => ({ kind, method, operation, result, run, execution, connection }))).toEqual([
      { kind: 'oauth', method: 'GET', operation: 'Sign-in server', result: { class: 'success', code: 'HTTP 200' }, run: 'run-1', execution: 'execution-1', connection: 'Online' },
      { kind: 'oauth', method: 'POST', operation: 'Token by password', result: { class: 'success', code: 'HTTP 200' }, run: 'run-1', execution: 'execution-1', connection: 'Online' },
    ]);
    const form = new URLSearchParams(traces[1]?.request.body);
    expect(form.get('username')).toBe(on.user.userName);
    expect(form.get('password')).toBe(masked);
    const answer: unknown = JSON.parse(traces[1]?.response?.body ?? '');
    expect(answer).toMatchObject({ access_token: masked, refresh_token: masked, id_token: masked, token_type: 'Bearer' });
    const texts = JSON.stringify(traces);
    for (const secret of [on.user.password, encodeURIComponent(on.user.password), token, token.split('.')[1] ?? '']) expect(texts).not.toContain(secret);
  });

  test('that are refused say so in the trace, and the error leads there', async () => {
    await using on = await identityFixture();
    on.identity.refuse(on.user.userName, 50126);
    const { traces, failure } = await tracesOf(on, on.connection(legacy));
    expect(traces.at(-1)).toMatchObject({ status: 400, result: { class: 'error', code: 'AADSTS50126' } });
    expect(failure).toMatchObject({ data: { code: 'signIn.wrongPassword', actions: [{ kind: 'openTrace', trace: traces.at(-1)?.id }] } });
  });

  test('go through the proxy of the connection, and TLS is verified with the server behind it', async () => {
    const root = authority('Proxied identity');
    await using on = await identityFixture({ certificate: root.issue({ subject: 'login', names: ['login.contoso.test'] }) });
    const signIns = on.again({ authorities: [root.cert] });
    const proxy = await testProxy();
    const { port } = new URL(on.identity.url);
    const named = { ...legacy, cloudInstanceUrl: `https://login.contoso.test:${port}`, proxy: 'This address', proxyAddress: `127.0.0.1:${proxy.server.port}` } as const;
    const through = await tracesOf(on, on.connection(named), signIns);
    expect(through.failure).toBeUndefined();
    expect(proxy.asked.length).toBeGreaterThan(0);
    for (const head of proxy.asked) expect(head).toMatch(new RegExp(`^CONNECT login\\.contoso\\.test:${port} `));
    const other = await tracesOf(on, on.connection({ ...named, tenantId: 'other.test', cloudInstanceUrl: `https://other.contoso.test:${port}` }), signIns);
    expect(other.failure).toMatchObject({ data: { code: 'certificate.nameMismatch' } });
    await proxy.close();
  });

  test('name a proxy that wants another sign-in, and lead to the trace', async () => {
    await using on = await identityFixture();
    const proxy = await testProxy('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM\r\n\r\n');
    const named = on.connection({ ...legacy, cloudInstanceUrl: 'https://login.contoso.test', proxy: 'This address', proxyAddress: `127.0.0.1:${proxy.server.port}` });
    const { failure, traces } = await tracesOf(on, named);
    expect(failure).toMatchObject({ data: { code: 'network.proxySignIn', actions: [{ kind: 'openTrace', trace: traces.at(-1)?.id }] } });
    expect(proxy.asked.join()).not.toContain(on.user.password);
    await proxy.close();
  });

  test('trust the authority file and the pinned certificate of the connection, and nothing without them', async () => {
    const root = authority('Private identity');
    const certificate = root.issue({ subject: '127.0.0.1', names: ['127.0.0.1'] });
    await using on = await identityFixture({ certificate });
    const signIns = on.again({ authorities: [] });
    const file = join(on.folder, 'root.pem');
    await writeFile(file, root.cert);
    expect((await tracesOf(on, on.connection(legacy), signIns)).failure).toMatchObject({ data: { code: 'certificate.untrusted' } });
    expect(on.identity.requests).toEqual([]);
    const pinned = new X509Certificate(certificate.cert).fingerprint256;
    for (const more of [{ authorityFile: file }, { trustedCertificate: pinned, tenantId: 'fabrikam.test' }])
      expect((await tracesOf(on, on.connection({ ...legacy, ...more }), signIns)).failure).toBeUndefined();
  });
});
