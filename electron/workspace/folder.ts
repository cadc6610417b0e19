import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../../shared/errors/appError.ts';
import type { CountersFile } from '../../shared/globals/counter.ts';
import type { SchedulesFile } from '../../shared/globals/schedule.ts';
import type { VariablesFile } from '../../shared/globals/variable.ts';
import { countersFile } from '../../shared/workspace/files/countersFile.ts';
import { newFile, parseFile } from '../../shared/workspace/files/fileKind.ts';
import { schedulesFile } from '../../shared/workspace/files/schedulesFile.ts';
import { variablesFile } from '../../shared/workspace/files/variablesFile.ts';
import { workspaceFile } from '../../shared/workspace/files/workspaceFile.ts';
import { workspaceFormatVersion, type WorkspaceView } from '../../shared/workspace/workspace.ts';
import { locked, writeText } from './atomicWrite.ts';
import { GlobalFile } from './globalFile.ts';
import { ConnectionFiles } from './connectionFiles.ts';
import { RunbookFiles, type Trash } from './runbookFiles.ts';
import { systemCode, systemProblem } from './systemProblem.ts';
import { readText } from './textFile.ts';

/** An open workspace: its identity and its files. */
export interface WorkspaceFolder {
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
  readonly runbooks: RunbookFiles;
  readonly connections: ConnectionFiles;
  readonly variables: GlobalFile<VariablesFile>;
  readonly counters: GlobalFile<CountersFile>;
  readonly schedules: GlobalFile<SchedulesFile>;
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
  const variables = new GlobalFile(path, 'variables.yaml', variablesFile);
  const counters = new GlobalFile(path, 'counters.yaml', countersFile);
  const schedules = new GlobalFile(path, 'schedules.yaml', schedulesFile);
  return { path, id, name, demo, runbooks, connections, variables, counters, schedules, view: async () => ({ id, name, path, demo, runbooks: await runbooks.list() }) };
}
