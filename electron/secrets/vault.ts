import type { KeychainState } from '../../shared/connections/draft.ts';

/** The service name under which the computer's credential store lists the app's entries. */
export const vaultService = 'Exchange Runbook Studio';

/** Where secrets are kept. Every method may throw AppError `keychain.*`; none puts a secret into an error. */
export interface SecretVault {
  /** The secret, or undefined when there is none. */
  get(account: string): Promise<string | undefined>;
  set(account: string, secret: string): Promise<void>;
  /** Whether there was one. */
  delete(account: string): Promise<boolean>;
  has(account: string): Promise<boolean>;
  /** Whether the store answers, and its own name. */
  state(): Promise<KeychainState>;
}

/** The entry of a configuration's password. The workspace's id, not its path, so that a folder can be moved. */
export function passwordAccount(workspaceId: string, connectionKey: string): string {
  return `${workspaceId}/${connectionKey}/password`;
}
