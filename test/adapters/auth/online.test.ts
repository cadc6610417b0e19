import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AccessToken } from '../../../electron/auth/accessToken.ts';
import { checkConnection } from '../../../electron/exchange/checkConnection.ts';
import { tokenSource, type TokenParts } from '../../../electron/runs/tokens.ts';
import { Mailboxes } from '../../../electron/runs/mailboxes.ts';
import { writeSignInLog, writeTraceFile } from '../../../electron/runs/traceFiles.ts';
import { monitorStatesInMemory } from '../../../shared/exchange/monitorStates.ts';
import type { CheckEvent } from '../../../shared/connections/checks.ts';
import type { Connection } from '../../../shared/connections/connection.ts';
import type { TraceRecord } from '../../../shared/trace/record.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { identityFixture, type IdentityFixture } from './identityFixture.ts';

const legacy = { signInMethod: 'User name and password (legacy)' } as const;
const patient = new AbortController().signal;

async function check(on: IdentityFixture, connection: Connection, ask?: TokenParts['ask']): Promise<{ events: CheckEvent[]; traces: TraceRecord[] }> {
  const [events, traces]: [CheckEvent[], TraceRecord[]] = [[], []];
  const password = async (): Promise<string> => on.user.password;
  const source = tokenSource({ ask: ask ?? ((wish, told) => on.signIns.token({ connection, password, ...wish, signal: patient, told })) });
  const host = { userAgent: 'test', onTrace: (record: TraceRecord) => void traces.push(record) };
  for await (const event of checkConnection(connection, source, host, patient)) events.push(event);
  return { events, traces };
}

const failed = (events: readonly CheckEvent[]): object | undefined => events.find((event) => event.type === 'stageFailed');

describe('Test connection with OAuth', () => {
  test('passes with a token of the identity provider, which stands in no trace', async () => {
    await using on = await identityFixture();
    const { events, traces } = await check(on, on.connection(legacy));
    expect(events.at(-1)).toMatchObject({ type: 'finished', ok: true });
    expect(events).toContainEqual(expect.objectContaining({ type: 'stagePassed', stage: 'signIn', fact: `${on.user.userName} with OAuth` }));
    const { token } = await on.signIns.token({ connection: on.connection(legacy), password: async () => undefined, renew: false, signal: patient });
    expect(JSON.stringify(traces)).toContain('Bearer •');
    expect(JSON.stringify(traces)).not.toContain(token);
  });

  test('fails in the stage Sign in where multifactor authentication is demanded, with the way out', async () => {
    await using on = await identityFixture();
    on.identity.refuse(on.user.userName, 50076);
    const { events } = await check(on, on.connection(legacy));
    expect(failed(events)).toMatchObject({
      stage: 'signIn',
      error: { code: 'signIn.interactionRequired', actions: expect.arrayContaining([{ kind: 'signIn', method: 'Sign in with browser' }, { kind: 'openTrace', trace: expect.any(String) }]) },
    });
  });

  test('fails in the stage Sign in where the sign-in server cannot be trusted, with the ways to trust it', async () => {
    await using on = await identityFixture();
    const signIns = on.again({ authorities: [] });
    const connection = on.connection(legacy);
    const ask: TokenParts['ask'] = (wish, told) => signIns.token({ connection, password: async () => on.user.password, ...wish, signal: patient, told });
    const { events } = await check(on, connection, ask);
    expect(failed(events)).toMatchObject({ stage: 'signIn', error: { code: 'certificate.untrusted', actions: expect.arrayContaining([expect.objectContaining({ field: 'authorityFile' })]) } });
  });

  test('renews a token that the server refuses once, and says so when the next one is refused too', async () => {
    await using on = await identityFixture();
    const connection = on.connection(legacy);
    const asked: boolean[] = [];
    const first: TokenParts['ask'] = async ({ renew }) => {
      asked.push(renew);
      const real = await on.signIns.token({ connection, password: async () => on.user.password, renew: false, signal: patient });
      return renew ? real : { ...real, token: `${real.token}x` };
    };
    expect((await check(on, connection, first)).events.at(-1)).toMatchObject({ ok: true });
    expect(asked).toEqual([false, true]);
    let made = 0;
    const never = async (): Promise<AccessToken> => ({ token: `a.b.${(made += 1)}`, expiresAt: Date.now() + 3_600_000 });
    const { events } = await check(on, connection, never);
    expect(failed(events)).toMatchObject({ stage: 'signIn', error: { code: 'signIn.tokenRejected' } });
    expect(made).toBe(2);
  });
});

describe('an activity execution', () => {
  test('writes its sign-in log and its trace, and neither holds the token or the password', async () => {
    await using on = await identityFixture();
    const connection = on.connection({ ...legacy, logOAuth: true, traceEws: true });
    const folder = join(on.folder, 'logs');
    const [traced, requested]: [TraceRecord[], string[]] = [[], []];
    const mailboxes = new Mailboxes({
      run: 'run-1',
      connections: { online: connection },
      userAgent: 'test',
      monitorStates: monitorStatesInMemory(),
      hidden: (record) => record,
      secret: async () => expect.fail('a password has no business in the worker'),
      token: ({ renew, labels }, told) => on.signIns.token({ connection, password: async () => on.user.password, renew, labels, signal: patient, told }),
      traced: (record) => void traced.push(record),
      writeTraceFile: async (records) => void (await writeTraceFile(folder, records)),
      writeSignInLog: async (lines) => void (await writeSignInLog(folder, lines)),
    });
    const found: unknown[] = [];
    for (const execution of ['execution-1', 'execution-2']) {
      const mailbox = await mailboxes.open('online', { execution, activity: 'find', requested: (id) => void requested.push(id), waits: () => undefined, awaits: () => undefined });
      for await (const page of mailbox.find({ itemType: 'E-Mail Message', folder: 'Inbox', subfolders: false, filters: [], maximum: 1 }, patient)) found.push(page);
      mailboxes.finish(execution);
    }
    await mailboxes.close();
    expect(found).toHaveLength(2);
    // The requests of the sign-in belong to the execution that needed the token, and stand in its log, not in the trace of Exchange.
    expect(traced.filter(({ kind }) => kind === 'oauth').map(({ run, execution }) => [run, execution])).toEqual([['run-1', 'execution-1'], ['run-1', 'execution-1']]);
    expect(requested).toEqual(traced.map(({ id }) => id));
    const files = await readdir(folder);
    expect(files.filter((name) => name.endsWith('.msal.txt'))).toHaveLength(2);
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    const logs = texts.filter((_text, index) => files[index]?.endsWith('.msal.txt') === true).join('\n');
    expect(logs).toContain('grant_type=password');
    expect(logs).toMatch(/"access_token":"•+ \(masked\)"/);
    expect(logs).toContain('@azure/msal-node');
    expect(texts.filter((_text, index) => files[index]?.endsWith('.ews-trace.xml.log') === true).join('\n')).not.toContain('oauth2');
    const { token } = await on.signIns.token({ connection, password: async () => undefined, renew: false, signal: patient });
    for (const secret of [token, token.split('.')[2] ?? '', on.user.password]) expect(texts.join('\n')).not.toContain(secret);
  });

  test('that nobody signed in for fails with the way to the configuration', async () => {
    await using on = await identityFixture();
    const connection = on.connection();
    const source = tokenSource({
      ask: (wish) => on.signIns.token({ connection, password: async () => undefined, ...wish, signal: patient }),
      actions: [{ kind: 'openConnection', connection: 'online', field: 'signInMethod' }],
    });
    const problem = await source.token({}, patient).catch((thrown: unknown) => thrown);
    expect(problem).toBeInstanceOf(AppError);
    expect(problem).toMatchObject({ data: { code: 'signIn.required', actions: [{ kind: 'signIn' }, { kind: 'openConnection', connection: 'online', field: 'signInMethod' }] } });
  });
});
