import { app, BrowserWindow, clipboard, dialog, shell, type OpenDialogOptions } from 'electron';
import type { Desktop } from '../ipc/desktop.ts';
import { enableCommands } from '../menu/nativeMenu.ts';

async function choose(options: OpenDialogOptions): Promise<readonly string[]> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
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
    async chooseFolder() {
      const [folder] = await choose({ title: 'Open Workspace', buttonLabel: 'Open Workspace', properties: ['openDirectory', 'createDirectory'] });
      return folder;
    },
    chooseFiles: (title, several) => choose({ title, properties: several ? ['openFile', 'multiSelections'] : ['openFile'] }),
    enableCommands,
    trash: (path) => shell.trashItem(path),
  };
}
