import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startDemoServer } from '../../../electron/demo/demoServer.ts';
import { checkConnection } from '../../../electron/exchange/checkConnection.ts';
import type { ExchangeHost } from '../../../electron/exchange/session.ts';
import type { CheckEvent } from '../../../shared/connections/checks.ts';
import type { Connection } from '../../../shared/connections/connection.ts';
import { authority, selfSigned, type MadeCertificate } from '../../../electron/demo/certificates/certificates.ts';
import { patient, testConnection, testHost, testPassword } from './hosts.ts';
import { scriptedServer, type Answer } from './scriptedServer.ts';
import { failure, fault, folderAnswer, sendXml } from './soapAnswers.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function server(answer: Answer, tls?: MadeCertificate): Promise<{ url: string; seen: readonly unknown[]; port: number }> {
  const started = await scriptedServer(answer, tls);
  closing.push(started.close);
  return started;
}

async function check(
  connection: Connection,
  host: ExchangeHost = testHost(),
  password: string | undefined = testPassword,
  signal = patient,
): Promise<CheckEvent[]> {
  const events: CheckEvent[] = [];
  for await (const event of checkConnection(connection, password, host, signal)) events.push(event);
  return events;
}

/** Stage and error of the first failure. */
function failed(events: readonly CheckEvent[]): { stage: string; code: string; what: string; why: string; fix: string } {
  const event = events.find((one) => one.type === 'stageFailed');
  if (event?.type !== 'stageFailed') throw new Error(`Nothing failed: ${JSON.stringify(events)}`);
  expect(events.at(-1)).toEqual({ type: 'finished', ok: false });
  const { code, what, why = '', fix } = event.error;
  return { stage: event.stage, code, what, why, fix: fix.join(' ') };
}

const ok: Answer = (_, response) => sendXml(response, folderAnswer);
const root = authority('Contoso Issuing CA 2');
const trusting = (): ExchangeHost => testHost({ authorities: [root.cert] });
const names = ['localhost', '127.0.0.1'];

describe('Test connection', () => {
  it('passes every stage against the demo server and tells product, mailbox and clock', async () => {
    const demo = await startDemoServer();
    closing.push(() => demo.close());
    const [user] = demo.facts.users;
    const events = await check(testConnection(demo.facts.url, { username: user?.mailbox ?? '', domain: '' }), testHost(), user?.password);
    expect(events.filter((event) => event.type === 'stagePassed').map((event) => event.stage)).toEqual([
      'address',
      'reachable',
      'signIn',
      'exchange',
      'mailbox',
    ]);
    expect(events.find((event) => event.type === 'stageSkipped')).toMatchObject({ stage: 'certificate' });
    expect(events.at(-1)).toMatchObject({
      type: 'finished',
      ok: true,
      summary: { product: 'Exchange Server Subscription Edition', build: '15.2.2562.17', folder: 'Inbox', mailbox: user?.mailbox },
    });
  });

  it('verifies the certificate, tells its end, and sends the password only then', async () => {
    const tls = root.issue({ subject: 'mail', names });
    const { url, seen } = await server(ok, tls);
    const events = await check(testConnection(url), trusting());
    expect(events.at(-1)).toMatchObject({ ok: true, summary: { certificateExpires: expect.stringMatching(/^\d{4}-/) } });
    expect(events.find((event) => event.type === 'stagePassed' && event.stage === 'certificate')).toMatchObject({
      fact: expect.stringContaining('Contoso Issuing CA 2'),
    });
    expect(seen).toHaveLength(1);
  });

  it('tells how far the clocks are apart', async () => {
    const ahead = new Date(Date.now() + 600_000).toUTCString();
    const { url } = await server((_, response) => sendXml(response, folderAnswer, 200, { date: ahead }));
    const last = (await check(testConnection(url))).at(-1);
    const difference = last?.type === 'finished' ? (last.summary?.clockDifferenceSeconds ?? 0) : 0;
    expect(Math.abs(difference - 600)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['untrusted', root.issue({ subject: 'mail', names }), () => testHost(), 'certificate.untrusted', 'Contoso Issuing CA 2'],
    ['self-signed', selfSigned({ subject: 'mail', names }), () => testHost(), 'certificate.selfSigned', 'self-signed'],
    [
      'expired',
      root.issue({ subject: 'mail', names, validFrom: new Date('2020-01-01'), validTo: new Date('2021-01-01') }),
      trusting,
      'certificate.expired',
      '2021-01-01',
    ],
    [
      'not yet valid',
      root.issue({ subject: 'mail', names, validFrom: new Date('2090-01-01'), validTo: new Date('2091-01-01') }),
      trusting,
      'certificate.notYetValid',
      '2090-01-01',
    ],
    [
      'for another name',
      root.issue({ subject: 'mail', names: ['a.contoso.test', 'b.contoso.test'] }),
      trusting,
      'certificate.nameMismatch',
      'a.contoso.test, b.contoso.test, not 127.0.0.1',
    ],
  ])('stops at a certificate that is %s, before anything is sent', async (_name, tls, host, code, words) => {
    const { url, seen } = await server(ok, tls);
    const result = failed(await check(testConnection(url), host()));
    expect(result).toMatchObject({ stage: 'certificate', code });
    expect(`${result.what} ${result.why}`).toContain(words);
    expect(seen).toHaveLength(0);
  });

  it('recognises a server without TLS', async () => {
    const { port } = await server(ok);
    expect(failed(await check(testConnection(`https://127.0.0.1:${port}/EWS/Exchange.asmx`)))).toMatchObject({
      stage: 'certificate',
      code: 'certificate.notTls',
      what: 'The server did not answer with TLS.',
    });
  });

  it.each([
    ['an empty address', '', 'network.noAddress'],
    ['no address at all', 'https://', 'network.invalidAddress'],
    ['another scheme', 'ftp://mail.contoso.test', 'network.invalidAddress'],
    ['an address in clear', 'http://mail.contoso.test/EWS/Exchange.asmx', 'network.notEncrypted'],
    ['a name that nobody knows', 'mail.does-not-exist.invalid', 'network.nameNotFound'],
  ])('stops at the address for %s', async (_name, address, code) => {
    expect(failed(await check(testConnection(address)))).toMatchObject({ stage: 'address', code });
  });

  it('names the port that refuses connections', async () => {
    const { port } = await server(ok);
    await closing.pop()?.();
    expect(failed(await check(testConnection(`https://127.0.0.1:${port}/`)))).toMatchObject({
      stage: 'reachable',
      code: 'network.refused',
      what: expect.stringContaining(`port ${port}`),
    });
  });

  const http =
    (status: number, headers: Record<string, string | string[]> = {}, body = ''): Answer =>
    (_, response) =>
      void response.writeHead(status, headers).end(body);
  it.each<[string, Answer, string, string, string]>([
    ['a wrong password', http(401, { 'www-authenticate': ['Negotiate', 'Basic realm="x"'] }), 'signIn', 'signIn.rejected', 'contoso\\ann'],
    ['Basic switched off', http(401, { 'www-authenticate': ['Negotiate', 'NTLM'] }), 'signIn', 'signIn.basicNotOffered', 'it offers Negotiate, NTLM'],
    ['a locked account', http(456), 'signIn', 'signIn.accountLocked', '456'],
    ['a proxy that asks for sign-in', http(407), 'signIn', 'network.proxySignIn', 'proxy'],
    [
      'a policy against EWS',
      http(403, { 'x-ews-policy-reason': 'EWS is disabled for this user or tenant' }),
      'exchange',
      'http.policyBlocked',
      'EWS is disabled for this user or tenant',
    ],
    ['access refused', http(403), 'exchange', 'http.forbidden', '403'],
    ['a wrong path', http(404), 'exchange', 'http.notFound', '/EWS/Exchange.asmx'],
    ['a sign-in page', http(200, { 'content-type': 'text/html' }, '<html>'), 'exchange', 'http.loginPage', 'sign-in page'],
    ['a redirect', http(302, { location: 'https://login.contoso.test/?url=x' }), 'exchange', 'http.loginPage', 'https://login.contoso.test/'],
    ['an empty 500', http(500), 'exchange', 'http.serverError', '500'],
    ['an empty 500 that claims to be XML', http(500, { 'content-type': 'text/xml' }), 'exchange', 'http.serverError', '500'],
    ['a 503', http(503, { 'retry-after': '30' }), 'exchange', 'http.unavailable', '30 seconds'],
    ['a busy server', (_, response) => sendXml(response, fault('ErrorServerBusy', 12_000), 500), 'exchange', 'exchange.serverBusy', 'asks to wait 12 seconds'],
    [
      'a fault in a 200',
      (_, response) => sendXml(response, fault('ErrorInvalidServerVersion')),
      'exchange',
      'exchange.versionNotSupported',
      'ErrorInvalidServerVersion',
    ],
    [
      'no mailbox',
      (_, response) => sendXml(response, failure('GetFolder', 'ErrorNonExistentMailbox')),
      'mailbox',
      'exchange.mailboxNotFound',
      'contoso\\ann has no mailbox',
    ],
    [
      'no right to the mailbox',
      (_, response) => sendXml(response, failure('GetFolder', 'ErrorAccessDenied')),
      'mailbox',
      'exchange.accessDenied',
      'contoso\\ann may not',
    ],
    [
      'impersonation that is not allowed',
      (_, response) => sendXml(response, failure('GetFolder', 'ErrorImpersonateUserDenied')),
      'mailbox',
      'exchange.impersonationDenied',
      'ApplicationImpersonation',
    ],
    [
      'a code nobody knows',
      (_, response) => sendXml(response, failure('GetFolder', 'ErrorOfTomorrow', 'Something new.')),
      'exchange',
      'exchange.other',
      'ErrorOfTomorrow: Something new.',
    ],
    ['JSON', http(200, { 'content-type': 'application/json' }, '{}'), 'exchange', 'http.unexpected', 'application/json'],
    ['truncated XML', (_, response) => sendXml(response, folderAnswer.slice(0, 200)), 'exchange', 'exchange.brokenXml', 'XML'],
    [
      'a document type',
      (_, response) => sendXml(response, `<!DOCTYPE x [<!ENTITY a "b">]>${folderAnswer.slice(38)}`),
      'exchange',
      'exchange.brokenXml',
      'document type',
    ],
    ['a closed connection', (_, __, socket) => void socket.destroy(), 'exchange', 'network.reset', 'closed'],
  ])('explains %s', async (_name, answer, stage, code, words) => {
    const { url, seen } = await server(answer);
    const result = failed(await check(testConnection(url, { passwordMethod: 'Basic' })));
    expect(result).toMatchObject({ stage, code });
    expect(`${result.what} ${result.why} ${result.fix}`).toContain(words);
    // The password follows only after the server has asked for it.
    expect(seen).toHaveLength(code === 'signIn.rejected' ? 2 : 1);
  });

  it('asks for the password that is missing, without sending anything', async () => {
    const { url, seen } = await server(ok);
    expect(failed(await check(testConnection(url), testHost(), ''))).toMatchObject({ stage: 'signIn', code: 'secret.missing' });
    expect(seen).toHaveLength(0);
  });

  it('says that OAuth comes later', async () => {
    const { url } = await server(ok);
    expect(failed(await check(testConnection(url, { exchangeOnline: true })))).toMatchObject({ stage: 'signIn', code: 'signIn.required' });
  });

  it('ends a silent handshake after the time limit', async () => {
    const ended: Promise<unknown>[] = [];
    const silent = createServer((socket) => void ended.push(once(socket.resume(), 'close')));
    await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => void silent.close(() => resolve())));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(failed(await check(testConnection(`https://127.0.0.1:${port}/`, { timeout: 0.2 })))).toMatchObject({
      stage: 'certificate',
      code: 'network.noAnswer',
    });
    await Promise.all(ended);
  });

  it('recognises a connection that is closed while encryption is agreed on', async () => {
    const closes = createServer((socket) => void socket.once('data', () => socket.resetAndDestroy()).on('error', () => undefined));
    await new Promise<void>((resolve) => void closes.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => void closes.close(() => resolve())));
    const address = closes.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const result = failed(await check(testConnection(`https://127.0.0.1:${port}/`)));
    expect(result).toMatchObject({ stage: 'certificate', code: 'network.reset', what: 'The connection was closed by the server or something in between.' });
    expect(result.fix).toContain('TLS inspection');
  });

  it('stops when it is cancelled, and the connection with it', async () => {
    const started = await scriptedServer(() => undefined);
    closing.push(started.close);
    const stop = new AbortController();
    const running = check(testConnection(started.url), testHost(), testPassword, stop.signal);
    await started.arrived(1);
    stop.abort();
    expect(failed(await running)).toMatchObject({ stage: 'signIn', code: 'app.cancelled' });
    await started.seen[0]?.closed;
  });
});
