import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AppError } from '../../shared/errors/appError.ts';
import { systemCode, systemProblem } from './systemProblem.ts';

/** A file's text with the revision that names its bytes. */
export interface TextFile {
  readonly text: string;
  readonly revision: string;
}

/** Names bytes: two files of one revision are equal. */
export function revisionOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads a file. `shown` is its name in messages. Throws AppError `file.notFound` or `file.unreadable`. */
export async function readText(path: string, shown: string): Promise<TextFile> {
  try {
    const bytes = await readFile(path);
    return { text: bytes.toString('utf8'), revision: revisionOf(bytes) };
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') throw new AppError('file.notFound', { file: shown });
    throw new AppError('file.unreadable', { file: shown, problem: systemProblem(thrown) });
  }
}
