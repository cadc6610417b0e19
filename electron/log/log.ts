import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { maskText } from './maskText.ts';

/** The log is turned over at this size, so that the newest two files say enough and never fill a disk. */
const rotateBytes = 1024 * 1024;

export type LogLevel = 'information' | 'warning' | 'error';

/** The app's own log: JSON lines, secrets masked, for people who report a defect. */
export interface Log {
  write(level: LogLevel, message: string, facts?: Readonly<Record<string, string>>): void;
  /** Writes a defect with its stack; answers the reference that the person is shown. */
  defect(thrown: unknown, doing: string): string;
  readonly file: string;
}

/** A short reference that can be read out on the telephone, for example 7F3A-19C2. */
function newReference(): string {
  const digits = randomBytes(4).toString('hex').toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < rotateBytes) return;
  rmSync(`${file}.1`, { force: true });
  renameSync(file, `${file}.1`);
}

/** A log in a folder. Writing is synchronous, so that the last line before a crash is there; a log that cannot be written stops nothing. */
export function openLog(folder: string, now: () => Date = () => new Date()): Log {
  const file = join(folder, 'app.log');

  function append(line: Readonly<Record<string, string>>): void {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      rotate(file);
      appendFileSync(file, `${maskText(JSON.stringify({ at: now().toISOString(), ...line }))}\n`, { mode: 0o600 });
    } catch {
      // There is nowhere left to say it.
    }
  }

  return {
    file,
    write: (level, message, facts = {}) => append({ level, message, ...facts }),
    defect(thrown, doing) {
      const reference = newReference();
      const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      append({ level: 'error', message: `${doing} failed`, reference, stack });
      return reference;
    },
  };
}
