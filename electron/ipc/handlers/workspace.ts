import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { WorkspaceView } from '../../../shared/workspace/workspace.ts';
import type { WorkspaceFolder } from '../../workspace/folder.ts';
import type { OpenWorkspace } from '../../workspace/openWorkspace.ts';
import type { SettingsFile } from '../../workspace/settingsFile.ts';
import type { Desktop } from '../desktop.ts';
import { relay, type Topic } from '../topic.ts';

/** What opening workspaces needs. */
export interface WorkspaceParts {
  readonly desktop: Desktop;
  readonly workspace: OpenWorkspace;
  readonly settings: SettingsFile;
  readonly changes: Topic<WorkspaceView>;
  /** Opens a folder the person chose; it becomes a workspace if it was none. */
  readonly openFolder: (path: string) => Promise<WorkspaceFolder>;
  /** Starts the demo server and opens its workspace. */
  readonly openDemo: () => Promise<WorkspaceFolder>;
}

/** Opening workspaces, and their changes on disk. */
export function workspaceHandlers(parts: WorkspaceParts): AppHandlers['workspace'] {
  async function open(path: string): Promise<WorkspaceView> {
    const folder = await parts.openFolder(path);
    const view = await parts.workspace.use(folder);
    await parts.settings.remember(view);
    return view;
  }
  return {
    current: async () => (await parts.workspace.current?.view()) ?? null,
    async chooseFolder() {
      const path = await parts.desktop.chooseFolder();
      return path === undefined ? null : open(path);
    },
    open: ({ path }) => open(path),
    openDemo: async () => parts.workspace.use(await parts.openDemo()),
    changes: (_input, sink) => relay(parts.changes, (view) => sink.emit(view), sink.signal),
  };
}
