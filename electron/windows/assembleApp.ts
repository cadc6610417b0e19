import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { contract, type ChosenCommand } from '../../shared/ipc/contract.ts';
import type { Settings } from '../../shared/workspace/settings.ts';
import { createDispatch, type Dispatch, type SenderFacts } from '../ipc/dispatch.ts';
import { createHandlers } from '../ipc/handlers.ts';
import { createTopic } from '../ipc/topic.ts';
import { openLog, type Log } from '../log/log.ts';
import { offerTextMenu } from '../menu/contextMenu.ts';
import { installMenu } from '../menu/nativeMenu.ts';
import { unlocked } from '../workspace/atomicWrite.ts';
import { SettingsFile } from '../workspace/settingsFile.ts';
import type { AppFiles } from './appFiles.ts';
import { nativeThemeFor } from './appearance.ts';
import { electronDesktop } from './electronDesktop.ts';
import { settingsFileOf } from './firstLook.ts';
import { assembleWorkplace } from './workplace.ts';

/** What the app is assembled from. */
export interface AppParts {
  readonly userData: string;
  readonly files: AppFiles;
  /** Whether the page comes from the development server. */
  readonly developing: boolean;
  trusted(sender: SenderFacts): boolean;
}

/** The app behind its window. */
export interface AssembledApp {
  readonly dispatch: Dispatch;
  readonly log: Log;
  /** Gives a window what only a running app can: its menus. */
  equip(window: BrowserWindow): void;
  /** Ends what runs, and finishes the files that are being written. */
  close(): Promise<void>;
}

/** Puts the app together: files, vault, runs, traces, menu, and the door that the window talks through. */
export async function assembleApp({ userData, files, developing, trusted }: AppParts): Promise<AssembledApp> {
  const log = openLog(join(userData, 'logs'));
  const settings = new SettingsFile(settingsFileOf(userData), (error) => log.write('warning', error.message, error.data.details));
  const chosen = createTopic<ChosenCommand>();
  const platform = { platform: process.platform, developing };
  let shownInMenu = '';
  const apply = ({ colorMode, textSize, keys, singleKeys, recentWorkspaces: recent }: Settings): void => {
    nativeTheme.themeSource = nativeThemeFor(colorMode);
    for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(textSize / 100);
    const inMenu = JSON.stringify({ keys, singleKeys, recent });
    if (inMenu === shownInMenu) return;
    shownInMenu = inMenu;
    installMenu({ ...platform, keys: { keys, singleKeys }, recent, choose: (command, argument) => chosen.publish({ command, ...(argument === undefined ? {} : { argument }) }) });
  };
  settings.follow(apply);
  apply(await settings.read());
  const workplace = assembleWorkplace({ userData, files, log, settings, desktop: electronDesktop() });
  const handlers = createHandlers({ ...workplace.parts, chosen });
  return {
    log,
    dispatch: createDispatch({ contract, handlers, trusted, checkOutputs: !app.isPackaged, defect: log.defect }),
    equip: offerTextMenu,
    close: async () => void (await Promise.all([workplace.close(), unlocked()])),
  };
}
