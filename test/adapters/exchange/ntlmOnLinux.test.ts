import { afterEach, describe, expect, it } from 'vitest';
import { authority } from '../../../electron/demo/certificates/certificates.ts';
import { openSession } from '../../../electron/exchange/session.ts';
import { patient, testConnection, testHost, testPassword } from './hosts.ts';
import { impacketServer, type ImpacketServer, type ImpacketWish, type Judgement } from './impacketServer.ts';
import { messages } from './soapAnswers.ts';

const answer = messages('MoveItem', '<m:Items><t:Message><t:ItemId Id="new" ChangeKey="k"/></t:Message></m:Items>');
const ann: ImpacketWish = { domain: 'CONTOSO', user: 'ann', accountDomain: 'contoso', password: testPassword, answer };
const beyondAscii = 'nicht-echt-\u00fc\u20ac\u{1f511}-1';

const running: ImpacketServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.end()));
});

interface SignInAs {
  readonly username?: string;
  readonly domain?: string;
  readonly password?: string;
  readonly authorities?: readonly string[];
}

/** Sends two requests one after the other; answers how each ended, and what impacket judged. */
async function signIn(wish: ImpacketWish, as: SignInAs = {}): Promise<{ outcomes: unknown[]; judged: readonly Judgement[] }> {
  const { username = 'ann', domain = 'contoso', password = testPassword, authorities = [] } = as;
  const server = await impacketServer(wish);
  running.push(server);
  const session = openSession(testConnection(server.url, { username, domain }), password, testHost({ authorities }));
  const outcomes: unknown[] = [];
  for (const item of ['first', 'second']) {
    const outcome = await session
      .mailbox({})
      .move(item, 'Inbox', 'move', patient)
      .then(
        () => 'moved',
        (reason: unknown) => reason,
      );
    outcomes.push(outcome);
  }
  await session.close();
  return { outcomes, judged: await server.end() };
}

const refused = expect.objectContaining({ data: expect.objectContaining({ code: 'signIn.ntlmRejected' }) });

// Python and impacket are Debian packages that set-up installs on Linux alone.
describe('NTLM against the server side of impacket', () => {
  it.each<[string, Partial<ImpacketWish>, SignInAs]>([
    ['a name with its domain in another field', {}, {}],
    ['DOMAIN\\user', { accountDomain: 'FABRIKAM' }, { username: 'FABRIKAM\\ann', domain: '' }],
    ['a user principal name', { user: 'ann@contoso.test', accountDomain: '' }, { username: 'ann@contoso.test' }],
    ['a bare name', { accountDomain: '' }, { domain: '' }],
    ['a password beyond ASCII', { password: beyondAscii }, { password: beyondAscii }],
    ['names beyond ASCII', { user: 'j\u00fcrgen', accountDomain: 'm\u00fcnchen' }, { username: 'j\u00fcrgen', domain: 'm\u00fcnchen' }],
  ])('accepts %s, with its integrity code, once for the connection', async (_name, wish, as) => {
    const { outcomes, judged } = await signIn({ ...ann, ...wish }, as);
    const { user, accountDomain: domain } = { ...ann, ...wish };
    expect(outcomes).toEqual(['moved', 'moved']);
    expect(judged).toEqual([{ connection: 1, user, domain, verdict: 'accepted' }]);
  });

  it('accepts what is bound to its certificate', async () => {
    const root = authority('Contoso Issuing CA');
    const tls = root.issue({ subject: 'mail', names: ['127.0.0.1'] });
    const { outcomes, judged } = await signIn({ ...ann, tls }, { authorities: [root.cert] });
    expect(outcomes).toEqual(['moved', 'moved']);
    expect(judged.map(({ verdict }) => verdict)).toEqual(['accepted']);
  });

  it.each<[string, Partial<ImpacketWish>, SignInAs]>([
    ['wrong password', { password: beyondAscii }, { password: beyondAscii.normalize('NFD') }],
    ['unknown account', {}, { domain: 'fabrikam' }],
    ['changed on the way', { altersChallenge: true }, {}],
  ])('refuses: %s', async (verdict, wish, as) => {
    const { outcomes, judged } = await signIn({ ...ann, ...wish }, as);
    expect(outcomes).toEqual([refused, refused]);
    expect(new Set(judged.map((one) => one.verdict))).toEqual(new Set([verdict]));
  });

  it('refuses what is bound to the certificate of somebody in the middle', async () => {
    const root = authority('Contoso Issuing CA');
    const tls = root.issue({ subject: 'middle', names: ['127.0.0.1'] });
    const real = root.issue({ subject: 'mail', names: ['127.0.0.1'] });
    const { outcomes, judged } = await signIn({ ...ann, tls, boundTo: real.cert }, { authorities: [root.cert] });
    expect(outcomes).toEqual([refused, refused]);
    expect(new Set(judged.map(({ verdict }) => verdict))).toEqual(new Set(['not bound to this certificate']));
  });
});
