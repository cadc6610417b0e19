import { afterEach, describe, expect, it } from 'vitest';
import { startDemoServer } from '../../../electron/demo/demoServer.ts';
import { documentedCandidates, servicesAt, type Candidate } from '../../../electron/exchange/autodiscover/candidates.ts';
import { checkConnection } from '../../../electron/exchange/checkConnection.ts';
import type { CheckEvent } from '../../../shared/connections/checks.ts';
import type { Connection } from '../../../shared/connections/connection.ts';
import { askingBasic } from './askingBasic.ts';
import { authority } from '../../../electron/demo/certificates/certificates.ts';
import { patient, testConnection, testHost, testPassword, testSession, type TestHost } from './hosts.ts';
import { scriptedServer, type Answer, type ScriptedServer } from './scriptedServer.ts';
import { folderAnswer, messages, sendXml } from './soapAnswers.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const root = authority('Contoso Issuing CA');
const address = 'ann@contoso.test';

/** A server for both names of this computer: 127.0.0.1 and localhost are two hosts to Autodiscover. */
async function server(answer: Answer, encrypted = true): Promise<ScriptedServer> {
  const started = await scriptedServer(answer, encrypted ? root.issue({ subject: 'mail', names: ['localhost', '127.0.0.1'] }) : undefined);
  closing.push(started.close);
  return started;
}

const asking = (...candidates: readonly Candidate[]): TestHost =>
  testHost({
    authorities: [root.cert],
    candidates: async function* () {
      yield* await Promise.resolve(candidates);
    },
  });
const at = (port: number, kind: Candidate['kind'] = 'soap', host = '127.0.0.1'): Candidate => ({
  kind,
  url: `https://${host}:${port}/autodiscover/autodiscover.${kind === 'pox' ? 'xml' : kind === 'json' ? 'json' : 'svc'}`,
});

const connection = (more: Partial<Connection> = {}): Connection => testConnection('', { username: address, domain: '', useAutodiscover: true, ...more });

async function check(host: TestHost, more: Partial<Connection> = {}, password = testPassword): Promise<CheckEvent[]> {
  const events: CheckEvent[] = [];
  for await (const event of checkConnection(connection(more), password, host, patient)) events.push(event);
  return events;
}

function failed(events: readonly CheckEvent[]): Extract<CheckEvent, { type: 'stageFailed' }> {
  const event = events.find((one) => one.type === 'stageFailed');
  if (event?.type !== 'stageFailed') throw new Error(`Nothing failed: ${JSON.stringify(events)}`);
  return event;
}

const factOf = (events: readonly CheckEvent[]): string =>
  events.flatMap((event) => (event.type === 'stagePassed' && event.stage === 'autodiscover' ? [event.fact] : []))[0] ?? JSON.stringify(events);

const soapSetting = (url: string): string =>
  soapUser(`<ErrorCode>NoError</ErrorCode><UserSettings><UserSetting><Name>ExternalEwsUrl</Name><Value>${url}</Value></UserSetting></UserSettings>`);
const soapUser = (content: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetUserSettingsResponseMessage xmlns="http://schemas.microsoft.com/exchange/2010/Autodiscover"><Response><ErrorCode>NoError</ErrorCode><UserResponses><UserResponse>${content}</UserResponse></UserResponses></Response></GetUserSettingsResponseMessage></s:Body></s:Envelope>`;
const pox = (account: string): string =>
  `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"><Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">${account}</Response></Autodiscover>`;

/** A server that is Exchange and Autodiscover at once. */
const exchange =
  (discovered: (ews: string) => string): Answer =>
  (seen, response) => {
    const host = seen.headers.host ?? '';
    if (seen.operation === 'GetFolder') sendXml(response, folderAnswer);
    else sendXml(response, discovered(`https://${host}/EWS/Exchange.asmx`));
  };

describe('the places that Autodiscover asks', () => {
  it('are the documented ones, in order', async () => {
    const places: string[] = [];
    for await (const { kind, url } of documentedCandidates('ann@contoso.invalid')) places.push(`${kind} ${url}`);
    expect(places).toEqual([
      'soap https://contoso.invalid/autodiscover/autodiscover.svc',
      'pox https://contoso.invalid/autodiscover/autodiscover.xml',
      'json https://contoso.invalid/autodiscover/autodiscover.json?Email=ann%40contoso.invalid&Protocol=Ews',
      'soap https://autodiscover.contoso.invalid/autodiscover/autodiscover.svc',
      'pox https://autodiscover.contoso.invalid/autodiscover/autodiscover.xml',
      'json https://autodiscover.contoso.invalid/autodiscover/autodiscover.json?Email=ann%40contoso.invalid&Protocol=Ews',
      'redirect http://autodiscover.contoso.invalid/autodiscover/autodiscover.xml',
    ]);
  });
});

describe('Autodiscover', () => {
  it.each(['soap', 'pox', 'json'] as const)('finds the demo server through %s and passes the whole test', async (kind) => {
    const demo = await startDemoServer();
    closing.push(() => demo.close());
    const [user] = demo.facts.users;
    const { origin } = new URL(demo.facts.autodiscoverUrl);
    const candidates = servicesAt(origin, user?.mailbox ?? '').filter((one) => one.kind === kind);
    const events = await check(asking(...candidates), { username: user?.mailbox ?? '' }, user?.password);
    expect(events.at(-1)).toMatchObject({ type: 'finished', ok: true });
    expect(factOf(events)).toContain(`found ${demo.facts.url}`);
    expect(events[0]).toEqual({ type: 'stageStarted', stage: 'autodiscover' });
  });

  it('goes on to the next place, lists every attempt, and traces each', async () => {
    const silent = await server(() => undefined);
    await closing.pop()?.();
    const web = await server((_, response) => void response.writeHead(404).end());
    const right = await server(exchange(soapSetting));
    const host = asking(at(silent.port), at(silent.port, 'pox'), at(web.port), at(web.port, 'pox'), at(right.port));
    const fact = factOf(await check(host));
    // The second service of a server that cannot be reached is not asked.
    expect(fact.split('\n').map((line) => line.replace(/^\S+ /, ''))).toEqual([
      expect.stringContaining('does not accept connections'),
      'HTTP 404',
      'HTTP 404',
      `found https://127.0.0.1:${right.port}/EWS/Exchange.asmx`,
    ]);
    expect(host.traces.map(({ result }) => `${result.class} ${result.code}`)).toEqual([
      'none no answer',
      'error HTTP 404',
      'error HTTP 404',
      'success HTTP 200',
      'success NoError',
    ]);
    expect(host.traces.map(({ kind }) => kind)).toEqual(['autodiscover', 'autodiscover', 'autodiscover', 'autodiscover', 'ews']);
  });

  it('says what was tried when nothing was found', async () => {
    const web = await server((_, response) =>
      sendXml(response, soapUser('<ErrorCode>InvalidUser</ErrorCode><ErrorMessage>Nobody of that name.</ErrorMessage>')),
    );
    const { stage, error } = failed(await check(asking(at(web.port))));
    expect({ stage, code: error.code }).toEqual({ stage: 'autodiscover', code: 'autodiscover.failed' });
    expect(error.why).toContain('InvalidUser: Nobody of that name.');
  });

  it('follows a redirect to another address of the same domain, and to another URL of the same server', async () => {
    const { port } = await server((seen, response) => {
      if (seen.operation === 'GetFolder') sendXml(response, folderAnswer);
      else if (seen.body.includes('real@contoso.test'))
        sendXml(
          response,
          pox(
            `<Account><Action>settings</Action><Protocol><Type>EXCH</Type><EwsUrl>https://inside.contoso.test/EWS</EwsUrl></Protocol><Protocol><Type>EXPR</Type><EwsUrl>https://127.0.0.1:${port}/EWS/Exchange.asmx</EwsUrl></Protocol></Account>`,
          ),
        );
      else if (seen.body.includes('GetUserSettings')) response.writeHead(302, { location: `https://127.0.0.1:${port}/moved.xml` }).end();
      else sendXml(response, pox('<Account><Action>redirectAddr</Action><RedirectAddr>real@contoso.test</RedirectAddr></Account>'));
    });
    const fact = factOf(await check(asking(at(port), at(port, 'pox'))));
    expect(fact).toContain(`redirects to https://127.0.0.1:${port}/moved.xml`);
    expect(fact).toContain('redirects to the address real@contoso.test');
    expect(fact).toContain(`found https://127.0.0.1:${port}/EWS/Exchange.asmx`);
  });

  it.each<[string, (to: string) => Answer]>([
    ['a status', (to) => (_, response) => void response.writeHead(302, { location: to }).end()],
    ['SOAP', (to) => (_, response) => sendXml(response, soapUser(`<ErrorCode>RedirectUrl</ErrorCode><RedirectTarget>${to}</RedirectTarget>`))],
    ['an address', () => (_, response) => sendXml(response, soapUser('<ErrorCode>RedirectAddress</ErrorCode><RedirectTarget>ann@localhost</RedirectTarget>'))],
  ])('asks before it follows %s to another domain, and sends nothing there', async (_name, answer) => {
    const other = await server(askingBasic(exchange(soapSetting)));
    const { port } = await server(answer(`https://localhost:${other.port}/autodiscover/autodiscover.svc`));
    const { stage, error } = failed(await check(asking(at(port))));
    expect({ stage, code: error.code }).toEqual({ stage: 'autodiscover', code: 'autodiscover.redirectNotTrusted' });
    expect(error.what).toBe('127.0.0.1 redirects to localhost. Continue only if you trust it.');
    expect(error.actions).toEqual([{ kind: 'setConnectionField', label: 'Trust localhost', field: 'trustedRedirects', value: 'localhost' }]);
    expect(other.seen).toHaveLength(0);
  });

  it('follows it when the configuration trusts the host', async () => {
    const other = await server(askingBasic(exchange(soapSetting)));
    const { port } = await server(
      (_, response) => void response.writeHead(302, { location: `https://localhost:${other.port}/autodiscover/autodiscover.svc` }).end(),
    );
    const events = await check(asking(at(port)), { trustedRedirects: 'contoso.example, localhost' });
    expect(events.at(-1)).toMatchObject({ ok: true });
  });

  it('sends no credentials over http, neither when asked nor when redirected there', async () => {
    const clear = await server((_, response) => void response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(), false);
    const redirecting = await server((_, response) => void response.writeHead(302, { location: `http://127.0.0.1:${clear.port}/autodiscover.xml` }).end());
    const host = asking({ kind: 'redirect', url: `http://127.0.0.1:${clear.port}/autodiscover/autodiscover.xml` }, at(redirecting.port));
    const { error } = failed(await check(host));
    expect(error.code).toBe('autodiscover.failed');
    expect(error.why).toContain('which is not encrypted');
    expect(clear.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('takes the redirect that http gives to a server of the domain', async () => {
    const right = await server(exchange(soapSetting));
    const clear = await server(
      (_, response) => void response.writeHead(302, { location: `https://127.0.0.1:${right.port}/autodiscover/autodiscover.xml` }).end(),
      false,
    );
    const events = await check(asking({ kind: 'redirect', url: `http://127.0.0.1:${clear.port}/autodiscover/autodiscover.xml` }));
    expect(events.at(-1)).toMatchObject({ ok: true });
  });

  it('gives up after ten redirects', async () => {
    let count = 0;
    const { port, seen } = await server((_, response) => void response.writeHead(302, { location: `https://127.0.0.1:${port}/${(count += 1)}.svc` }).end());
    expect(failed(await check(asking(at(port)))).error.code).toBe('autodiscover.tooManyRedirects');
    expect(seen).toHaveLength(11);
  });

  it('is asked once for a session, and not at all where an address is given', async () => {
    const moved = messages('MoveItem', '<m:Items><t:Message><t:ItemId Id="new" ChangeKey="k"/></t:Message></m:Items>');
    const { url, seen } = await server((one, response) =>
      sendXml(response, one.operation === 'MoveItem' ? moved : soapSetting(`https://${one.headers.host ?? ''}/EWS/Exchange.asmx`)),
    );
    const host = asking({ kind: 'soap', url });
    const searching = testSession('', host, connection());
    closing.push(() => searching.close());
    const mailbox = searching.mailbox({});
    await mailbox.move('i', 'Inbox', 'move', patient);
    await mailbox.move('i', 'Inbox', 'move', patient);
    expect(seen.map(({ operation }) => operation)).toEqual(['GetUserSettingsRequestMessage', 'MoveItem', 'MoveItem']);
    expect(mailbox.facts).toMatchObject({ serverAddress: url, useAutodiscover: true });
    const given = testSession(url, host, { useAutodiscover: true });
    closing.push(() => given.close());
    await given.mailbox({}).move('i', 'Inbox', 'move', patient);
    expect(seen.at(-1)?.operation).toBe('MoveItem');
    expect(seen).toHaveLength(4);
  });

  it('needs an e-mail address', async () => {
    expect(failed(await check(asking(), { username: 'ann' })).error.code).toBe('autodiscover.noAddress');
  });
});
