import { join } from 'node:path';
import { app, BrowserWindow, clipboard, dialog, shell, type OpenDialogOptions } from 'electron';
import type { Desktop } from '../ipc/desktop.ts';
import { showContextMenu } from '../menu/contextMenu.ts';
import { enableCommands } from '../menu/nativeMenu.ts';

const frontWindow = (): BrowserWindow | undefined => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];

async function choose(options: OpenDialogOptions): Promise<readonly string[]> {
  const window = frontWindow();
  const { canceled, filePaths } = await (window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return canceled ? [] : filePaths;
}

/** The desktop by Electron. */
export function electronDesktop(): Desktop {
  return {
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    platform: process.platform,
    openExternal: (url) => shell.openExternal(url),
    copyText: (text) => clipboard.writeText(text),
    clipboardText: () => clipboard.readText(),
    async chooseFolder() {
      const [folder] = await choose({ title: 'Open Workspace', buttonLabel: 'Open Workspace', properties: ['openDirectory', 'createDirectory'] });
      return folder;
    },
    chooseFiles: (title, several, folders = false) => choose({ title, properties: [folders ? 'openDirectory' : 'openFile', ...(several ? (['multiSelections'] as const) : [])] }),
    async chooseSaveFile(title, name) {
      const window = frontWindow();
      const options = { title, defaultPath: join(app.getPath('documents'), name) };
      const { canceled, filePath } = await (window === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
      return canceled ? undefined : filePath;
    },
    enableCommands,
    async popUpMenu(menu) {
      const window = frontWindow();
      return window === undefined ? null : showContextMenu(window, menu);
    },
    trash: (path) => shell.trashItem(path),
  };
}
