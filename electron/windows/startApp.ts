import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { contract, type ChosenCommand } from '../../shared/ipc/contract.ts';
import type { Settings } from '../../shared/workspace/settings.ts';
import { createDispatch } from '../ipc/dispatch.ts';
import { createHandlers } from '../ipc/handlers.ts';
import { serve } from '../ipc/serve.ts';
import { createTopic } from '../ipc/topic.ts';
import { openLog } from '../log/log.ts';
import { installMenu } from '../menu/nativeMenu.ts';
import { SettingsFile } from '../workspace/settingsFile.ts';
import { assembleWorkplace } from './workplace.ts';
import { backgroundFor, nativeThemeFor } from './appearance.ts';
import { electronDesktop } from './electronDesktop.ts';
import { lockDown } from './lockDown.ts';
import { openMainWindow } from './mainWindow.ts';
import { appOrigin, declareScheme, serveWindowFiles } from './protocol.ts';
import { TrustedSenders } from './trustedSenders.ts';

/** Where the built parts are; the entries know, because they stand beside them. */
export interface AppFiles {
  readonly preload: string;
  readonly page: string;
  readonly runWorker: string;
  readonly demoWorker: string;
  readonly traceFileWorker: string;
}

/** Starts the app with its window. */
export function startApp(files: AppFiles): void {
  // For root Chromium has no sandbox, and asking for one would end every renderer at once.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  declareScheme();
  // A second start with the same user data would write the same settings; it shows the first window instead.
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  void app.whenReady().then(() => showApp(files));
}

async function showApp(files: AppFiles): Promise<void> {
  const userData = app.getPath('userData');
  const developmentPage = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  const log = openLog(join(userData, 'logs'));
  process.on('uncaughtException', (thrown) => log.defect(thrown, 'the main process'));
  process.on('unhandledRejection', (thrown) => log.defect(thrown, 'the main process'));

  const settings = new SettingsFile(join(userData, 'settings.json'), (error) => log.write('warning', error.message, error.data.details));
  const chosen = createTopic<ChosenCommand>();
  const platform = { platform: process.platform, developing: developmentPage !== undefined };
  const apply = ({ colorMode, textSize, keys, singleKeys, recentWorkspaces: recent }: Settings): void => {
    nativeTheme.themeSource = nativeThemeFor(colorMode);
    for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(textSize / 100);
    const inMenu = JSON.stringify({ keys, singleKeys, recent });
    if (inMenu === shownInMenu) return;
    shownInMenu = inMenu;
    installMenu({ ...platform, keys: { keys, singleKeys }, recent, choose: (command, argument) => chosen.publish({ command, ...(argument === undefined ? {} : { argument }) }) });
  };
  let shownInMenu = '';
  settings.follow(apply);
  const first = await settings.read();
  const senders = new TrustedSenders(developmentPage === undefined ? appOrigin : new URL(developmentPage).origin);
  const workplace = assembleWorkplace({ userData, files, log, settings, desktop: electronDesktop() });
  const handlers = createHandlers({ ...workplace.parts, chosen });

  lockDown();
  serveWindowFiles(files.page);
  apply(first);
  serve(createDispatch({ contract, handlers, trusted: (sender) => senders.has(sender), checkOutputs: !app.isPackaged, defect: log.defect }));

  const open = async (): Promise<void> => {
    const { colorMode, textSize } = await settings.read();
    const background = backgroundFor(colorMode, nativeTheme.shouldUseDarkColors);
    const page = developmentPage ?? `${appOrigin}/index.html`;
    senders.add(await openMainWindow({ preload: files.preload, page, stateFile: join(userData, 'window.json'), background, zoom: textSize / 100, failed: log.defect }));
  };
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && void open());
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit());
  app.on('will-quit', () => void workplace.close());
  await open();
}
