const width = 32;

type Tree<T> = { readonly leaf: readonly T[] } | { readonly branches: readonly Tree<T>[] };

/** How many values a full tree of this height holds. */
const capacity = (height: number): number => width ** (height + 1);

function path<T>(height: number, leaf: readonly T[]): Tree<T> {
  return height === 0 ? { leaf } : { branches: [path(height - 1, leaf)] };
}

function find<T>(tree: Tree<T>, height: number, index: number): T | undefined {
  if ('leaf' in tree) return tree.leaf[index];
  const below = capacity(height - 1);
  const branch = tree.branches[Math.floor(index / below)];
  return branch === undefined ? undefined : find(branch, height - 1, index % below);
}

function replace<T>(tree: Tree<T>, height: number, index: number, value: T): Tree<T> {
  if ('leaf' in tree) return { leaf: tree.leaf.with(index, value) };
  const below = capacity(height - 1);
  const at = Math.floor(index / below);
  const branch = tree.branches[at];
  return branch === undefined ? tree : { branches: tree.branches.with(at, replace(branch, height - 1, index % below, value)) };
}

function addLeaf<T>(tree: Tree<T>, height: number, index: number, leaf: readonly T[]): Tree<T> {
  if ('leaf' in tree) return tree;
  const below = capacity(height - 1);
  const at = Math.floor(index / below);
  const branch = tree.branches[at];
  if (branch === undefined) return { branches: [...tree.branches, path(height - 1, leaf)] };
  return { branches: tree.branches.with(at, addLeaf(branch, height - 1, index % below, leaf)) };
}

function* leavesOf<T>(tree: Tree<T>): Iterable<readonly T[]> {
  if ('leaf' in tree) yield tree.leaf;
  else for (const branch of tree.branches) yield* leavesOf(branch);
}

/** What was made of each part of a list, for the lists that share the part; see `Sequence.derive`. */
export type Derived<T, U> = WeakMap<readonly T[], readonly U[]>;

/**
 * An immutable list that shares its parts with the lists it was made from: adding or replacing one value copies
 * a few dozen entries, however long the list is. Runs produce rows and log lines by the ten thousand, and a view
 * that copied an array per event would slow down with every one of them.
 */
export class Sequence<T> implements Iterable<T> {
  readonly length: number;
  readonly #tree: Tree<T> | undefined;
  readonly #height: number;
  readonly #tail: readonly T[];

  private constructor(length: number, tree: Tree<T> | undefined, height: number, tail: readonly T[]) {
    this.length = length;
    this.#tree = tree;
    this.#height = height;
    this.#tail = tail;
  }

  /** The list of these values. */
  static of<T>(...values: readonly T[]): Sequence<T> {
    return values.reduce<Sequence<T>>((list, value) => list.append(value), new Sequence<T>(0, undefined, 0, []));
  }

  /** The value at an index from 0, or undefined outside the list. */
  at(index: number): T | undefined {
    const inTree = this.length - this.#tail.length;
    if (index < 0 || index >= this.length) return undefined;
    return index >= inTree || this.#tree === undefined ? this.#tail[index - inTree] : find(this.#tree, this.#height, index);
  }

  /** This list with one more value. */
  append(value: T): Sequence<T> {
    if (this.#tail.length < width) return new Sequence(this.length + 1, this.#tree, this.#height, [...this.#tail, value]);
    const inTree = this.length - width;
    if (this.#tree === undefined) return new Sequence(this.length + 1, { leaf: this.#tail }, 0, [value]);
    const full = inTree === capacity(this.#height);
    const height = full ? this.#height + 1 : this.#height;
    const tree: Tree<T> = full ? { branches: [this.#tree] } : this.#tree;
    return new Sequence(this.length + 1, addLeaf(tree, height, inTree, this.#tail), height, [value]);
  }

  /** This list with another value at an index that exists; the list itself for one that does not. */
  with(index: number, value: T): Sequence<T> {
    if (index < 0 || index >= this.length) return this;
    const inTree = this.length - this.#tail.length;
    if (index >= inTree || this.#tree === undefined) return new Sequence(this.length, this.#tree, this.#height, this.#tail.with(index - inTree, value));
    return new Sequence(this.length, replace(this.#tree, this.#height, index, value), this.#height, this.#tail);
  }

  /** Some of the values as an array, for a window of a long list. */
  slice(from = 0, to = this.length): T[] {
    const values: T[] = [];
    for (let index = Math.max(0, from); index < Math.min(to, this.length); index += 1) {
      const value = this.at(index);
      if (value !== undefined) values.push(value);
    }
    return values;
  }

  /**
   * Something made of the values, part by part and in order. What was made of a part is kept in `kept`, and a list that was made
   * from this one shares all parts but the few that changed: making it again for a list that grew costs what is new, and
   * copying. `make` may depend on nothing but the part.
   */
  derive<U>(kept: Derived<T, U>, make: (part: readonly T[]) => readonly U[]): U[] {
    const all: U[] = [];
    const add = (part: readonly T[]): void => {
      const made = kept.get(part) ?? make(part);
      kept.set(part, made);
      for (const one of made) all.push(one);
    };
    if (this.#tree !== undefined) for (const leaf of leavesOf(this.#tree)) add(leaf);
    add(this.#tail);
    return all;
  }

  /** All values as an array. */
  toArray(): T[] {
    return this.slice();
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let index = 0; index < this.length; index += 1) {
      const value = this.at(index);
      if (value !== undefined) yield value;
    }
  }
}
