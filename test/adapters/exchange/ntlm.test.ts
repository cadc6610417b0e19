import { createHash, X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/appError.ts';
import { authority } from '../../../electron/demo/certificates/certificates.ts';
import { openSession } from '../../../electron/exchange/session.ts';
import { patient, testConnection, testHost, testPassword, testSession } from './hosts.ts';
import { askingNtlm } from './ntlmServer.ts';
import { scriptedServer, type Answer, type ScriptedServer } from './scriptedServer.ts';
import { messages, sendXml } from './soapAnswers.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function server(answer: Answer, tls?: { key: string; cert: string }): Promise<ScriptedServer> {
  const started = await scriptedServer(answer, tls);
  closing.push(started.close);
  return started;
}

const moved = messages('MoveItem', '<m:Items><t:Message><t:ItemId Id="new" ChangeKey="k"/></t:Message></m:Items>');
const ok: Answer = (_, response) => sendXml(response, moved);
const ann = { user: 'ann', domain: 'contoso', password: testPassword };

function move(url: string, more: Parameters<typeof testSession>[2] = {}, host = testHost()): { again(): Promise<unknown>; host: typeof host } {
  const session = testSession(url, host, more);
  closing.push(() => session.close());
  return { again: () => session.mailbox({}).move('i', 'Inbox', 'move', patient), host };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return thrown instanceof AppError ? thrown.data.code : String(thrown);
}

describe('NTLM', () => {
  it('signs in on one connection and keeps it for the next requests', async () => {
    const { url, seen } = await server(askingNtlm({ ...ann, alsoOffers: ['Negotiate', 'Basic realm="x"'] }, ok));
    const { again, host } = move(url);
    await again();
    await again();
    expect(seen.map(({ headers }) => headers.authorization?.replace(/ .*/, ''))).toEqual([undefined, 'NTLM', 'NTLM', undefined]);
    expect(new Set(seen.map(({ connection }) => connection))).toEqual(new Set([1]));
    expect(host.traces).toHaveLength(2);
    expect(host.traces[0]?.signIn).toEqual(['HTTP 401, the server offers Negotiate, Basic, NTLM', 'HTTP 401, NTLM challenge of contoso']);
    expect(JSON.stringify(host.traces)).not.toContain(seen[2]?.headers.authorization?.slice(5));
  });

  it('signs in again when the server closed the connection in between', async () => {
    let answered = 0;
    const { url, seen } = await server(
      askingNtlm(ann, (_, response) => {
        answered += 1;
        sendXml(response, moved, 200, answered === 1 ? { connection: 'close' } : {});
      }),
    );
    const { again } = move(url);
    await again();
    await again();
    expect(answered).toBe(2);
    expect(new Set(seen.map(({ connection }) => connection)).size).toBe(2);
  });

  it('keeps a long body back until the server has named its methods', async () => {
    const created = messages('CreateItem', '<m:Items><t:Message><t:ItemId Id="new" ChangeKey="k"/></t:Message></m:Items>');
    const { url, seen } = await server(askingNtlm(ann, (_, response) => sendXml(response, created)));
    const session = testSession(url, testHost());
    closing.push(() => session.close());
    await session.mailbox({}).create({ itemType: 'E-Mail Message', folder: 'Drafts', values: { subject: 's', body: 'x'.repeat(100_000) } }, patient);
    expect(seen.map(({ body }) => body.length > 100_000)).toEqual([false, false, true]);
  });

  it('binds the sign-in to the certificate of the server', async () => {
    const root = authority('Contoso Issuing CA');
    const made = root.issue({ subject: 'mail', names: ['127.0.0.1'] });
    const bindings: (Buffer | undefined)[] = [];
    const { url } = await server(askingNtlm({ ...ann, bound: (binding) => bindings.push(binding) }, ok), made);
    await move(url, {}, testHost({ authorities: [root.cert] })).again();
    const hash = createHash('sha256').update(new X509Certificate(made.cert).raw).digest();
    const data = Buffer.concat([Buffer.from('tls-server-end-point:'), hash]);
    const expected = createHash('md5')
      .update(Buffer.concat([Buffer.alloc(16), Buffer.from([data.length, 0, 0, 0]), data]))
      .digest();
    expect(bindings).toEqual([expected]);
  });

  it('takes a user principal name, a password beyond ASCII, and a domain in its own field', async () => {
    const password = 'nicht-echt-\u00fc\u20ac-1';
    const { url } = await server(askingNtlm({ user: 'ann@contoso.test', domain: 'contoso', password }, ok));
    const session = openSession(testConnection(url, { username: 'ann@contoso.test' }), password, testHost());
    closing.push(() => session.close());
    await expect(session.mailbox({}).move('i', 'Inbox', 'move', patient)).resolves.toMatchObject({ id: 'new' });
  });

  it.each<[string, Answer, Parameters<typeof testSession>[2], string, number]>([
    ['a wrong password', askingNtlm({ ...ann, password: 'another-made-up-1' }, ok), {}, 'signIn.ntlmRejected', 3],
    ['a connection that is not kept', askingNtlm({ ...ann, closesAfterChallenge: true }, ok), {}, 'signIn.ntlmConnection', 2],
    ['NTLM where Basic was chosen', askingNtlm(ann, ok), { passwordMethod: 'Basic' }, 'signIn.basicNotOffered', 1],
    ['Basic where NTLM was chosen', offering('Basic realm="x"'), { passwordMethod: 'NTLM' }, 'signIn.ntlmNotOffered', 1],
    ['Negotiate alone', offering('Negotiate'), {}, 'signIn.methodNotSupported', 1],
    ['no offer at all', (_, response) => void response.writeHead(401).end(), {}, 'signIn.nothingOffered', 1],
    ['a challenge that is none', offering('NTLM AAAA'), {}, 'signIn.ntlmBroken', 2],
  ])('names %s, and never sends the password with a method that is not offered', async (_name, answer, more, code, requests) => {
    const { url, seen } = await server(answer);
    expect(await codeOf(move(url, more).again())).toBe(code);
    expect(seen).toHaveLength(requests);
    expect(seen.some(({ headers }) => headers.authorization?.startsWith('Basic') === true)).toBe(false);
  });
});

function offering(line: string): Answer {
  return (_, response) => void response.writeHead(401, { 'www-authenticate': line }).end();
}
