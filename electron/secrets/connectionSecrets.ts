import type { Connection } from '../../shared/connections/connection.ts';
import type { KeychainState, SecretState } from '../../shared/connections/draft.ts';
import type { StatefulVault } from './fallbackVault.ts';
import { passwordAccount } from './vault.ts';

/** A configuration as far as its secret is concerned. */
export interface SecretOwner {
  readonly workspace: string;
  readonly key: string;
  readonly connection: Pick<Connection, 'demo'>;
}

/** The passwords of configurations. Those of the demo come from the server that runs and are stored nowhere. */
export class ConnectionSecrets {
  readonly #vault: StatefulVault;
  readonly #demoPassword: () => string | undefined;

  constructor(vault: StatefulVault, demoPassword: () => string | undefined) {
    this.#vault = vault;
    this.#demoPassword = demoPassword;
  }

  get(owner: SecretOwner): Promise<string | undefined> {
    return owner.connection.demo ? Promise.resolve(this.#demoPassword()) : this.#vault.get(passwordAccount(owner.workspace, owner.key));
  }

  /** Keeps a password. Does nothing for the demo. */
  async set(owner: SecretOwner, password: string): Promise<void> {
    if (!owner.connection.demo) await this.#vault.set(passwordAccount(owner.workspace, owner.key), password);
  }

  async clear(owner: SecretOwner): Promise<void> {
    if (!owner.connection.demo) await this.#vault.delete(passwordAccount(owner.workspace, owner.key));
  }

  async state(owner: SecretOwner): Promise<SecretState> {
    if (owner.connection.demo) return { stored: this.#demoPassword() !== undefined, where: 'memory', store: 'Demo server' };
    return this.#vault.secretState(passwordAccount(owner.workspace, owner.key));
  }

  keychain(): Promise<KeychainState> {
    return this.#vault.state();
  }
}
