import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConnectionSecrets } from '../../../electron/secrets/connectionSecrets.ts';
import { fallbackVault } from '../../../electron/secrets/fallbackVault.ts';
import { keychainVault } from '../../../electron/secrets/keychain.ts';
import { memoryVault } from '../../../electron/secrets/memory.ts';
import { passwordAccount, type SecretVault } from '../../../electron/secrets/vault.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { keyringSession, type KeyringSession } from './keyringSession.ts';

const madeUp = (): string => randomBytes(12).toString('hex');
const service = `Exchange Runbook Studio test ${randomUUID()}`;
const keychain = keychainVault({ service });
const made: string[] = [];
/** Windows and macOS always have a keychain; Linux has one where a person is signed in. */
let session: KeyringSession | undefined;

/** An account that is removed after the tests. */
function account(): string {
  const name = passwordAccount(randomUUID(), 'contoso');
  made.push(name);
  return name;
}

beforeAll(async () => {
  if (process.platform !== 'linux') return;
  session = await keyringSession({ display: undefined });
  process.env['DBUS_SESSION_BUS_ADDRESS'] = session.address;
});

afterAll(async () => {
  for (const name of made) await keychain.delete(name);
  await session?.close();
});

describe.each<[string, SecretVault]>([
  ['memory', memoryVault()],
  ['the keychain of this computer', keychain],
])('%s', (_name, vault) => {
  test('keeps, replaces, tells of and removes a secret', async () => {
    const name = account();
    const [first, second] = [madeUp(), madeUp()];
    expect(await vault.get(name)).toBeUndefined();
    expect(await vault.has(name)).toBe(false);
    expect(await vault.delete(name)).toBe(false);
    await vault.set(name, first);
    await vault.set(name, second);
    expect(await vault.get(name)).toBe(second);
    expect(await vault.has(name)).toBe(true);
    expect(await vault.delete(name)).toBe(true);
    expect(await vault.get(name)).toBeUndefined();
  });

  test.each([
    ['quotes and controls', `"'\\\n\t\u0001 ${madeUp()}`],
    ['other scripts', `пароль 密码 🔑 ${madeUp()}`],
    ['nothing but a space', ' '],
    ['a long one', madeUp().repeat(200)],
  ])('gives back exactly: %s', async (_what, secret) => {
    const name = account();
    await vault.set(name, secret);
    expect(await vault.get(name)).toBe(secret);
  });

  test('keeps two accounts apart, and takes many calls at once', async () => {
    const entries = Array.from({ length: 12 }, () => [account(), madeUp()] as const);
    await Promise.all(entries.map(([name, secret]) => vault.set(name, secret)));
    expect(await Promise.all(entries.map(([name]) => vault.get(name)))).toEqual(entries.map(([, secret]) => secret));
  });

  test('is available', async () => {
    expect(await vault.state()).toMatchObject({ available: true });
  });
});

/** A keychain that is not there. */
function absent(): SecretVault {
  const refuse = (): Promise<never> => Promise.reject(new AppError('keychain.unavailable', { store: 'Secret Service' }));
  return {
    get: refuse,
    set: refuse,
    delete: refuse,
    has: refuse,
    state: async () => ({ available: false, store: 'Secret Service', problem: 'No service answers.' }),
  };
}

describe('without a keychain', () => {
  test('secrets are kept until the app closes, and said to be so', async () => {
    const vault = fallbackVault(absent());
    const secret = madeUp();
    await vault.set('a', secret);
    expect(await vault.get('a')).toBe(secret);
    expect(await vault.secretState('a')).toEqual({ stored: true, where: 'memory', store: 'Secret Service' });
    expect(await vault.secretState('b')).toEqual({ stored: false, where: 'memory', store: 'Secret Service' });
    expect(await vault.delete('a')).toBe(true);
    expect(await vault.has('a')).toBe(false);
    expect(await fallbackVault(absent()).get('a')).toBeUndefined();
  });

  test('a defect of the vault is not mistaken for a missing keychain', async () => {
    const vault = fallbackVault({ ...absent(), set: () => Promise.reject(new TypeError('defect')) });
    await expect(vault.set('a', 'x')).rejects.toThrow('defect');
  });
});

test('a keychain that waits for a person is given up in time, and the next call waits its turn', async () => {
  const impatient = keychainVault({ service, timeoutMs: 0 });
  await expect(impatient.get(account())).rejects.toMatchObject({ data: { code: 'keychain.timeout' } });
});

test('the password of the demo comes from the server and is stored nowhere', async () => {
  const vault = memoryVault();
  const secrets = new ConnectionSecrets(fallbackVault(vault), () => 'made-up');
  const owner = { workspace: 'w', key: 'demo-mailbox', connection: { demo: true } };
  await secrets.set(owner, 'another');
  expect(await secrets.get(owner)).toBe('made-up');
  expect(await vault.has(passwordAccount('w', 'demo-mailbox'))).toBe(false);
});
