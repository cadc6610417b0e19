import type { SecretVault } from './vault.ts';

/** A vault that forgets everything when the app closes. */
export function memoryVault(): SecretVault {
  const secrets = new Map<string, string>();
  return {
    get: async (account) => secrets.get(account),
    set: async (account, secret) => void secrets.set(account, secret),
    delete: async (account) => secrets.delete(account),
    has: async (account) => secrets.has(account),
    state: async () => ({ available: true, store: 'memory' }),
  };
}
