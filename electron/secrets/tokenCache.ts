import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { keychainFailure, type StatefulVault } from './fallbackVault.ts';

/** A sign-in as it is kept. `cache` is the OAuth library's own text, with its tokens. */
export interface KeptSignIn {
  readonly account: string;
  readonly userName: string;
  readonly expiresAt: number;
  readonly cache: string;
}

/** The entry of the keychain that holds the key of the file. */
export const tokenKeyAccount = 'sign-in/data-key';

const version = 1;
const [keyBytes, ivBytes, tagBytes] = [32, 12, 16];

/** Text under AES-256-GCM: version, a random vector, the tag, the content. */
export function sealed(text: string, key: Buffer): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const head = Buffer.from([version]);
  cipher.setAAD(head);
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([head, iv, cipher.getAuthTag(), content]);
}

/** The text again, or undefined for what was changed, cut, or sealed with another key. */
export function opened(bytes: Buffer, key: Buffer): string | undefined {
  if (bytes[0] !== version || bytes.length < 1 + ivBytes + tagBytes || key.length !== keyBytes) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(bytes.subarray(0, 1));
    decipher.setAuthTag(bytes.subarray(1 + ivBytes, 1 + ivBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(1 + ivBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

const isKept = (value: unknown): value is KeptSignIn =>
  typeof value === 'object' && value !== null && 'account' in value && 'userName' in value && 'expiresAt' in value && 'cache' in value && typeof value.cache === 'string';

function entriesOf(text: string): Map<string, KeptSignIn> {
  const value: unknown = JSON.parse(text);
  return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}).filter((entry): entry is [string, KeptSignIn] => isKept(entry[1])));
}

/**
 * Sign-ins in one encrypted file, whose key is in the keychain: a cache of tokens is larger than a Windows credential may be. Where there is no
 * keychain, in memory until the app closes. A file that cannot be opened counts as empty: whoever lost the key signs in again.
 */
export class TokenCache {
  readonly #file: string;
  readonly #vault: StatefulVault;
  readonly #memory = new Map<string, KeptSignIn>();
  #tail: Promise<unknown> = Promise.resolve();

  constructor(file: string, vault: StatefulVault) {
    this.#file = file;
    this.#vault = vault;
  }

  async get(id: string): Promise<(KeptSignIn & { readonly kept: 'disk' | 'memory' }) | undefined> {
    const inMemory = this.#memory.get(id);
    if (inMemory !== undefined) return { ...inMemory, kept: 'memory' };
    const onDisk = (await this.#read()).get(id);
    return onDisk === undefined ? undefined : { ...onDisk, kept: 'disk' };
  }

  /** Answers where it is kept. */
  set(id: string, signIn: KeptSignIn): Promise<'disk' | 'memory'> {
    return this.#inTurn(async () => {
      const key = await this.#keyToWriteWith();
      if (key === undefined) {
        this.#memory.set(id, signIn);
        return 'memory';
      }
      const entries = await this.#read();
      await this.#write(entries.set(id, signIn), key);
      this.#memory.delete(id);
      return 'disk';
    });
  }

  /** Removes a sign-in, and with the last one the file and its key. */
  delete(id: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#memory.delete(id);
      const [key, entries] = [await this.#key(), await this.#read()];
      entries.delete(id);
      if (key !== undefined && entries.size > 0) return this.#write(entries, key);
      await rm(this.#file, { force: true });
      await this.#vault.delete(tokenKeyAccount);
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  /** Whoever has just signed in must not lose it to a keychain that does not open. */
  async #keyToWriteWith(): Promise<Buffer | undefined> {
    try {
      return (await this.#key()) ?? (await this.#newKey());
    } catch (thrown) {
      if (keychainFailure(thrown) === undefined) throw thrown;
      return undefined;
    }
  }

  async #key(): Promise<Buffer | undefined> {
    const text = await this.#vault.get(tokenKeyAccount);
    return text === undefined ? undefined : Buffer.from(text, 'base64');
  }

  /** A key that would be gone with the app is of no use for a file that stays. */
  async #newKey(): Promise<Buffer | undefined> {
    const key = randomBytes(keyBytes);
    await this.#vault.set(tokenKeyAccount, key.toString('base64'));
    if ((await this.#vault.secretState(tokenKeyAccount)).where === 'keychain') return key;
    await this.#vault.delete(tokenKeyAccount);
    return undefined;
  }

  async #read(): Promise<Map<string, KeptSignIn>> {
    const bytes = await readFile(this.#file).catch(() => undefined);
    const key = bytes === undefined ? undefined : await this.#key();
    const text = bytes === undefined || key === undefined ? undefined : opened(bytes, key);
    return text === undefined ? new Map() : entriesOf(text);
  }

  async #write(entries: ReadonlyMap<string, KeptSignIn>, key: Buffer): Promise<void> {
    await mkdir(dirname(this.#file), { recursive: true });
    const fresh = `${this.#file}.new`;
    await writeFile(fresh, sealed(JSON.stringify(Object.fromEntries(entries)), key), { mode: 0o600 });
    await chmod(fresh, 0o600);
    await rename(fresh, this.#file);
  }
}
