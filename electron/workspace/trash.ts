import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/errors/appError.ts';
import type { Trash } from './runbookFiles.ts';
import { systemProblem } from './systemProblem.ts';

/** Moves files to the recycle bin of the system, and to a folder of the app's own data where the system has none. Nothing is lost by removing. */
export function trashInto(folder: string, systemTrash: Trash, now: () => Date = () => new Date()): Trash {
  return async (path) => {
    try {
      await systemTrash(path);
    } catch {
      const stamp = now().toISOString().replace(/[:.]/g, '-');
      try {
        await mkdir(folder, { recursive: true });
        await rename(path, join(folder, `${stamp} ${basename(path)}`));
      } catch (thrown) {
        throw new AppError('file.unwritable', { file: path, problem: systemProblem(thrown) });
      }
    }
  };
}
