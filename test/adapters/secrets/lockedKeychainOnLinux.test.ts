import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConnectionSecrets } from '../../../electron/secrets/connectionSecrets.ts';
import { fallbackVault } from '../../../electron/secrets/fallbackVault.ts';
import { keychainVault } from '../../../electron/secrets/keychain.ts';
import { TokenCache } from '../../../electron/secrets/tokenCache.ts';
import { passwordAccount } from '../../../electron/secrets/vault.ts';
import { scratchFolder } from '../scratch.ts';
import { keyringSession, type KeyringSession } from './keyringSession.ts';

const madeUp = (): string => randomBytes(12).toString('hex');
const owner = { workspace: 'w', key: 'contoso', connection: { demo: false } };
const failure = (code: string): object => ({ data: { code } });
const kept = { account: 'a', userName: 'ana@contoso.test', expiresAt: 0, cache: madeUp() };

// Windows and macOS have one keychain, which is unlocked with the person's session.
describe('a Secret Service that was locked', () => {
  let session: KeyringSession;
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let file: string;
  /** The app after a new start. */
  const started = (): ReturnType<typeof fallbackVault> => fallbackVault(keychainVault({ service: 'Exchange Runbook Studio test' }));

  beforeAll(async () => {
    scratch = await scratchFolder();
    file = join(scratch.path, 'sign-ins.bin');
    // Without a display the service takes its own password dialog for dismissed.
    session = await keyringSession({ display: undefined });
    process.env['DBUS_SESSION_BUS_ADDRESS'] = session.address;
    await started().set(passwordAccount('w', 'contoso'), madeUp());
    await new TokenCache(file, started()).set('one', kept);
    await session.lock();
  });
  afterAll(async () => {
    await session.close();
    await scratch[Symbol.asyncDispose]();
  });

  test('is no empty one: looking opens no dialog, and tells what is wrong', async () => {
    const secrets = new ConnectionSecrets(started(), () => undefined);
    expect(await secrets.keychain()).toEqual({ available: true, store: 'Secret Service', problem: 'Secret Service is locked.' });
    expect(await secrets.state(owner)).toEqual({ stored: false, where: 'keychain', store: 'Secret Service', problem: 'Secret Service is locked.' });
  });

  test('asks for its password when a secret is needed, and a dialog that is closed is named', async () => {
    await expect(new ConnectionSecrets(started(), () => undefined).get(owner)).rejects.toMatchObject(failure('keychain.dismissed'));
  });

  test('leaves a new password in memory, said to be so and gone after a new start', async () => {
    const typed = madeUp();
    const secrets = new ConnectionSecrets(started(), () => undefined);
    await secrets.set(owner, typed);
    expect(await secrets.get(owner)).toBe(typed);
    expect(await secrets.state(owner)).toEqual({ stored: true, where: 'memory', store: 'Secret Service' });
    await expect(started().get(passwordAccount('w', 'contoso'))).rejects.toMatchObject(failure('keychain.dismissed'));
  });

  test('does not cost a sign-in that was just made, and does not hide one that is on disk', async () => {
    const cache = new TokenCache(file, started());
    await expect(cache.get('one')).rejects.toMatchObject(failure('keychain.dismissed'));
    expect(await cache.set('two', kept)).toBe('memory');
    expect(await cache.get('two')).toMatchObject({ userName: kept.userName, kept: 'memory' });
    expect(existsSync(file)).toBe(true);
  });
});
