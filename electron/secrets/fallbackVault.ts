import type { KeychainState, SecretState } from '../../shared/connections/draft.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { memoryVault } from './memory.ts';
import type { SecretVault } from './vault.ts';

/** A vault that also says where a secret is. */
export interface StatefulVault extends SecretVault {
  secretState(account: string): Promise<SecretState>;
}

const isKeychainError = (thrown: unknown): boolean => thrown instanceof AppError && thrown.data.code.startsWith('keychain.');

/**
 * The computer's credential store, and memory where there is none. A secret that the store does not take is kept until the app
 * closes and said to be so; it is never written anywhere else.
 */
export function fallbackVault(keychain: SecretVault): StatefulVault {
  const memory = memoryVault();
  let lastState: KeychainState | undefined;

  async function state(): Promise<KeychainState> {
    lastState = await keychain.state();
    return lastState;
  }

  /** What the keychain answers; `otherwise` where it does not answer. */
  async function orElse<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      if (!isKeychainError(thrown)) throw thrown;
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
        if (!isKeychainError(thrown)) throw thrown;
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
      const stored = await orElse(() => keychain.has(account), false);
      return { stored, where: available ? 'keychain' : 'memory', store };
    },
  };
}
