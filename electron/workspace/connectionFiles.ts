import { Connection } from '../../shared/connections/connection.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { connectionFile } from '../../shared/workspace/files/connectionFile.ts';
import { changedFile, newFile, parseFile } from '../../shared/workspace/files/fileKind.ts';
import { uniqueKey } from '../../shared/workspace/key.ts';
import { locked, writeText } from './atomicWrite.ts';
import { listYaml, yamlPath } from './listYaml.ts';
import type { Trash } from './runbookFiles.ts';
import { readText } from './textFile.ts';

/** A configuration on disk. One that cannot be read has its problem and an empty connection of its key's name. */
export interface ConnectionOnDisk {
  readonly key: string;
  readonly connection: Connection;
  readonly problem?: string;
}

const shown = (key: string): string => `connections/${key}.yaml`;

/** `connections/*.yaml` of a workspace. */
export class ConnectionFiles {
  readonly #folder: string;
  readonly #trash: Trash;

  constructor(folder: string, trash: Trash) {
    this.#folder = folder;
    this.#trash = trash;
  }

  async list(): Promise<ConnectionOnDisk[]> {
    const keys = (await listYaml(this.#folder)).filter((key) => !key.includes('/'));
    return Promise.all(keys.map((key) => this.#entry(key)));
  }

  /** Throws AppError `connection.notFound`, or what is wrong with the file. */
  async read(key: string): Promise<Connection> {
    try {
      const { text } = await readText(yamlPath(this.#folder, key), shown(key));
      return parseFile(connectionFile, text, shown(key)).value;
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.data.code === 'file.notFound') throw new AppError('connection.notFound', { connection: key });
      throw thrown;
    }
  }

  /** Adds a file under a key made from the name; answers the key. */
  async add(connection: Connection): Promise<string> {
    return locked(this.#folder, async () => {
      const key = uniqueKey(connection.name, await listYaml(this.#folder));
      await writeText(yamlPath(this.#folder, key), newFile(connectionFile, connection));
      return key;
    });
  }

  /** Changes a file; its key stays when the name changes, because runbooks point to it. */
  async save(key: string, connection: Connection): Promise<void> {
    const path = yamlPath(this.#folder, key);
    await locked(path, async () => {
      const { text } = await readText(path, shown(key));
      const next = changedFile(connectionFile, text, connection, shown(key));
      if (next !== text) await writeText(path, next);
    });
  }

  /** Writes a file under a known key, for the demo workspace. */
  async put(key: string, connection: Connection): Promise<void> {
    const path = yamlPath(this.#folder, key);
    await locked(path, () => writeText(path, newFile(connectionFile, connection)));
  }

  async remove(key: string): Promise<void> {
    const path = yamlPath(this.#folder, key);
    await locked(path, async () => {
      await readText(path, shown(key));
      await this.#trash(path);
    });
  }

  async #entry(key: string): Promise<ConnectionOnDisk> {
    try {
      return { key, connection: await this.read(key) };
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      const problem = [thrown.data.what, thrown.data.why].filter(Boolean).join(' ');
      return { key, connection: Connection.parse({ name: key, type: 'Exchange Configuration' }), problem };
    }
  }
}
