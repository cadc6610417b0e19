import { Menu } from 'electron';
import { commands, type CommandId } from '../../shared/commands/commands.ts';
import { menuTemplate, type MenuParts } from './menuTemplate.ts';

let enabledNow: readonly CommandId[] = [];

/** Builds the menu from the command table and makes it the app's, again when keys or recent workspaces change. Commands start disabled: the window says which make sense. */
export function installMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)));
  enableCommands(enabledNow);
}

/** Enables these commands and disables the others. */
export function enableCommands(enabled: readonly CommandId[]): void {
  enabledNow = enabled;
  const menu = Menu.getApplicationMenu();
  const wanted = new Set<string>(enabled);
  for (const id of Object.keys(commands)) {
    const item = menu?.getMenuItemById(id);
    if (item) item.enabled = wanted.has(id);
  }
}
