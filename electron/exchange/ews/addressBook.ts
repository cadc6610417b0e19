import type { ItemValues } from '../../../shared/exchange/port.ts';
import type { FieldValue } from '../../../shared/fields/field.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import type { EwsClient } from './ewsClient.ts';
import { resolveNames } from './operations/resolveNames.ts';
import type { ReadValues } from './readItem.ts';

/** Finds the `user@host` address of people whom the server names by the path of its directory; each is looked up once. */
export class AddressBook {
  readonly #known = new Map<string, Promise<string>>();

  async #lookUp(client: EwsClient, path: string, signal: AbortSignal): Promise<string> {
    try {
      return (await client.callOne(resolveNames, path, signal)) ?? path;
    } catch (thrown) {
      // The path is better than no item: a directory that cannot be asked must not stop a runbook that only reads.
      if (thrown instanceof AppError && thrown.data.kind !== 'cancelled') return path;
      throw thrown;
    }
  }

  #address(client: EwsClient, path: string, signal: AbortSignal): Promise<string> {
    const known = this.#known.get(path) ?? this.#lookUp(client, path, signal);
    this.#known.set(path, known);
    known.catch(() => this.#known.delete(path));
    return known;
  }

  /** The item with addresses in place of the paths. */
  async resolved(client: EwsClient, item: ReadValues, signal: AbortSignal): Promise<ReadValues> {
    if (item.unresolved.length === 0) return item;
    const found = await Promise.all([...new Set(item.unresolved)].map(async (path) => [path, await this.#address(client, path, signal)] as const));
    const addresses = new Map(found);
    const one = (value: FieldValue): FieldValue => {
      if (typeof value === 'string') return addresses.get(value) ?? value;
      return Array.isArray(value) ? value.map((entry: string) => addresses.get(entry) ?? entry) : value;
    };
    const values: ItemValues = Object.fromEntries(Object.entries(item.values).map(([key, value]) => [key, one(value)]));
    const people = Object.fromEntries(
      Object.entries(item.people).map(([key, person]) => [key, { ...person, address: addresses.get(person.address) ?? person.address }]),
    );
    return { values, people, unresolved: [] };
  }
}
