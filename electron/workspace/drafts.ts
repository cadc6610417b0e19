import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Draft } from '../../shared/workspace/draft.ts';
import { locked, writeText } from './atomicWrite.ts';
import { readText } from './textFile.ts';

/** A name that is safe as a file's, whatever it was made from: a workspace's id comes from its file. */
const hashed = (word: string): string => createHash('sha256').update(word).digest('hex').slice(0, 32);

/** Unsaved runbooks in the user-data folder: one file for each, by workspace and key, readable by the owner only. */
export class Drafts {
  readonly #folder: string;
  readonly #now: () => Date;

  constructor(folder: string, now: () => Date = () => new Date()) {
    this.#folder = folder;
    this.#now = now;
  }

  /** The drafts of a workspace, the last one first. One that cannot be read, or that a newer version wrote, is left alone. */
  async list(workspace: string): Promise<Draft[]> {
    const folder = join(this.#folder, hashed(workspace));
    const names = await readdir(folder).catch(() => []);
    const found = await Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => this.#read(join(folder, name))));
    return found.flatMap((draft) => draft ?? []).toSorted((one, other) => other.at.localeCompare(one.at));
  }

  async keep(workspace: string, draft: Omit<Draft, 'at'>): Promise<void> {
    const path = this.#path(workspace, draft.key);
    const at = this.#now().toISOString();
    await locked(path, () => writeText(path, `${JSON.stringify({ ...draft, at })}\n`, { mode: 0o600 }));
  }

  async drop(workspace: string, key: string): Promise<void> {
    const path = this.#path(workspace, key);
    await locked(path, () => rm(path, { force: true }));
  }

  #path(workspace: string, key: string): string {
    return join(this.#folder, hashed(workspace), `${hashed(key)}.json`);
  }

  async #read(path: string): Promise<Draft | undefined> {
    try {
      return Draft.parse(JSON.parse((await readText(path, path)).text));
    } catch {
      return undefined;
    }
  }
}
