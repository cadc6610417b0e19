import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { AppError } from '../../shared/errors/appError.ts';
import { isKey } from '../../shared/workspace/key.ts';
import { systemCode, systemProblem } from './systemProblem.ts';

const ending = '.yaml';

/** The keys of the YAML files below a folder, sorted: paths with `/` and without the ending. No folder means no files. */
export async function listYaml(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/').slice(0, -ending.length))
      .filter(isKey)
      .toSorted((one, other) => one.localeCompare(other, 'en'));
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return [];
    throw new AppError('file.unreadable', { file: folder, problem: systemProblem(thrown) });
  }
}

/** The file of a key. Throws AppError `file.outside` for a key that would leave the folder. */
export function yamlPath(folder: string, key: string): string {
  if (!isKey(key)) throw new AppError('file.outside', { key });
  return join(folder, `${key}${ending}`);
}
