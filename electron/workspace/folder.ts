import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../../shared/errors/appError.ts';
import { newFile, parseFile } from '../../shared/workspace/files/fileKind.ts';
import { workspaceFile } from '../../shared/workspace/files/workspaceFile.ts';
import { workspaceFormatVersion, type WorkspaceView } from '../../shared/workspace/workspace.ts';
import { locked, writeText } from './atomicWrite.ts';
import { ConnectionFiles } from './connectionFiles.ts';
import { RunbookFiles, type Trash } from './runbookFiles.ts';
import { systemCode, systemProblem } from './systemProblem.ts';
import { readText } from './textFile.ts';

/** An open workspace: its identity and its two kinds of files. */
export interface WorkspaceFolder {
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
  readonly runbooks: RunbookFiles;
  readonly connections: ConnectionFiles;
  view(): Promise<WorkspaceView>;
}

/** How a folder is opened. */
export interface OpenOptions {
  /** Make a folder without `workspace.yaml` a workspace. */
  readonly create: boolean;
  readonly demo?: boolean;
  /** Name of a workspace that is made; the folder's name otherwise. */
  readonly name?: string;
  readonly trash: Trash;
}

async function requireFolder(path: string): Promise<void> {
  try {
    if (!(await stat(path)).isDirectory()) throw new AppError('workspace.notFound', { path, problem: 'It is a file.' });
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError('workspace.notFound', { path, problem: systemProblem(thrown) });
  }
}

async function identityOf(path: string, options: OpenOptions): Promise<{ id: string; name: string }> {
  const file = join(path, 'workspace.yaml');
  return locked(file, async () => {
    const exists = await stat(file).then(
      () => true,
      (thrown: unknown) => systemCode(thrown) !== 'ENOENT',
    );
    if (exists) return parseFile(workspaceFile, (await readText(file, 'workspace.yaml')).text, 'workspace.yaml').value;
    if (!options.create) throw new AppError('workspace.notAWorkspace', { path });
    const made = { formatVersion: workspaceFormatVersion, id: randomUUID(), name: options.name ?? basename(path) };
    await writeText(file, newFile(workspaceFile, made));
    return made;
  });
}

/** Opens a workspace folder. Throws AppError `workspace.notFound`, `workspace.notAWorkspace` or one of its `workspace.yaml`. */
export async function openFolder(folder: string, options: OpenOptions): Promise<WorkspaceFolder> {
  const path = resolve(folder);
  await requireFolder(path);
  const { id, name } = await identityOf(path, options);
  const demo = options.demo ?? false;
  const runbooks = new RunbookFiles(join(path, 'runbooks'), options.trash);
  const connections = new ConnectionFiles(join(path, 'connections'), options.trash);
  return { path, id, name, demo, runbooks, connections, view: async () => ({ id, name, path, demo, runbooks: await runbooks.list() }) };
}
