import { Sequence } from './sequence.ts';

/**
 * Values by execution id, in the order in which the executions appeared. Immutable to the outside: the index of ids
 * only ever grows, so all tables made from one another share it, and an older table ignores ids beyond its own length.
 */
export class ExecutionTable<T> {
  readonly values: Sequence<T>;
  readonly #index: Map<string, number>;

  private constructor(values: Sequence<T>, index: Map<string, number>) {
    this.values = values;
    this.#index = index;
  }

  /** A table without entries. */
  static empty<T>(): ExecutionTable<T> {
    return new ExecutionTable(Sequence.of<T>(), new Map());
  }

  get size(): number {
    return this.values.length;
  }

  /** The value of an execution, or undefined for one that is not in the table. */
  get(execution: string): T | undefined {
    const index = this.#index.get(execution);
    return index === undefined ? undefined : this.values.at(index);
  }

  /** This table with a new or another value for an execution. */
  set(execution: string, value: T): ExecutionTable<T> {
    const known = this.#index.get(execution);
    if (known !== undefined && known < this.size) return new ExecutionTable(this.values.with(known, value), this.#index);
    // Another table that was made from the same one has grown already: this one needs an index of its own.
    const index = this.#index.size === this.size ? this.#index : new Map([...this.#index].filter(([, position]) => position < this.size));
    index.set(execution, this.size);
    return new ExecutionTable(this.values.append(value), index);
  }
}
