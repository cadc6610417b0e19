import { BrowserWindow, screen } from 'electron';
import { placeOnScreens, smallestWindow, type WindowState } from './windowState.ts';

/** What a window needs. */
export interface WindowParts {
  readonly preload: string;
  /** Address of the page. */
  readonly page: string;
  /** How the window was left. */
  readonly state: WindowState;
  /** Remembers how it is left now. */
  readonly keepState: (state: WindowState) => void;
  /** Color behind the page until it has painted. */
  readonly background: string;
  /** Settles when the page has been given what its first screen needs; the menu, which takes a part of the window, is there by then. */
  readonly answered: Promise<unknown>;
  /** Size of the text, 1 for normal. */
  readonly zoom: number;
  readonly failed: (thrown: unknown, doing: string) => void;
}

/** A page whose script fails asks for nothing, and has to be seen as well: after this time, in milliseconds. */
const silence = 2000;

/**
 * Opens the window, hidden, and shows it while the page draws its first screen: by then the outline that the page carries is the
 * first thing to be painted. Until then nothing of it is painted, because a page that is visible from the start stands still until
 * the process for graphics is there. Loads nothing: whatever this file imports, the window waits for.
 */
export function openMainWindow(parts: WindowParts): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const { at, width, height, maximized } = placeOnScreens(parts.state, areas);
  const window = new BrowserWindow({
    ...at,
    width,
    height,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    paintWhenInitiallyHidden: false,
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
    },
  });
  const show = (): void => {
    if (maximized) window.maximize();
    window.show();
  };
  window.webContents.once('dom-ready', () => void Promise.race([parts.answered, new Promise((late) => setTimeout(late, silence))]).then(() => !window.isDestroyed() && show()));
  window.webContents.once('did-fail-load', (_event, code, description) => {
    parts.failed(new Error(`${description} (${code})`), 'loading the window');
    show();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => parts.failed(new Error(`The window's process ended: ${reason}`), 'showing the window'));
  window.webContents.on('preload-error', (_event, _path, error) => parts.failed(error, 'preparing the window'));
  window.on('close', () => {
    const { x, y, ...size } = window.getNormalBounds();
    try {
      parts.keepState({ at: { x, y }, width: size.width, height: size.height, maximized: window.isMaximized() });
    } catch (thrown) {
      parts.failed(thrown, 'remembering the window');
    }
  });
  // The failure is handled by `did-fail-load`; this promise only repeats it.
  window.loadURL(parts.page).catch(() => undefined);
  return window;
}
