import type { KeychainState, SecretState } from '../../shared/connections/draft.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { memoryVault } from './memory.ts';
import type { SecretVault } from './vault.ts';

/** A vault that also says where a secret is. */
export interface StatefulVault extends SecretVault {
  secretState(account: string): Promise<SecretState>;
}

/** The failure of a keychain, or undefined for a defect. */
export const keychainFailure = (thrown: unknown): AppError | undefined => (thrown instanceof AppError && thrown.data.code.startsWith('keychain.') ? thrown : undefined);

/**
 * The computer's credential store, and memory where there is none. A secret that the store does not take is kept until the app
 * closes and said to be so; it is never written anywhere else. A store that is there and does not open is no empty store: reading from it fails.
 */
export function fallbackVault(keychain: SecretVault): StatefulVault {
  const memory = memoryVault();
  let lastState: KeychainState | undefined;

  async function state(): Promise<KeychainState> {
    lastState = await keychain.state();
    return lastState;
  }

  /** What the keychain answers; `otherwise` where there is none. Throws AppError `keychain.*` for one that does not open. */
  async function orElse<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      if (keychainFailure(thrown)?.data.code !== 'keychain.unavailable') throw thrown;
      return otherwise;
    }
  }

  return {
    state,
    async get(account) {
      return (await memory.get(account)) ?? (await orElse(() => keychain.get(account), undefined));
    },
    async set(account, secret) {
      try {
        await keychain.set(account, secret);
        await memory.delete(account);
      } catch (thrown) {
        if (keychainFailure(thrown) === undefined) throw thrown;
        await memory.set(account, secret);
      }
    },
    async delete(account) {
      const kept = await memory.delete(account);
      return (await orElse(() => keychain.delete(account), false)) || kept;
    },
    has: async (account) => (await memory.has(account)) || orElse(() => keychain.has(account), false),
    async secretState(account) {
      const { store, available } = lastState ?? (await state());
      if (await memory.has(account)) return { stored: true, where: 'memory', store };
      const where = available ? 'keychain' : 'memory';
      try {
        return { stored: await orElse(() => keychain.has(account), false), where, store };
      } catch (thrown) {
        const failure = keychainFailure(thrown);
        if (failure === undefined) throw thrown;
        return { stored: false, where, store, problem: failure.data.what };
      }
    },
  };
}
