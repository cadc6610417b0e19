import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fallbackVault, type StatefulVault } from '../../../electron/secrets/fallbackVault.ts';
import { memoryVault } from '../../../electron/secrets/memory.ts';
import { opened, sealed, TokenCache, tokenKeyAccount, type KeptSignIn } from '../../../electron/secrets/tokenCache.ts';
import type { SecretVault } from '../../../electron/secrets/vault.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { scratchFolder } from '../scratch.ts';

const signIn = (userName: string): KeptSignIn => ({ account: `id-of-${userName}`, userName, expiresAt: 1_800_000_000_000, cache: `tokens-of-${userName}` });
const absent = (): Promise<never> => Promise.reject(new AppError('keychain.unavailable', { store: 'test', doing: 'read', problem: 'none' }));
const noKeychain: SecretVault = { get: absent, set: absent, delete: absent, has: absent, state: async () => ({ available: false, store: 'none' }) };
const keychain = (): StatefulVault => fallbackVault(memoryVault());

describe('sealing', () => {
  const key = randomBytes(32);

  test('gives the text back, and never the same bytes twice', () => {
    expect(opened(sealed('words', key), key)).toBe('words');
    expect(sealed('words', key)).not.toEqual(sealed('words', key));
  });

  test('gives nothing back when a byte is changed, a piece is missing, or the key is another one', () => {
    const bytes = sealed('words', key);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(opened(changed, key)).toBeUndefined();
    }
    expect(opened(bytes.subarray(0, -1), key)).toBeUndefined();
    expect(opened(Buffer.alloc(0), key)).toBeUndefined();
    expect(opened(bytes, randomBytes(32))).toBeUndefined();
  });
});

describe('the cache of sign-ins', () => {
  test('keeps them over a new start, encrypted, and removes file and key with the last one', async () => {
    await using scratch = await scratchFolder();
    const [file, vault] = [join(scratch.path, 'sign-ins.bin'), keychain()];
    const cache = new TokenCache(file, vault);
    await Promise.all([cache.set('a', signIn('ana')), cache.set('b', signIn('bo'))]);
    const bytes = await readFile(file);
    expect(bytes.includes('tokens-of-ana')).toBe(false);
    expect(await new TokenCache(file, vault).get('b')).toMatchObject({ userName: 'bo', kept: 'disk' });
    await cache.delete('a');
    expect(await cache.get('a')).toBeUndefined();
    expect(await cache.get('b')).toMatchObject({ userName: 'bo' });
    await cache.delete('b');
    expect([await readdir(scratch.path), await vault.has(tokenKeyAccount)]).toEqual([[], false]);
  });

  test('counts a file that cannot be opened as empty, and writes a new one over it', async () => {
    await using scratch = await scratchFolder();
    const [file, vault] = [join(scratch.path, 'sign-ins.bin'), keychain()];
    const cache = new TokenCache(file, vault);
    await cache.set('a', signIn('ana'));
    await writeFile(file, 'nonsense');
    expect(await cache.get('a')).toBeUndefined();
    await cache.set('b', signIn('bo'));
    expect(await cache.get('b')).toMatchObject({ userName: 'bo' });
  });

  test('stays in memory without a keychain: no file is made', async () => {
    await using scratch = await scratchFolder();
    const cache = new TokenCache(join(scratch.path, 'sign-ins.bin'), fallbackVault(noKeychain));
    expect(await cache.set('a', signIn('ana'))).toBe('memory');
    expect(await cache.get('a')).toMatchObject({ userName: 'ana', kept: 'memory' });
    expect(await readdir(scratch.path)).toEqual([]);
    await cache.delete('a');
    expect(await cache.get('a')).toBeUndefined();
  });
});
