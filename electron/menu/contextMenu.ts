import { Menu, type BrowserWindow } from 'electron';
import type { ContextMenu } from '../../shared/commands/contextMenu.ts';
import { contextMenuTemplate, textMenuTemplate } from './contextMenuTemplate.ts';

/** How long a choice may come after the menu has closed, in milliseconds: macOS reports the closing first. */
const choiceMilliseconds = 100;

/** Shows the menu over the window; answers the id of the entry that was chosen, or null when the menu was closed without. */
export function showContextMenu(window: BrowserWindow, { entries, at }: ContextMenu): Promise<string | null> {
  return new Promise((resolve) => {
    const menu = Menu.buildFromTemplate(contextMenuTemplate(entries, resolve));
    const callback = (): void => void setTimeout(() => resolve(null), choiceMilliseconds);
    // The window's zoom is in the page's coordinates and not in the menu's.
    const zoom = window.webContents.getZoomFactor();
    const place = at === undefined ? {} : { x: Math.round(at.x * zoom), y: Math.round(at.y * zoom) };
    menu.popup({ window, ...place, callback });
  });
}

/** Shows the text menu in this window wherever the page does not show one itself. */
export function offerTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, parameters) => {
    const items = textMenuTemplate(parameters);
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window, x: parameters.x, y: parameters.y });
  });
}
