import { watch, type FSWatcher } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listYaml } from './listYaml.ts';
import { revisionOf } from './textFile.ts';

/** Editors and git touch a file several times for one change; what comes within this many milliseconds counts once. */
const quietMilliseconds = 120;
/** Only these belong to a workspace; a folder may hold a whole repository beside them. */
const parts = ['runbooks', 'connections'];
const files = ['workspace', 'variables', 'counters', 'schedules'];

/** The folders to watch for one part. Linux cannot watch recursively: Node's stand-in follows files, and loses one that is replaced as a whole. */
async function foldersOf(path: string): Promise<string[]> {
  if (process.platform !== 'linux') return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  return [path, ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))];
}

/** A running watch. `stop` may be called more than once. */
export interface Watch {
  /** Resolves when the first content hashes are known: from then on every change is seen. */
  readonly ready: Promise<void>;
  stop(): void;
}

/** The content hash of every file of a workspace as one text; equal texts mean nothing changed. */
async function fingerprint(folder: string): Promise<string> {
  const keys = await Promise.all(parts.map(async (part) => (await listYaml(join(folder, part))).map((key) => `${part}/${key}`)));
  const lines = [...files, ...keys.flat()].map(async (key) => {
    const bytes = await readFile(join(folder, `${key}.yaml`)).catch(() => undefined);
    return bytes === undefined ? '' : `${key} ${revisionOf(bytes)}`;
  });
  return (await Promise.all(lines)).join('\n');
}

/** Calls `changed` after contents of the workspace changed, whoever changed them. Touching without changing is not a change. */
export function watchFolder(folder: string, changed: () => void, quiet: number = quietMilliseconds): Watch {
  const watchers = new Map<string, FSWatcher>();
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known: Promise<string> = fingerprint(folder);

  async function compare(): Promise<void> {
    const before = await known;
    known = fingerprint(folder);
    if (before !== (await known) && !stopped) changed();
  }

  function touched(): void {
    if (stopped) return;
    void listen();
    clearTimeout(timer);
    timer = setTimeout(() => void compare(), quiet);
  }

  /** A folder that cannot be watched leaves the app working: revisions are compared again when a file is saved. */
  function listenTo(path: string, recursive: boolean): void {
    if (watchers.has(path)) return;
    const forget = (): void => {
      watchers.get(path)?.close();
      watchers.delete(path);
    };
    try {
      const watcher = watch(path, { recursive, persistent: false }, (event, name) => {
        // The folder itself went away: one that comes back under its name is another one.
        if (event === 'rename' && name === basename(path)) forget();
        touched();
      });
      watchers.set(path, watcher);
      watcher.on('error', forget);
    } catch {
      forget();
    }
  }

  async function listen(): Promise<void> {
    listenTo(folder, false);
    const wanted = (await Promise.all(parts.map((part) => foldersOf(join(folder, part))))).flat();
    if (stopped) return;
    for (const [path, watcher] of watchers) {
      if (path === folder || wanted.includes(path)) continue;
      watcher.close();
      watchers.delete(path);
    }
    for (const path of wanted) listenTo(path, process.platform !== 'linux');
  }

  const listening = listen();
  return {
    ready: Promise.all([known, listening]).then(() => undefined),
    stop() {
      stopped = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}
