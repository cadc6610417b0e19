import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { acceptedEncoding } from '../../../electron/exchange/transport.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { masked } from '../../../shared/trace/mask.ts';
import { patient, testHost, testPassword, testSession } from './hosts.ts';
import { scriptedServer, type Answer, type ScriptedServer } from './scriptedServer.ts';
import { askingBasic } from './askingBasic.ts';
import { failure, fault, messages, sendXml } from './soapAnswers.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function server(answer: Answer): Promise<ScriptedServer> {
  const started = await scriptedServer(answer);
  closing.push(started.close);
  return started;
}

function session(...args: Parameters<typeof testSession>): ReturnType<typeof testSession> {
  const opened = testSession(...args);
  closing.push(opened.close);
  return opened;
}

async function errorCode(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof AppError)) throw new Error(`Expected AppError, got ${String(thrown)}`);
  return thrown.data.code;
}

const moved = messages('MoveItem', '<m:Items><t:Message><t:ItemId Id="new" ChangeKey="k"/></t:Message></m:Items>');
const found = messages('GetItem', '<m:Items><t:Message><t:ItemId Id="i1" ChangeKey="k"/><t:Subject>s</t:Subject></t:Message></m:Items>');
const byId = {
  itemType: 'E-Mail Message',
  folder: 'Inbox',
  subfolders: false,
  maximum: 1,
  filters: [{ field: 'id', operator: 'equals', value: 'i1' }],
} as const;

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('the transport', () => {
  it('reuses one connection and writes one trace per request, with phases of connecting on the first only', async () => {
    const { url, seen } = await server((_, response) => sendXml(response, moved));
    const host = testHost();
    const exchange = session(url, host).mailbox({ run: 'r', execution: 'e', activity: 'a' });
    await exchange.move('i', 'Inbox', 'move', patient);
    await exchange.move('i', 'Inbox', 'move', patient);
    expect(seen.map((request) => request.connection)).toEqual([1, 1]);
    expect(host.traces).toHaveLength(2);
    const [first, second] = host.traces;
    expect(first).toMatchObject({
      operation: 'MoveItem',
      status: 200,
      attempt: 1,
      run: 'r',
      execution: 'e',
      activity: 'a',
      result: { class: 'success', code: 'NoError' },
    });
    expect(first?.timings.connect).toBeTypeOf('number');
    expect(second?.timings.connect).toBeUndefined();
    for (const trace of host.traces) {
      const { sent = -1, firstByte = -1, done = -1 } = trace.timings;
      expect(sent).toBeGreaterThanOrEqual(0);
      expect(firstByte).toBeGreaterThanOrEqual(sent);
      expect(done).toBeGreaterThanOrEqual(firstByte);
    }
    expect(seen[0]?.headers['client-request-id']).toBe(first?.requestId);
    expect(seen[0]?.headers['user-agent']).toBe('Exchange Runbook Studio (test)');
  });

  it('signs in with Basic and keeps name and password out of every trace, even where the server sends them back', async () => {
    const { url, seen } = await server(
      askingBasic((request, response) => sendXml(response, moved.replace('new', `${testPassword}-${request.headers.authorization ?? ''}`))),
    );
    const host = testHost();
    await session(url, host).mailbox({}).move('i', 'Inbox', 'move', patient);
    const token = Buffer.from(`contoso\\ann:${testPassword}`).toString('base64');
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([undefined, `Basic ${token}`]);
    expect(host.traces[0]?.signIn).toEqual(['HTTP 401, the server offers Basic']);
    const written = JSON.stringify(host.traces);
    expect(written).not.toContain(testPassword);
    expect(written).not.toContain(token);
    expect(host.traces[0]?.request.headers).toContainEqual(['authorization', `Basic ${masked}`]);
  });

  it('keeps the password out of errors too', async () => {
    const { url } = await server((_, response) => sendXml(response, fault('ErrorOfTomorrow').replace('Not now.', `${testPassword} is wrong`)));
    const thrown: unknown = await session(url, testHost())
      .mailbox({})
      .move('i', 'Inbox', 'move', patient)
      .catch((reason: unknown) => reason);
    if (!(thrown instanceof AppError)) throw new Error('It did not fail.');
    expect(thrown.data.what).toContain(`${masked} is wrong`);
    expect(JSON.stringify([thrown.data, thrown.message])).not.toContain(testPassword);
  });

  it('destroys the socket when the signal aborts, and reports a cancellation', async () => {
    const { url, seen, arrived } = await server(() => undefined);
    const host = testHost();
    const stop = new AbortController();
    const failing = errorCode(session(url, host).mailbox({}).move('i', 'Inbox', 'move', stop.signal));
    await arrived(1);
    stop.abort();
    expect(await failing).toBe('app.cancelled');
    await seen[0]?.closed;
    expect(host.traces).toMatchObject([{ result: { class: 'none' }, error: { code: 'app.cancelled' } }]);
  });

  it('tells of a request that takes long, once, with what it waits for and when it gives up', async () => {
    const told: unknown[] = [];
    const stop = new AbortController();
    const { url, arrived } = await server(() => undefined);
    let hear: (value: undefined) => void = () => undefined;
    const heard = new Promise<undefined>((resolve) => (hear = resolve));
    const host = testHost({ slowMs: 1, onSlow: (execution, request) => hear(void told.push({ execution, ...request })) });
    const failing = errorCode(session(url, host, { timeout: 100 }).mailbox({ execution: 'e7' }).move('i', 'Inbox', 'move', stop.signal));
    await Promise.all([arrived(1), heard]);
    stop.abort();
    expect(await failing).toBe('app.cancelled');
    const since = host.traces[0]?.startedAt ?? '';
    expect(told).toEqual([{ execution: 'e7', operation: 'MoveItem', host: '127.0.0.1', since, until: new Date(Date.parse(since) + 100_000).toISOString() }]);
  });

  it('ends a request after the timeout of the connection, while waiting and in the middle of an answer', async () => {
    const { url, seen } = await server((request, response) => {
      if (request.operation === 'MoveItem') return;
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.write('<s:Envelope');
    });
    const host = testHost();
    const exchange = session(url, host, { timeout: 0.2 }).mailbox({});
    expect(await errorCode(exchange.move('i', 'Inbox', 'move', patient))).toBe('network.timeout');
    expect(await errorCode(all(exchange.find(byId, patient)))).toBe('network.timeout');
    await Promise.all(seen.map((request) => request.closed));
    expect(host.traces.map((trace) => trace.error?.why)).toEqual([
      'The time ran out while the server was working on the request.',
      'The time ran out while the answer was being read.',
    ]);
  });

  it('asks for packed answers on a network, and for plain ones where the server is this computer', () => {
    expect(['mail.contoso.test', '127.0.0.1', 'localhost'].map(acceptedEncoding)).toEqual(['gzip', 'identity', 'identity']);
  });

  it('unpacks gzip and refuses an answer that is larger than the limit when unpacked', async () => {
    const large = found.replace('>s<', `>${'x'.repeat(3_000_000)}<`);
    const { url } = await server((request, response) => {
      expect(request.headers['accept-encoding']).toBe('identity');
      response.writeHead(200, { 'content-type': 'text/xml', 'content-encoding': 'gzip' });
      response.end(gzipSync(large));
    });
    const [item] = await all(session(url, testHost()).mailbox({}).find(byId, patient));
    expect(item?.subject).toHaveLength(3_000_000);
    expect(
      await errorCode(
        all(
          session(url, testHost({ limitBytes: 1_000_000 }))
            .mailbox({})
            .find(byId, patient),
        ),
      ),
    ).toBe('network.tooLarge');
  });

  it('waits as long as a busy server asks, for reads and for requests that change', async () => {
    let requests = 0;
    const { url } = await server((request, response) => {
      requests += 1;
      if (requests % 2 === 1) sendXml(response, fault('ErrorServerBusy', 30_000), 500);
      else sendXml(response, request.operation === 'GetItem' ? found : moved);
    });
    const host = testHost();
    const exchange = session(url, host).mailbox({});
    expect(await all(exchange.find(byId, patient))).toHaveLength(1);
    expect(await exchange.move('i', 'Inbox', 'move', patient)).toEqual({ id: 'new' });
    expect(host.waits.filter((wait) => wait === 30_000)).toHaveLength(2);
    expect(host.traces.map((trace) => [trace.attempt, trace.result.class])).toEqual([
      [1, 'throttled'],
      [2, 'success'],
      [1, 'throttled'],
      [2, 'success'],
    ]);
  });

  it('honours Retry-After of 503, and gives up when the server stays busy', async () => {
    const { url } = await server((_, response) => sendXml(response, '', 503, { 'retry-after': '7' }));
    const host = testHost();
    expect(await errorCode(session(url, host).mailbox({}).move('i', 'Inbox', 'move', patient))).toBe('http.unavailable');
    expect(host.waits).toEqual([7000, 7000, 7000, 7000]);
  });

  it.each([
    ['an empty 500', (response: Parameters<Answer>[1]) => void response.writeHead(500).end(), 'http.serverError'],
    ['a closed connection', (_: Parameters<Answer>[1], socket: Parameters<Answer>[2]) => void socket.destroy(), 'network.reset'],
    ['truncated XML', (response: Parameters<Answer>[1]) => sendXml(response, moved.slice(0, 300)), 'exchange.brokenXml'],
  ])('never repeats a request that sends or changes after %s', async (_name, misbehave, code) => {
    const { url, seen } = await server((_request, response, socket) => misbehave(response, socket));
    const host = testHost();
    expect(await errorCode(session(url, host).mailbox({}).move('i', 'Inbox', 'move', patient))).toBe(code);
    expect(seen).toHaveLength(1);
    expect(host.traces).toHaveLength(1);
  });

  it('repeats a read after a closed connection, but not for ever', async () => {
    const { url, seen } = await server((request, response, socket) => {
      if (seen.length < 3) socket.destroy();
      else sendXml(response, found);
      expect(request.operation).toBe('GetItem');
    });
    expect(await all(session(url, testHost()).mailbox({}).find(byId, patient))).toHaveLength(1);
    const always = await server((_, __, socket) => void socket.destroy());
    expect(await errorCode(all(session(always.url, testHost()).mailbox({}).find(byId, patient)))).toBe('network.reset');
    expect(always.seen).toHaveLength(3);
  });

  it('repeats a read that a response message refuses for the moment, and no other request', async () => {
    const { url, seen } = await server((request, response) => {
      if (request.operation === 'MoveItem') sendXml(response, failure('MoveItem', 'ErrorMailboxFailover'));
      else sendXml(response, seen.length < 2 ? failure('GetItem', 'ErrorMailboxFailover') : found);
    });
    const exchange = session(url, testHost()).mailbox({});
    expect(await all(exchange.find(byId, patient))).toHaveLength(1);
    expect(await errorCode(exchange.move('i', 'Inbox', 'move', patient))).toBe('exchange.mailboxOffline');
    expect(seen).toHaveLength(3);
  });

  it('sends no credentials where a redirect points', async () => {
    const other = await server((_, response) => sendXml(response, moved));
    const { url } = await server((_, response) => void response.writeHead(302, { location: other.url }).end());
    expect(await errorCode(session(url, testHost()).mailbox({}).move('i', 'Inbox', 'move', patient))).toBe('http.loginPage');
    expect(other.seen).toHaveLength(0);
  });

  it('refuses to send a password in clear to another computer', async () => {
    const host = testHost();
    expect(await errorCode(session('http://mail.contoso.test/EWS/Exchange.asmx', host).mailbox({}).move('i', 'Inbox', 'move', patient))).toBe(
      'network.notEncrypted',
    );
    expect(host.traces).toHaveLength(0);
  });

  it('stops waiting for a busy server when the signal aborts', async () => {
    const { url, arrived } = await server((_, response) => sendXml(response, fault('ErrorServerBusy', 60_000), 500));
    const stop = new AbortController();
    const { sleep: _immediate, ...host } = testHost();
    const failing = errorCode(session(url, host).mailbox({}).move('i', 'Inbox', 'move', stop.signal));
    await arrived(1);
    stop.abort();
    expect(await failing).toBe('app.cancelled');
  });

  it('ends what is going on when the session is closed', async () => {
    const { url, seen, arrived } = await server(() => undefined);
    const opened = session(url, testHost());
    const failing = errorCode(opened.mailbox({}).move('i', 'Inbox', 'move', patient));
    await arrived(1);
    await opened.close();
    expect(await failing).toBe('app.cancelled');
    await seen[0]?.closed;
  });

  it('ignores a name and password in the address', async () => {
    const { url, seen } = await server(askingBasic((_, response) => sendXml(response, moved)));
    const host = testHost();
    await session(url.replace('//', '//other:hidden-in-address@'), host).mailbox({}).move('i', 'Inbox', 'move', patient);
    expect(seen[1]?.headers.authorization).toBe(`Basic ${Buffer.from(`contoso\\ann:${testPassword}`).toString('base64')}`);
    expect(JSON.stringify(host.traces)).not.toContain('hidden-in-address');
  });

  it('keeps to four connections and lets the other requests wait', async () => {
    const release: (() => void)[] = [];
    const { url, seen, arrived } = await server((_, response) => void release.push(() => sendXml(response, moved)));
    const exchange = session(url, testHost()).mailbox({});
    const all = Promise.all(Array.from({ length: 6 }, () => exchange.move('i', 'Inbox', 'move', patient)));
    await arrived(4);
    expect(seen).toHaveLength(4);
    for (const go of release.splice(0)) go();
    await arrived(6);
    for (const go of release.splice(0)) go();
    expect(await all).toHaveLength(6);
    expect(new Set(seen.map((request) => request.connection)).size).toBe(4);
  });
});
