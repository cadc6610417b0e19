import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { AppError } from '../../shared/errors/appError.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import { parseFile } from '../../shared/workspace/files/fileKind.ts';
import { runbookFile } from '../../shared/workspace/files/runbookFile.ts';
import type { WorkspaceFolder } from '../workspace/folder.ts';
import { systemProblem } from '../workspace/systemProblem.ts';

/** A runbook that was found; its key is empty for a file outside the workspace. */
export interface FoundRunbook {
  readonly key: string;
  readonly document: Runbook;
}

/** The runbook that a word names: its key, its name without regard to case, or a path to a YAML file. */
export async function findRunbook(word: string, folder: WorkspaceFolder, directory: string): Promise<FoundRunbook> {
  const entries = await folder.runbooks.list();
  const path = resolve(directory, word);
  const key = relative(`${folder.path}${sep}runbooks`, path)
    .split(sep)
    .join('/')
    .replace(/\.yaml$/, '');
  const entry =
    entries.find((one) => one.key === word) ?? entries.find((one) => one.key === key) ?? entries.find((one) => one.name.toLowerCase() === word.toLowerCase());
  if (entry !== undefined) return { key: entry.key, document: (await folder.runbooks.read(entry.key)).document };
  if (!/\.ya?ml$/i.test(word)) throw new AppError('cli.usage', { problem: `There is no runbook "${word}".`, usage: known(entries.map((one) => one.key)) });
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    throw new AppError('file.unreadable', { file: word, problem: systemProblem(thrown) });
  });
  return { key: '', document: parseFile(runbookFile, text, word).value };
}

function known(keys: readonly string[]): string {
  return keys.length === 0 ? 'The workspace has no runbooks.' : `Runbooks of this workspace: ${keys.join(', ')}.`;
}
