import type { SecretState } from '../../shared/connections/draft.ts';
import type { StatefulVault } from './fallbackVault.ts';

/** The entry of an encrypted variable. Never that of a configuration's password, which has two parts. */
export function variableAccount(workspaceId: string, name: string): string {
  return `${workspaceId}/variables/${name}/value`;
}

/** Names that begin so hold secrets, and are not offered as `%NAME%`. */
export const secretEnvironmentPrefix = 'EXCHANGE_RUNBOOK_SECRET_';

/** The environment variable that can hold an encrypted variable's value for the command line: upper case, other characters as `_`. */
export function variableEnvironment(name: string): string {
  return `${secretEnvironmentPrefix}VARIABLE_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}

/** The values of a workspace's encrypted variables. */
export class VariableSecrets {
  readonly #vault: StatefulVault;

  constructor(vault: StatefulVault) {
    this.#vault = vault;
  }

  get(workspaceId: string, name: string): Promise<string | undefined> {
    return this.#vault.get(variableAccount(workspaceId, name));
  }

  async set(workspaceId: string, name: string, value: string): Promise<void> {
    await this.#vault.set(variableAccount(workspaceId, name), value);
  }

  async clear(workspaceId: string, name: string): Promise<void> {
    await this.#vault.delete(variableAccount(workspaceId, name));
  }

  /** Lets the value follow a variable to its new name. Does nothing where this computer has none. */
  async move(workspaceId: string, from: string, to: string): Promise<void> {
    const value = await this.get(workspaceId, from);
    if (value === undefined) return;
    await this.set(workspaceId, to, value);
    await this.clear(workspaceId, from);
  }

  state(workspaceId: string, name: string): Promise<SecretState> {
    return this.#vault.secretState(variableAccount(workspaceId, name));
  }
}
