import type { Connection } from '../../shared/connections/connection.ts';
import { stoppedDemo, type DemoFault, type DemoServerFacts, type DemoState } from '../../shared/demo/demo.ts';

/** A demo server that listens, wherever it runs. */
export interface RunningDemo {
  readonly facts: DemoServerFacts;
  state(): Promise<DemoState>;
  setFault(fault: DemoFault): Promise<DemoState>;
  reset(): Promise<DemoState>;
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** The embedded demo server of this process: started when it is first wanted, once. */
export class DemoControl {
  readonly #start: () => Promise<RunningDemo>;
  #running: Promise<RunningDemo> | undefined;
  #facts: DemoServerFacts | undefined;
  /** Where the server is asked now; a fault can move it. */
  #url: string | undefined;
  readonly #changed: () => void;

  /** `changed` is called after the state changed, the start of the server included. */
  constructor(start: () => Promise<RunningDemo>, changed: () => void = () => undefined) {
    this.#start = start;
    this.#changed = changed;
  }

  /** Starts the server unless it runs. A start that failed is tried again. */
  async ensure(): Promise<RunningDemo> {
    this.#running ??= this.#start().then((running) => {
      running.onChange(this.#changed);
      return running;
    });
    try {
      const running = await this.#running;
      if (this.#facts !== running.facts) {
        this.#facts = running.facts;
        this.#url = running.facts.url;
        this.#changed();
      }
      return running;
    } catch (thrown) {
      this.#running = undefined;
      throw thrown;
    }
  }

  async state(): Promise<DemoState> {
    return this.#running === undefined ? stoppedDemo : (await this.#running).state();
  }

  async setFault(fault: DemoFault): Promise<DemoState> {
    const state = await (await this.ensure()).setFault(fault);
    this.#url = state.url;
    return state;
  }

  async reset(): Promise<DemoState> {
    return (await this.ensure()).reset();
  }

  /** The password of the demo account; it changes with every start and is never stored. */
  password(): string | undefined {
    return this.#facts?.users[0]?.password;
  }

  /** A demo connection with the address and account of the server that runs now. */
  resolved(connection: Connection): Connection {
    const [user] = this.#facts?.users ?? [];
    if (!connection.demo || this.#url === undefined || user === undefined) return connection;
    return { ...connection, serverAddress: this.#url, username: user.username, domain: user.domain };
  }

  async close(): Promise<void> {
    const running = await this.#running?.catch(() => undefined);
    this.#running = undefined;
    await running?.close();
  }
}
