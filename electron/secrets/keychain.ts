import type { AsyncEntry } from '@napi-rs/keyring';
import type { KeychainState } from '../../shared/connections/draft.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { vaultService, type SecretVault } from './vault.ts';

const stores: Readonly<Partial<Record<NodeJS.Platform, string>>> = { win32: 'Windows Credential Manager', darwin: 'macOS Keychain', linux: 'Secret Service' };

/** Native code, loaded with the first secret: no window waits for it, and a computer where it does not load has a keychain that fails. */
const bindings = () => import('@napi-rs/keyring');

/** How a keychain is reached. */
export interface KeychainOptions {
  readonly service?: string;
  /** Longest wait for an answer: a locked store waits for a person without end. */
  readonly timeoutMs?: number;
}

/** An entry that is never made: reading it only shows whether the store answers. */
const probeAccount = 'probe';

/** Listing opens no password dialog; reading an entry of a locked Secret Service does. */
const listsQuietly = process.platform === 'linux';

/**
 * The computer's credential store. On Linux the Secret Service is named explicitly: without it the binding falls back to the
 * kernel's keyring in silence, which forgets at the next start.
 *
 * Calls go one after the other. Each one holds a thread of libuv's pool of four while the store waits for its password dialog,
 * and four waiting calls would stop every file access of the app. A call that takes too long is given up here but keeps its turn
 * until the store answers. Questions that open no dialog do not wait behind one that does.
 */
export function keychainVault({ service = vaultService, timeoutMs = 20_000 }: KeychainOptions = {}): SecretVault {
  const store = stores[process.platform] ?? 'keychain';
  let tail: Promise<unknown> = Promise.resolve();

  const entry = async (account: string): Promise<AsyncEntry> => new (await bindings()).AsyncEntry(service, account, { linux: { store: 'secret-service' } });

  async function inTime<T>(work: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new AppError('keychain.timeout', { store, seconds: String(timeoutMs / 1000) })), timeoutMs);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  function call<T>(doing: string, work: () => Promise<T>): Promise<T> {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return named(doing, turn);
  }

  async function named<T>(doing: string, work: Promise<T>): Promise<T> {
    try {
      return await inTime(work);
    } catch (thrown) {
      if (thrown instanceof AppError) throw thrown;
      throw keychainError(thrown, store, doing);
    }
  }

  const accounts = async (): Promise<readonly string[]> => (await (await bindings()).findCredentialsAsync(service)).map(({ account }) => account);
  const list = (): Promise<readonly string[]> => named('list', accounts());
  const get = (account: string): Promise<string | undefined> => call('read', async () => (await (await entry(account)).getPassword()) ?? undefined);
  return {
    get,
    set: (account, secret) => call('store', async () => (await entry(account)).setPassword(secret)),
    delete: (account) => call('remove', async () => Boolean(await (await entry(account)).deletePassword())),
    has: async (account) => (listsQuietly ? (await list()).includes(account) : (await get(account)) !== undefined),
    async state(): Promise<KeychainState> {
      try {
        await (listsQuietly ? list() : get(probeAccount));
        return { available: true, store };
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown;
        if (thrown.data.code === 'keychain.locked') return { available: true, store, problem: thrown.data.what };
        return { available: false, store, problem: thrown.data.why ?? thrown.data.what };
      }
    },
  };
}

/** What the bindings say, the most telling first: what is locked is reported by way of D-Bus too. */
const causes = [
  [/IsLocked|locked object/i, 'keychain.locked'],
  [/dismissed/i, 'keychain.dismissed'],
  [/DBus|zbus|D-Bus|ServiceUnknown|not provided by any/i, 'keychain.unavailable'],
] as const;

/** The store's own messages name the bus and the collection; none of them holds the secret. */
function keychainError(thrown: unknown, store: string, doing: string): AppError {
  const problem = thrown instanceof Error ? thrown.message : String(thrown);
  const code = causes.find(([pattern]) => pattern.test(problem))?.[1] ?? 'keychain.failed';
  return new AppError(code, { store, doing, problem });
}
