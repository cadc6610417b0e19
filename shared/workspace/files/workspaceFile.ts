import { migrations } from '../migrations/migrations.ts';
import { WorkspaceFile, workspaceFormatVersion } from '../workspace.ts';
import type { FileKind } from './fileKind.ts';
import { withoutDefaults } from './plain.ts';

/** `workspace.yaml`. */
export const workspaceFile: FileKind<WorkspaceFile> = {
  formatVersion: workspaceFormatVersion,
  migrations: migrations.workspace,
  schema: WorkspaceFile,
  plain: (workspace) => withoutDefaults(WorkspaceFile, { ...workspace, formatVersion: workspaceFormatVersion }, ['formatVersion']),
};
