import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError, type AppErrorData } from '../../shared/errors/appError.ts';
import { systemProblem } from '../workspace/systemProblem.ts';

/** How long lines wait for company, in milliseconds: what a power cut may cost of the end of a file. */
const batchMilliseconds = 200;
/** Lines are written early at this many characters. */
const batchCharacters = 256 * 1024;
/** After so many bytes the disk is asked to keep them, so that little is left to wait for at the end. */
const syncedBytes = 16 * 1024 * 1024;
/** A run that is faster than the disk waits from this many bytes on. */
const mostWaiting = 8 * 1024 * 1024;

/** A file of JSON lines that only ever grows, for its owner only: a crash costs the last moments and nothing before them. */
export interface LineFile {
  /** Adds whole lines, each with its end. `soon` writes without waiting for further ones. */
  add(lines: string, soon?: boolean): void;
  /** Tells others that it is still being written, though nothing is. */
  touch(): void;
  /** Resolves when enough was written; at once while the disk keeps up. */
  room(): Promise<void>;
  /** Writes what waits and closes the file. */
  close(): Promise<void>;
}

async function create(file: string): Promise<FileHandle> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  return open(file, 'ax', 0o600);
}

/** Creates the file. A disk that refuses ends the writing, not what is recorded; `warn` is told once. */
export function lineFile(file: string, warn: (error: AppErrorData) => void): LineFile {
  const handle = create(file);
  let waiting = '';
  let underWay = 0;
  let broken = false;
  let unsynced = 0;
  let syncing: Promise<void> = Promise.resolve();
  let writing: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function refuse(thrown: unknown): void {
    if (!broken) warn(new AppError('history.unwritable', { file, problem: systemProblem(thrown) }).data);
    broken = true;
    waiting = '';
  }

  /** Has the disk keep what was written, beside what is written meanwhile. */
  function sync(): void {
    unsynced = 0;
    syncing = syncing.then(async () => (await handle).datasync()).catch(refuse);
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting === '') return;
    // Bytes lie beside the heap: as text they would be copied again and again by the garbage collection while they wait for the disk.
    const bytes = Buffer.from(waiting, 'utf8');
    waiting = '';
    underWay += bytes.length;
    writing = writing.then(async () => {
      try {
        if (!broken) await (await handle).appendFile(bytes);
        unsynced += bytes.length;
        if (unsynced >= syncedBytes) sync();
      } catch (thrown) {
        refuse(thrown);
      }
      underWay -= bytes.length;
    });
  }

  return {
    add(lines, soon = false) {
      if (broken) return;
      waiting += lines;
      if (waiting.length >= batchCharacters || soon) flush();
      else timer ??= setTimeout(flush, batchMilliseconds);
    },
    touch() {
      const now = new Date();
      void handle.then((opened) => opened.utimes(now, now)).catch(() => undefined);
    },
    room: () => (underWay < mostWaiting ? Promise.resolve() : writing),
    async close() {
      flush();
      await writing;
      sync();
      await syncing;
      try {
        await (await handle).close();
      } catch (thrown) {
        refuse(thrown);
      }
    },
  };
}
