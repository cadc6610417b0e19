import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, connect } from 'node:net';
import { X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { checkConnection } from '../../../electron/exchange/checkConnection.ts';
import { openConnection } from '../../../electron/exchange/connector.ts';
import { networkOf } from '../../../electron/exchange/network.ts';
import { proxyFor } from '../../../electron/exchange/proxy.ts';
import type { CheckEvent } from '../../../shared/connections/checks.ts';
import type { Connection } from '../../../shared/connections/connection.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { askingBasic } from './askingBasic.ts';
import { authority, selfSigned, type MadeCertificate } from '../../../electron/demo/certificates/certificates.ts';
import { patient, testConnection, testHost, testPassword } from './hosts.ts';
import { scriptedServer, type Answer, type ScriptedServer } from './scriptedServer.ts';
import { folderAnswer, sendXml } from './soapAnswers.ts';
import { testProxy, type TestProxy } from './testProxy.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const root = authority('Contoso Issuing CA 2');
const names = ['localhost', '127.0.0.1'];
const ok: Answer = askingBasic((_, response) => sendXml(response, folderAnswer));

async function server(tls: MadeCertificate, answer = ok): Promise<ScriptedServer> {
  const started = await scriptedServer(answer, tls);
  closing.push(started.close);
  return started;
}

async function check(connection: Connection): Promise<CheckEvent[]> {
  const events: CheckEvent[] = [];
  for await (const event of checkConnection(connection, testPassword, testHost({ authorities: [] }), patient)) events.push(event);
  return events;
}

const failureIn = (events: readonly CheckEvent[]): Extract<CheckEvent, { type: 'stageFailed' }> | undefined =>
  events.flatMap((event) => (event.type === 'stageFailed' ? [event] : []))[0];

async function codeOf(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return thrown instanceof AppError ? thrown.data.code : String(thrown);
}

describe('the certificate of a server', () => {
  it('is trusted through the authority file of the connection', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'authority-'));
    closing.push(() => rm(folder, { recursive: true }));
    const file = join(folder, 'root.pem');
    await writeFile(file, `Contoso\n${root.cert}`);
    const made = root.issue({ subject: 'mail', names });
    const { url } = await server(made);
    expect((await check(testConnection(url, { authorityFile: file }))).at(-1)).toMatchObject({
      ok: true,
      summary: { certificate: { subject: 'mail', issuer: 'Contoso Issuing CA 2', names, fingerprint: new X509Certificate(made.cert).fingerprint256 } },
    });
    expect(failureIn(await check(testConnection(url)))?.error.code).toBe('certificate.untrusted');
  });

  it.each([
    ['that is not there', undefined],
    ['without a certificate', 'nothing of use'],
  ])('names an authority file %s', async (_name, content) => {
    const folder = await mkdtemp(join(tmpdir(), 'authority-'));
    closing.push(() => rm(folder, { recursive: true }));
    const file = join(folder, 'root.pem');
    if (content !== undefined) await writeFile(file, content);
    const { url, seen } = await server(selfSigned({ subject: 'mail', names }));
    expect(failureIn(await check(testConnection(url, { authorityFile: file })))?.error).toMatchObject({ code: 'certificate.authorityFile' });
    expect(seen).toHaveLength(0);
  });

  it.each([
    ['self-signed', selfSigned({ subject: 'mail', names })],
    ['of an unknown authority', root.issue({ subject: 'mail', names })],
    ['for another name', root.issue({ subject: 'mail', names: ['other.contoso.test'] })],
    ['expired', root.issue({ subject: 'mail', names, validFrom: new Date('2020-01-01'), validTo: new Date('2021-01-01') })],
  ])('that is %s is offered for pinning, works only when pinned, and sees nothing before', async (_name, made) => {
    const { url, seen } = await server(made);
    const refused = failureIn(await check(testConnection(url)));
    expect(refused?.stage).toBe('certificate');
    const action = refused?.error.actions?.find((one) => one.kind === 'setConnectionField' && one.field === 'trustedCertificate');
    const { fingerprint256 } = new X509Certificate(made.cert);
    expect(action).toEqual({ kind: 'setConnectionField', label: 'Trust this certificate', field: 'trustedCertificate', value: fingerprint256 });
    expect(seen).toHaveLength(0);
    expect((await check(testConnection(url, { trustedCertificate: fingerprint256 }))).at(-1)).toMatchObject({ ok: true });
  });

  it('is refused when another one is pinned, and no byte of a request is sent', async () => {
    const { url, seen } = await server(selfSigned({ subject: 'mail', names }));
    const other = new X509Certificate(selfSigned({ subject: 'mail', names }).cert).fingerprint256;
    expect(failureIn(await check(testConnection(url, { trustedCertificate: other })))?.error.code).toBe('certificate.selfSigned');
    expect(seen).toHaveLength(0);
  });
});

describe('the wire', () => {
  it('carries no request before TLS is verified', async () => {
    const received: Buffer[] = [];
    const ended: Promise<void>[] = [];
    const inner = await server(selfSigned({ subject: 'mail', names }));
    const outer = createServer((socket) => {
      const onward = connect(inner.port, '127.0.0.1');
      socket
        .on('data', (chunk) => received.push(chunk))
        .pipe(onward)
        .pipe(socket);
      socket.on('error', () => onward.destroy());
      onward.on('error', () => socket.destroy());
      ended.push(new Promise((resolve) => void socket.once('close', () => resolve())));
    });
    await new Promise<void>((resolve) => void outer.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => void outer.close(() => resolve())));
    const address = outer.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(failureIn(await check(testConnection(`https://127.0.0.1:${port}/`)))?.error.code).toBe('certificate.selfSigned');
    await Promise.all(ended);
    expect(received.length).toBeGreaterThan(0);
    expect(inner.seen).toHaveLength(0);
    expect(Buffer.concat(received).includes(testPassword)).toBe(false);
  });

  it('carries nothing to a host that a server redirects to', async () => {
    const other = await server(selfSigned({ subject: 'mail', names }));
    const first = await server(
      root.issue({ subject: 'mail', names }),
      askingBasic((_, response) => void response.writeHead(302, { location: other.url }).end()),
    );
    const events: CheckEvent[] = [];
    for await (const event of checkConnection(testConnection(first.url), testPassword, testHost({ authorities: [root.cert] }), patient)) events.push(event);
    expect(failureIn(events)?.error.code).toBe('http.loginPage');
    expect(other.seen).toHaveLength(0);
  });
});

/** A proxy that ends with the test. */
async function proxy(answer?: string): Promise<TestProxy> {
  const started = await testProxy(answer);
  closing.push(started.close);
  return started;
}

describe('an HTTP proxy', () => {
  const network = networkOf(testConnection(''), [root.cert]);

  it('makes a tunnel, and TLS is verified with the server at its end', async () => {
    const { port } = await server(root.issue({ subject: 'mail', names: ['mail.contoso.test'] }));
    const through = await proxy();
    const signedIn = { ...through.server, authorization: 'Basic bm90OnJlYWw=' };
    const opening = openConnection({ host: 'mail.contoso.test', port, encrypted: true, network, proxy: signedIn }, () => undefined);
    await opening.opened;
    opening.destroy();
    expect(through.asked[0]).toBe(
      `CONNECT mail.contoso.test:${port} HTTP/1.1\r\nHost: mail.contoso.test:${port}\r\nProxy-Authorization: Basic bm90OnJlYWw=\r\n\r\n`,
    );
    const wrong = openConnection({ host: 'other.contoso.test', port, encrypted: true, network, proxy: through.server }, () => undefined);
    await expect(wrong.opened).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    wrong.destroy();
  });

  it.each([
    ['asks for NTLM', 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM\r\n\r\n', 'network.proxySignIn'],
    ['refuses the server', 'HTTP/1.1 403 Forbidden\r\n\r\n', 'network.proxyRefused'],
    ['is no proxy', 'SSH-2.0-OpenSSH\r\n\r\n', 'network.proxyRefused'],
  ])('that %s is named', async (_name, answer, code) => {
    const through = await proxy(answer);
    const opening = openConnection({ host: 'mail.contoso.test', port: 443, encrypted: true, network, proxy: through.server }, () => undefined);
    expect(await codeOf(opening.opened)).toBe(code);
    opening.destroy();
  });

  it('is used by the whole test, and its 407 is explained', async () => {
    const through = await proxy('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM\r\n\r\n');
    const events = await check(testConnection('mail.contoso.test', { proxy: 'This address', proxyAddress: `127.0.0.1:${through.server.port}` }));
    expect(failureIn(events)).toMatchObject({ stage: 'reachable', error: { code: 'network.proxySignIn', what: 'A proxy is asking for sign-in.' } });
    expect(failureIn(events)?.error.fix.join()).toContain('Basic only');
    expect(through.asked.join()).not.toContain(testPassword);
  });

  it.each([
    ['None', '', { HTTPS_PROXY: 'http://p:1' }, undefined],
    ['This address', 'proxy.contoso.test:8080', {}, { host: 'proxy.contoso.test', port: 8080 }],
    ['System', '', {}, undefined],
    [
      'System',
      '',
      { HTTPS_PROXY: 'http://not:real%21@p:3128' },
      { host: 'p', port: 3128, authorization: `Basic ${Buffer.from('not:real!').toString('base64')}` },
    ],
    ['System', '', { https_proxy: 'http://p:1', NO_PROXY: 'localhost, .contoso.test' }, undefined],
    ['System', '', { https_proxy: 'http://p:1', no_proxy: 'toso.test,mail.contoso.test:8443' }, { host: 'p', port: 1 }],
    ['System', '', { https_proxy: 'http://p:1', NO_PROXY: '*' }, undefined],
  ] as const)('chosen as %s %s in %o', (mode, proxyAddress, environment, expected) => {
    expect(proxyFor(new URL('https://mail.contoso.test/'), { proxy: mode, proxyAddress }, environment)).toEqual(expected);
  });

  it('is never asked for a server on this computer', () => {
    expect(proxyFor(new URL('https://127.0.0.1:4443/'), { proxy: 'This address', proxyAddress: 'p:1' }, {})).toBeUndefined();
  });
});
