import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RunEvent } from '../../shared/engine/events.ts';
import { AppError, type AppErrorData } from '../../shared/errors/appError.ts';
import type { RunHeader } from '../../shared/history/runHeader.ts';
import { systemProblem } from '../workspace/systemProblem.ts';

/** How long lines wait for company, in milliseconds: what a power cut may cost of the end of a run. */
const batchMilliseconds = 200;
/** Lines are written early at this many characters. */
const batchCharacters = 256 * 1024;
/** A run that is faster than the disk waits from this many characters on. */
const mostWaiting = 8 * 1024 * 1024;
/** How often the file of a run that says nothing is touched, so that others see it goes on. */
export const heartbeatMilliseconds = 30_000;

/** Where a run is recorded, and what is known of it before it begins. */
export interface Recording {
  readonly file: string;
  readonly header: RunHeader;
}

/** Writes a run as it happens. */
export interface RunRecorder {
  event(event: RunEvent): void;
  /** Resolves when enough was written; at once while the disk keeps up. */
  room(): Promise<void>;
  /** Writes what waits and closes the file. */
  close(): Promise<void>;
}

/** What records nothing, for runs that are not kept. */
export const noRecorder: RunRecorder = { event: () => undefined, room: () => Promise.resolve(), close: () => Promise.resolve() };

async function create(file: string): Promise<FileHandle> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  return open(file, 'ax', 0o600);
}

/**
 * Records a run as JSON lines: its header, then its events. The file only ever grows, so a crash costs the last moments and
 * nothing before them. A disk that refuses ends the recording, not the run; `warn` is told once.
 */
export function recordRun({ file, header }: Recording, warn: (error: AppErrorData) => void): RunRecorder {
  const handle = create(file);
  let waiting = `${JSON.stringify(header)}\n`;
  let underWay = 0;
  let broken = false;
  let writing: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function refuse(thrown: unknown): void {
    if (!broken) warn(new AppError('history.unwritable', { file, problem: systemProblem(thrown) }).data);
    broken = true;
    waiting = '';
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting === '') return;
    const text = waiting;
    waiting = '';
    underWay += text.length;
    writing = writing.then(async () => {
      try {
        if (!broken) await (await handle).appendFile(text, 'utf8');
      } catch (thrown) {
        refuse(thrown);
      }
      underWay -= text.length;
    });
  }

  const heartbeat = setInterval(() => {
    const now = new Date();
    void handle.then((open) => open.utimes(now, now)).catch(() => undefined);
  }, heartbeatMilliseconds);
  heartbeat.unref();
  flush();

  return {
    event(event) {
      if (broken) return;
      waiting += `${JSON.stringify(event)}\n`;
      // A pause may last, and an end is what others wait for.
      if (waiting.length >= batchCharacters || event.type === 'runFinished' || event.type === 'paused') flush();
      else timer ??= setTimeout(flush, batchMilliseconds);
    },
    room: () => (underWay < mostWaiting ? Promise.resolve() : writing),
    async close() {
      clearInterval(heartbeat);
      flush();
      await writing;
      try {
        const open = await handle;
        await open.datasync();
        await open.close();
      } catch (thrown) {
        refuse(thrown);
      }
    },
  };
}
