import { watch, type FSWatcher } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listYaml } from './listYaml.ts';
import { revisionOf } from './textFile.ts';

/** Editors and git touch a file several times for one change; what comes within this many milliseconds counts once. */
const quietMilliseconds = 120;
/** Only these belong to a workspace; a folder may hold a whole repository beside them. */
const parts = ['runbooks', 'connections'];
const files = ['workspace', 'variables', 'counters', 'schedules'];

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
    listen();
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
      const watcher = watch(path, { recursive, persistent: false }, touched);
      watchers.set(path, watcher);
      watcher.on('error', forget);
    } catch {
      forget();
    }
  }

  function listen(): void {
    listenTo(folder, false);
    for (const part of parts) listenTo(join(folder, part), true);
  }

  listen();
  return {
    ready: known.then(() => undefined),
    stop() {
      stopped = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}
