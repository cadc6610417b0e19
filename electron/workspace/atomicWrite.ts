import { mkdir, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { AppError } from '../../shared/errors/appError.ts';
import { systemProblem } from './systemProblem.ts';

const tails = new Map<string, Promise<unknown>>();

/** Runs the work when all earlier work on the same file has ended: reading, comparing and writing are one step. */
export function locked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const key = resolve(path);
  const result = (tails.get(key) ?? Promise.resolve()).then(work, work);
  const tail = result.then(
    () => undefined,
    () => undefined,
  );
  tails.set(key, tail);
  void tail.then(() => {
    if (tails.get(key) === tail) tails.delete(key);
  });
  return result;
}

/** Settles when nothing that was begun in `locked` goes on. */
export async function unlocked(): Promise<void> {
  while (tails.size > 0) await Promise.all(tails.values());
}

/** How a file is written. */
export interface WriteOptions {
  /** Its permissions where it is new. */
  readonly mode?: number;
}

/**
 * Writes a whole file: a temporary file beside it, flushed to the disk, then renamed over it. A crash leaves the old file or
 * the new one, never half of one. Throws AppError `file.unwritable`. Call it inside `locked` when it follows a comparison.
 */
export function writeText(path: string, text: string, options: WriteOptions = {}): Promise<void> {
  return writeBytes(path, Buffer.from(text, 'utf8'), options);
}

/** The same for a file that is no text. */
export async function writeBytes(path: string, bytes: Buffer, options: WriteOptions = {}): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, bytes, { fsync: true, ...(options.mode === undefined ? {} : { mode: options.mode }) });
  } catch (thrown) {
    throw new AppError('file.unwritable', { file: path, problem: systemProblem(thrown) });
  }
}

/** Deletes a file. Throws AppError `file.unwritable`. */
export async function deleteFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (thrown) {
    throw new AppError('file.unwritable', { file: path, problem: systemProblem(thrown) });
  }
}
