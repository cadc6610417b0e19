import { activities } from '../../shared/activities/registry.ts';
import { AppError, isCancelled } from '../../shared/errors/appError.ts';
import type { OpenRunbook, RunbookFinds, RunbookText } from '../../shared/ipc/contract.ts';
import { findsFor } from '../../shared/runbook/find.ts';
import { Runbook } from '../../shared/runbook/runbook.ts';
import { targetOf } from '../../shared/runbook/targets.ts';
import { changedFile, newFile, parseFile } from '../../shared/workspace/files/fileKind.ts';
import { runbookFile } from '../../shared/workspace/files/runbookFile.ts';
import { keyOf, uniqueKey } from '../../shared/workspace/key.ts';
import type { RunbookEntry } from '../../shared/workspace/workspace.ts';
import { locked, writeText } from './atomicWrite.ts';
import { listYaml, yamlPath } from './listYaml.ts';
import { readText, revisionOf } from './textFile.ts';

/** Moves a file to the recycle bin; the window's system does that, and tests delete. */
export type Trash = (path: string) => Promise<void>;

/** What is saved, and over which version on disk. */
export interface RunbookSave {
  readonly key: string;
  readonly document: Runbook;
  readonly revision: string;
  readonly overwrite: boolean;
}

const shown = (key: string): string => `runbooks/${key}.yaml`;
const folderOf = (key: string): string => key.split('/').slice(0, -1).join('/');

/** `runbooks/**` of a workspace. */
export class RunbookFiles {
  readonly #folder: string;
  readonly #trash: Trash;

  constructor(folder: string, trash: Trash) {
    this.#folder = folder;
    this.#trash = trash;
  }

  /** Every runbook; one that cannot be read is listed with its problem. */
  async list(): Promise<RunbookEntry[]> {
    const keys = await listYaml(this.#folder);
    return Promise.all(keys.map((key) => this.#entry(key)));
  }

  async read(key: string): Promise<OpenRunbook> {
    const { text, revision } = await readText(yamlPath(this.#folder, key), shown(key));
    const { value, readOnly } = parseFile(runbookFile, text, shown(key));
    return { key, document: value, revision, readOnly };
  }

  /**
   * Looks for a text in every runbook, one file at a time, and tells of each in which it stands. A file that cannot be read
   * is passed over: the list of runbooks says what is wrong with it. Throws AppError `app.cancelled` when the signal aborts.
   */
  async search(query: string, tell: (finds: RunbookFinds) => void, signal: AbortSignal): Promise<void> {
    for (const key of await listYaml(this.#folder)) {
      if (signal.aborted) throw new AppError('app.cancelled');
      const document = await this.#readable(key);
      if (document === undefined) continue;
      const { found, more } = findsFor(document, query, activities);
      if (found.length > 0) tell({ key, name: document.name, found: [...found], more });
    }
  }

  /** Adds a file with nothing in it. `folder` is a path below `runbooks`, or empty. */
  async create(name: string, folder: string): Promise<RunbookEntry> {
    return this.add(Runbook.parse({ name }), folder);
  }

  /** Adds a file for a document, under a key made from its name. */
  async add(document: Runbook, folder: string): Promise<RunbookEntry> {
    const place = folder
      .split('/')
      .filter((word) => word !== '')
      .map(keyOf)
      .join('/');
    return locked(this.#folder, async () => {
      const beside = (await listYaml(this.#folder)).filter((key) => folderOf(key) === place);
      const word = uniqueKey(
        document.name,
        beside.map((key) => key.split('/').at(-1) ?? key),
      );
      const key = place === '' ? word : `${place}/${word}`;
      await writeText(yamlPath(this.#folder, key), newFile(runbookFile, document));
      return { key, name: document.name, folder: place, target: targetOf(document, activities) };
    });
  }

  /** Saves over the version the document was read from. Throws AppError `file.changedOutside` when the disk has another one, unless told to overwrite. */
  async save({ key, document, revision, overwrite }: RunbookSave): Promise<OpenRunbook> {
    const path = yamlPath(this.#folder, key);
    return locked(path, async () => {
      const text = await this.#current(key, path, revision, overwrite);
      const next = text === undefined ? newFile(runbookFile, document) : changedFile(runbookFile, text, document, shown(key));
      if (next !== text) await writeText(path, next);
      return { key, document, revision: revisionOf(next), readOnly: false };
    });
  }

  /** The file as it is. */
  async readText(key: string): Promise<RunbookText> {
    return { key, ...(await readText(yamlPath(this.#folder, key), shown(key))) };
  }

  /** Writes text over the version it was made from. Throws AppError `file.changedOutside`, or what is wrong with the text. */
  async saveText({ key, text, revision }: RunbookText): Promise<OpenRunbook> {
    const path = yamlPath(this.#folder, key);
    return locked(path, async () => {
      parseFile(runbookFile, text, shown(key));
      if ((await readText(path, shown(key))).revision !== revision) throw new AppError('file.changedOutside', { file: shown(key) });
      await writeText(path, text);
      return this.read(key);
    });
  }

  /** Writes a file as it is, under a known key: the samples keep their comments. Throws when the text is no runbook. */
  async putText(key: string, text: string): Promise<void> {
    parseFile(runbookFile, text, shown(key));
    const path = yamlPath(this.#folder, key);
    await locked(path, () => writeText(path, text));
  }

  /** Writes a file again that was removed. Throws AppError `file.exists` when there is one of its name by now. */
  async restore(key: string, text: string): Promise<RunbookEntry> {
    const path = yamlPath(this.#folder, key);
    return locked(path, async () => {
      if ((await listYaml(this.#folder)).includes(key)) throw new AppError('file.exists', { file: shown(key) });
      await writeText(path, text);
      return this.#entry(key);
    });
  }

  /** Moves the file to the recycle bin. */
  async remove(key: string): Promise<void> {
    const path = yamlPath(this.#folder, key);
    await locked(path, async () => {
      await readText(path, shown(key));
      await this.#trash(path);
    });
  }

  /** The text to patch; undefined to write anew, where overwriting was chosen and there is nothing usable on disk. */
  async #current(key: string, path: string, revision: string, overwrite: boolean): Promise<string | undefined> {
    try {
      const file = await readText(path, shown(key));
      if (file.revision === revision) return file.text;
      if (!overwrite) throw new AppError('file.changedOutside', { file: shown(key) });
      parseFile(runbookFile, file.text, shown(key));
      return file.text;
    } catch (thrown) {
      const usable = ['file.notFound', 'file.broken', 'file.conflict', 'file.invalid'];
      if (overwrite && thrown instanceof AppError && usable.includes(thrown.data.code)) return undefined;
      throw thrown;
    }
  }

  async #readable(key: string): Promise<Runbook | undefined> {
    try {
      return (await this.read(key)).document;
    } catch (thrown) {
      if (thrown instanceof AppError && !isCancelled(thrown)) return undefined;
      throw thrown;
    }
  }

  async #entry(key: string): Promise<RunbookEntry> {
    const folder = folderOf(key);
    try {
      const { document, revision } = await this.read(key);
      return { key, name: document.name, folder, revision, target: targetOf(document, activities) };
    } catch (thrown) {
      if (!(thrown instanceof AppError) || isCancelled(thrown)) throw thrown;
      return { key, name: key.split('/').at(-1) ?? key, folder, problem: [thrown.data.what, thrown.data.why].filter(Boolean).join(' ') };
    }
  }
}
