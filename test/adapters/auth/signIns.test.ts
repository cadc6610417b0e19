import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SignInNote } from '../../../electron/auth/accessToken.ts';
import { tokenKeyAccount } from '../../../electron/secrets/tokenCache.ts';
import { tokenUser } from '../../../electron/demo/identity/tokens.ts';
import type { Connection } from '../../../shared/connections/connection.ts';
import type { SignInEvent } from '../../../shared/connections/signIn.ts';
import { aadstsCodes } from '../../../shared/connections/signInFailure.ts';
import { oauthLogLines } from '../../../shared/trace/oauth.ts';
import { identityFixture, playBrowser, type IdentityFixture } from './identityFixture.ts';

const legacy = { signInMethod: 'User name and password (legacy)' } as const;
const device = { signInMethod: 'Device code' } as const;
const patient = new AbortController().signal;

const tokenOf = (on: IdentityFixture, connection: Connection, renew = false, signIns = on.signIns): ReturnType<typeof on.signIns.token> =>
  signIns.token({ connection, password: async () => on.user.password, renew, signal: patient });

async function signIn(on: IdentityFixture, connection: Connection, onEvent: (event: SignInEvent) => void = () => undefined, signal = patient): Promise<SignInEvent[]> {
  const events: SignInEvent[] = [];
  const emit = (event: SignInEvent): void => {
    events.push(event);
    onEvent(event);
  };
  await on.signIns.signIn(connection, on.user.password, { emit, signal });
  return events;
}

const failure = (code: string): object => ({ data: { code } });

describe('each method gives tokens of the account', () => {
  test('user name and password, which also answers without anybody having signed in', async () => {
    await using on = await identityFixture();
    const { token } = await tokenOf(on, on.connection(legacy));
    expect(tokenUser(token, on.identity.key, new Date())).toBe(on.user.userName);
    expect(on.identity.requests).toContain(`password ${on.user.userName}`);
    expect(await on.signIns.state(on.connection(legacy))).toMatchObject({ signedIn: true, kept: 'memory' });
  });

  test('the browser, with PKCE and the loopback address', async () => {
    await using on = await identityFixture();
    const events = await signIn(on, on.connection());
    expect(events.map(({ type }) => type)).toContain('browserOpened');
    expect(events.at(-1)).toMatchObject({ type: 'signedIn', state: { signedIn: true, userName: on.user.userName, kept: 'disk' } });
    expect(on.identity.requests).toContain('authorization_code');
    const { token } = await tokenOf(on, on.connection());
    expect(tokenUser(token, on.identity.key, new Date())).toBe(on.user.userName);
  });

  test('a device code, once somebody has entered it', async () => {
    await using on = await identityFixture();
    const events = await signIn(on, on.connection(device), (event) => {
      if (event.type === 'deviceCode') expect(on.identity.approveDevice(event.code, on.user.userName)).toBe(true);
    });
    expect(events[0]).toMatchObject({ type: 'deviceCode', page: `${on.identity.url}/contoso.test/device` });
    expect(events.at(-1)).toMatchObject({ type: 'signedIn', state: { userName: on.user.userName } });
  });
});

describe('a sign-in', () => {
  test('that was never made is asked for', async () => {
    await using on = await identityFixture();
    await expect(tokenOf(on, on.connection())).rejects.toMatchObject({ data: { code: 'signIn.required', actions: [{ kind: 'signIn' }] } });
    expect(await on.signIns.state(on.connection())).toEqual({ signedIn: false });
  });

  test('of another account than the one that is named is not kept', async () => {
    await using on = await identityFixture();
    const someoneElse = on.server.facts.users[1]?.mailbox ?? '';
    const signIns = on.again({ openBrowser: async (url) => void playBrowser(url, someoneElse, on.authorities[0] ?? '') });
    await expect(signIns.signIn(on.connection(), undefined, { emit: () => undefined, signal: patient })).rejects.toMatchObject(failure('signIn.otherAccount'));
    expect(await signIns.state(on.connection())).toEqual({ signedIn: false });
  });

  test('is renewed without a person when little is left of it, after a new start too', async () => {
    await using on = await identityFixture({ tokenSeconds: 240 });
    await signIn(on, on.connection());
    const signIns = on.again();
    const first = await tokenOf(on, on.connection(), false, signIns);
    expect(on.identity.requests.filter((one) => one === 'refresh_token')).toHaveLength(1);
    expect((await tokenOf(on, on.connection(), false, signIns)).token).not.toBe(first.token);
  });

  test('is not renewed while enough is left of it, and at once when its token was refused', async () => {
    await using on = await identityFixture();
    await signIn(on, on.connection());
    const first = await tokenOf(on, on.connection());
    expect((await tokenOf(on, on.connection())).token).toBe(first.token);
    expect(on.identity.requests).not.toContain('refresh_token');
    const [second, third] = await Promise.all([tokenOf(on, on.connection(), true), tokenOf(on, on.connection(), true)]);
    expect(second.token).not.toBe(first.token);
    expect(third.token).toBe(second.token);
    expect(on.identity.requests.filter((one) => one === 'refresh_token')).toHaveLength(1);
  });

  test('that was revoked asks for a new one, and the legacy method makes it by itself', async () => {
    await using on = await identityFixture();
    await signIn(on, on.connection());
    await tokenOf(on, on.connection(legacy));
    on.identity.revoke();
    await expect(tokenOf(on, on.connection(), true)).rejects.toMatchObject(failure('signIn.expired'));
    expect((await tokenOf(on, on.connection(legacy), true)).token).not.toBe('');
  });

  test('that is cancelled ends, whether the browser or a device is waited for', async () => {
    await using on = await identityFixture();
    for (const connection of [on.connection(), on.connection(device)]) {
      const abort = new AbortController();
      const signIns = on.again({ openBrowser: async () => abort.abort() });
      const emit = (event: SignInEvent): void => (event.type === 'deviceCode' ? abort.abort() : undefined);
      await expect(signIns.signIn(connection, undefined, { emit, signal: abort.signal })).rejects.toMatchObject(failure('app.cancelled'));
    }
  });

  test('names the certificate of a sign-in server that is not trusted, and sends it nothing', async () => {
    await using on = await identityFixture();
    const signIns = on.again({ authorities: [] });
    const wish = { connection: on.connection(legacy), password: async () => on.user.password, renew: false, signal: patient };
    await expect(signIns.token(wish)).rejects.toMatchObject({ data: { code: expect.stringMatching(/^certificate\./) } });
    expect(on.identity.requests).toEqual([]);
  });

  test('is gone with its key after signing out', async () => {
    await using on = await identityFixture();
    await signIn(on, on.connection());
    expect(await on.vault.has(tokenKeyAccount)).toBe(true);
    expect(await on.signIns.signOut(on.connection())).toEqual({ signedIn: false });
    expect(await on.vault.has(tokenKeyAccount)).toBe(false);
    expect(await readdir(on.folder)).toEqual([]);
    await expect(tokenOf(on, on.connection())).rejects.toMatchObject(failure('signIn.required'));
  });

  test('leaves no token and no password in its file or its log, and its file to its owner', async () => {
    await using on = await identityFixture();
    const connection = on.connection({ logOAuth: true });
    await signIn(on, connection);
    const notes: SignInNote[] = [];
    const wish = { password: async () => on.user.password, renew: true, signal: patient, told: (note: SignInNote) => void notes.push(note) };
    const { token } = await on.signIns.token({ ...wish, connection });
    const file = join(on.folder, 'sign-ins.bin');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const kept = await readFile(file);
    for (const secret of [token, token.split('.')[1] ?? '', on.user.userName]) expect(kept.includes(secret)).toBe(false);
    const passwords = await on.signIns.token({ ...wish, connection: on.connection({ ...legacy, logOAuth: true }) });
    const lines = notes.flatMap((note) => ('line' in note ? [note.line] : oauthLogLines(note.trace))).join('\n');
    for (const grant of ['refresh_token', 'password']) expect(lines).toContain(`grant_type=${grant}`);
    for (const secret of [token, passwords.token, on.user.password, encodeURIComponent(on.user.password)]) expect(lines).not.toContain(secret);
    // What the library itself logs names nobody.
    expect(notes.flatMap((note) => ('line' in note ? [note.line] : [])).join('\n')).not.toContain(on.user.userName);
  });
});

describe('refusals of the identity provider are named', () => {
  const rows = Object.entries(aadstsCodes).filter(([number]) => !['65004', '70020', '50173', '700082', '70008', '50011', '50034'].includes(number));
  test.each(rows)('AADSTS%s as %s', async (number, code) => {
    await using on = await identityFixture();
    on.identity.refuse(on.user.userName, Number(number));
    await expect(tokenOf(on, on.connection(legacy))).rejects.toMatchObject({ data: { code, details: { aadsts: number } } });
  });

  test('AADSTS50126 for a password that is wrong and AADSTS50034 for a user that nobody knows', async () => {
    await using on = await identityFixture();
    const wish = { password: async () => 'not-the-password', renew: false, signal: patient };
    await expect(on.signIns.token({ ...wish, connection: on.connection(legacy) })).rejects.toMatchObject(failure('signIn.wrongPassword'));
    const unknown = on.connection({ ...legacy, username: 'nobody@contoso.test' });
    await expect(on.signIns.token({ ...wish, connection: unknown })).rejects.toMatchObject(failure('signIn.userUnknown'));
  });

  test('AADSTS50011 when it comes back to the browser, AADSTS65001 from the code, AADSTS70008 from the refresh token', async () => {
    await using on = await identityFixture();
    on.identity.refuse('authorize', 50011);
    await expect(signIn(on, on.connection())).rejects.toMatchObject(failure('signIn.redirectNotRegistered'));
    on.identity.refuse('authorize', undefined);
    on.identity.refuse('authorization_code', 65001);
    await expect(signIn(on, on.connection())).rejects.toMatchObject(failure('signIn.consentMissing'));
    on.identity.refuse('authorization_code', undefined);
    await signIn(on, on.connection());
    on.identity.refuse('refresh_token', 70008);
    await expect(tokenOf(on, on.connection(), true)).rejects.toMatchObject(failure('signIn.expired'));
  });

  test('with the words of the server where nobody has heard of the number', async () => {
    await using on = await identityFixture();
    on.identity.refuse(on.user.userName, 99999);
    await expect(tokenOf(on, on.connection(legacy))).rejects.toMatchObject({
      data: { code: 'signIn.failed', what: expect.stringContaining('AADSTS99999: Something that nobody has heard of.') },
    });
  });
});
