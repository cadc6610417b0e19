import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { changedCounter, type Counter, type CounterChange } from '../../shared/globals/counter.ts';
import { locked, writeText } from '../workspace/atomicWrite.ts';

const Values = z.record(z.string(), z.record(z.string(), z.number()));

/** Current values by counter, then by the runbook that uses it. */
export type CounterTable = z.infer<typeof Values>;

/**
 * The current values of a workspace's counters on this computer: one for each runbook that uses a counter (runbook-model section 4). They belong to the
 * person's data, not to the workspace, so that a test run leaves no change in version control. A file that cannot be read as such counts as empty.
 */
export class CounterValues {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async all(): Promise<CounterTable> {
    const text = await readFile(this.#file, 'utf8').catch(() => '{}');
    try {
      return Values.parse(JSON.parse(text));
    } catch {
      return {};
    }
  }

  /** The value for a runbook, after a change where one is given. Throws AppError `file.unwritable`. */
  async value(name: string, counter: Counter, runbook: string, change?: CounterChange): Promise<number> {
    if (change === undefined) return (await this.all())[name]?.[runbook] ?? counter.default;
    return locked(this.#file, async () => {
      const table = await this.all();
      const next = changedCounter(counter, table[name]?.[runbook] ?? counter.default, change);
      await this.#write({ ...table, [name]: { ...table[name], [runbook]: next } });
      return next;
    });
  }

  /** Forgets the values of a counter: of one runbook, or of all. It goes on from its default. */
  async reset(name: string, runbook?: string): Promise<void> {
    await locked(this.#file, async () => {
      const { [name]: values = {}, ...rest } = await this.all();
      const left = runbook === undefined ? {} : Object.fromEntries(Object.entries(values).filter(([key]) => key !== runbook));
      await this.#write(Object.keys(left).length === 0 ? rest : { ...rest, [name]: left });
    });
  }

  /** Lets the values follow a counter to its new name. */
  async rename(from: string, to: string): Promise<void> {
    await locked(this.#file, async () => {
      const { [from]: values, ...rest } = await this.all();
      if (values !== undefined) await this.#write({ ...rest, [to]: values });
    });
  }

  async #write(table: CounterTable): Promise<void> {
    await writeText(this.#file, JSON.stringify(table), { mode: 0o600 });
  }
}
