import { join } from 'node:path';
import { AppError } from '../../shared/errors/appError.ts';
import { changedFile, newFile, parseFile, type FileKind } from '../../shared/workspace/files/fileKind.ts';
import { locked, writeText } from './atomicWrite.ts';
import { readText } from './textFile.ts';

/** One of the files that a workspace has at its root for all runbooks: variables, counters or schedules. A missing file holds nothing. */
export class GlobalFile<T> {
  readonly #path: string;
  readonly #name: string;
  readonly #kind: FileKind<T>;

  constructor(folder: string, name: string, kind: FileKind<T>) {
    this.#path = join(folder, name);
    this.#name = name;
    this.#kind = kind;
  }

  /** Throws AppError `file.broken`, `file.invalid`, `file.tooNew` or `file.unreadable`. */
  async read(): Promise<T> {
    const text = await this.#text();
    return text === undefined ? this.#kind.schema.parse({}) : parseFile(this.#kind, text, this.#name).value;
  }

  /** Reads, changes and writes in one step; answers the new value. The file is made when it is first needed, and left alone when nothing changes. */
  async change(edit: (value: T) => T): Promise<T> {
    return locked(this.#path, async () => {
      const text = await this.#text();
      const before = text === undefined ? this.#kind.schema.parse({}) : parseFile(this.#kind, text, this.#name).value;
      const after = edit(before);
      if (after === before) return before;
      const next = text === undefined ? newFile(this.#kind, after) : changedFile(this.#kind, text, after, this.#name);
      if (next !== text) await writeText(this.#path, next);
      return after;
    });
  }

  async #text(): Promise<string | undefined> {
    try {
      return (await readText(this.#path, this.#name)).text;
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.data.code === 'file.notFound') return undefined;
      throw thrown;
    }
  }
}
