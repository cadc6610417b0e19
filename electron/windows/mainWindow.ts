import { BrowserWindow, screen } from 'electron';
import { contract } from '../../shared/ipc/contract.ts';
import { channelKindsArgument, channelKindsOf } from '../../shared/ipc/channelKinds.ts';
import { offerTextMenu } from '../menu/contextMenu.ts';
import { placeOnScreens, readWindowState, smallestWindow, writeWindowState } from './windowState.ts';

/** What a window needs. */
export interface WindowParts {
  readonly preload: string;
  /** Address of the page. */
  readonly page: string;
  /** File that remembers place and size. */
  readonly stateFile: string;
  /** Color behind the page until it has painted. */
  readonly background: string;
  /** Size of the text, 1 for normal. */
  readonly zoom: number;
  readonly failed: (thrown: unknown, doing: string) => void;
}

/** Opens the window and shows it when its page has painted, so that nobody sees an empty frame. */
export async function openMainWindow(parts: WindowParts): Promise<BrowserWindow> {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const { at, width, height, maximized } = placeOnScreens(await readWindowState(parts.stateFile), areas);
  const window = new BrowserWindow({
    ...at,
    width,
    height,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Exchange Runbook Studio',
    backgroundColor: parts.background,
    webPreferences: {
      preload: parts.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      spellcheck: false,
      zoomFactor: parts.zoom,
      additionalArguments: [`${channelKindsArgument}${JSON.stringify(channelKindsOf(contract))}`],
    },
  });
  offerTextMenu(window);
  const show = (): void => {
    if (maximized) window.maximize();
    window.show();
  };
  window.once('ready-to-show', show);
  window.webContents.once('did-fail-load', (_event, code, description) => {
    parts.failed(new Error(`${description} (${code})`), 'loading the window');
    show();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => parts.failed(new Error(`The window's process ended: ${reason}`), 'showing the window'));
  window.webContents.on('preload-error', (_event, _path, error) => parts.failed(error, 'preparing the window'));
  window.on('close', () => {
    const { x, y, ...size } = window.getNormalBounds();
    writeWindowState(parts.stateFile, { at: { x, y }, ...size, maximized: window.isMaximized() }).catch((thrown: unknown) =>
      parts.failed(thrown, 'remembering the window'),
    );
  });
  // The failure is handled by `did-fail-load`; this promise only repeats it.
  window.loadURL(parts.page).catch(() => undefined);
  return window;
}
