import { app, BrowserWindow, dialog, Menu, nativeTheme } from 'electron';
import { serve } from '../ipc/serve.ts';
import { backgroundFor, nativeThemeFor } from './appearance.ts';
import type { AppFiles } from './appFiles.ts';
import type { AssembledApp } from './assembleApp.ts';
import { keepWindowState, takeFirstLook, type FirstLook } from './firstLook.ts';
import { lockDown } from './lockDown.ts';
import { openMainWindow } from './mainWindow.ts';
import { appOrigin, declareScheme, serveWindowFiles } from './protocol.ts';
import { TrustedSenders } from './trustedSenders.ts';

/**
 * How the window's memory of new objects is cleared: two megabytes at a time, and by the thread that waits for it. While a test tells
 * thousands of events a second, sixteen megabytes of them, V8's measure, are a pause in which keys wait; and clearing them together
 * with other threads waits for processors on which the test itself is working (ADR 0028).
 */
const memoryFlags = '--max-semi-space-size=2 --no-parallel-scavenge';

/** How long the end of the app may wait for what it does last, in milliseconds. */
const longestEnd = 3000;

/** Starts the app with its window. */
export function startApp(files: AppFiles): void {
  // For root Chromium has no sandbox, and asking for one would end every renderer at once.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('js-flags', memoryFlags);
  declareScheme();
  // A second start with the same user data would write the same settings; it shows the first window instead.
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  // Read while Electron gets ready. Without a menu of ours by then Electron would make one of its own.
  const look = takeFirstLook(app.getPath('userData'));
  Menu.setApplicationMenu(null);
  void app.whenReady().then(async () => showApp(files, await look));
}

/**
 * The window first: what it does not need is loaded while its script is compiled and run, and whatever the window asks for
 * meanwhile waits at the door until the app behind it stands.
 */
function showApp(files: AppFiles, look: FirstLook): void {
  const userData = app.getPath('userData');
  const developmentPage = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  const senders = new TrustedSenders(developmentPage === undefined ? appOrigin : new URL(developmentPage).origin);
  let assembled: Promise<AssembledApp> | undefined;
  const assemble = (): Promise<AssembledApp> => (assembled ??= load());
  const load = async (): Promise<AssembledApp> => {
    const { assembleApp } = await import('./assembleApp.ts');
    return assembleApp({ userData, files, developing: developmentPage !== undefined, trusted: (sender) => senders.has(sender) });
  };
  const failed = (thrown: unknown, doing: string): void => void assemble().then(({ log }) => log.defect(thrown, doing), cannotStart);
  process.on('uncaughtException', (thrown) => failed(thrown, 'the main process'));
  process.on('unhandledRejection', (thrown) => failed(thrown, 'the main process'));

  lockDown();
  const asked = serveWindowFiles(files.page);
  // The page's own files go before everything else: loading the app keeps this thread for as long as the page takes to run its
  // script, and the page's process can neither start nor get a file meanwhile.
  const behind = (developmentPage === undefined ? asked : Promise.resolve()).then(assemble);
  const answered = new Promise<void>((first) => serve(async () => (await assemble()).dispatch, first));
  const open = ({ colorMode, textSize, state }: FirstLook): void => {
    nativeTheme.themeSource = nativeThemeFor(colorMode);
    const window = openMainWindow({
      preload: files.preload,
      page: `${developmentPage ?? `${appOrigin}/index.html`}${colorMode === 'highContrast' ? '#highContrast' : ''}`,
      state,
      keepState: (left) => keepWindowState(userData, left),
      answered,
      background: backgroundFor(colorMode, nativeTheme.shouldUseDarkColors),
      zoom: textSize / 100,
      failed,
    });
    senders.add(window);
    behind.then(({ equip }) => equip(window)).catch(cannotStart);
  };
  open(look);
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && void takeFirstLook(userData).then(open));
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit());
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    // What the window said last is being written; the process would end in the middle of it.
    event.preventDefault();
    const ended = assemble().then(({ close }) => close());
    // Electron is deaf to a second call within this event.
    const quit = (): void =>
      void setImmediate(() => {
        closed = true;
        app.quit();
      });
    void Promise.race([ended, new Promise((late) => setTimeout(late, longestEnd))]).then(quit, (thrown: unknown) => {
      failed(thrown, 'closing the app');
      quit();
    });
  });
}

/** A part of the installed app is missing or broken; nothing of it can be relied on to say so. */
function cannotStart(thrown: unknown): void {
  dialog.showErrorBox('Exchange Runbook Studio cannot start', `${thrown instanceof Error ? thrown.message : String(thrown)}\n\nInstall the app again.`);
  app.exit(1);
}
