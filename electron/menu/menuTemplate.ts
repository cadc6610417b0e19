import type { MenuItemConstructorOptions } from 'electron';
import { commands, isCommandId, type CommandDefinition, type CommandId, type MenuPlace } from '../../shared/commands/commands.ts';
import { isSingleKey, keyOf, type KeyChoices } from '../../shared/commands/keys.ts';

type Item = MenuItemConstructorOptions;
type MenuName = MenuPlace['menu'];

const separator: Item = { type: 'separator' };

/** What the menu is made for. */
export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly developing: boolean;
  /** Keys as the person wants them. */
  readonly keys: KeyChoices;
  /** Workspaces that were open before, the last one first. */
  readonly recent: readonly { readonly path: string; readonly name: string }[];
  readonly choose: (command: CommandId, argument?: string) => void;
}

/** Keys that belong to the canvas are shown but not bound here: typed in a text field they are letters. */
function boundHere(command: CommandDefinition, key: string | undefined): boolean {
  return command.scope !== 'canvas' && (key === undefined || !isSingleKey(key));
}

/** Where macOS expects them, and nowhere else. */
const inAppMenu: ReadonlySet<string> = new Set(['options.settings', 'help.about'] satisfies CommandId[]);

/** The items of one menu: the groups of the command table, divided by separators. */
function itemsOf(menu: MenuName, { choose, keys, recent, platform }: MenuParts): Item[] {
  const groups = new Map<number, Item[]>();
  const submenus = new Map<string, Item[]>();
  for (const [id, definition] of Object.entries<CommandDefinition>(commands)) {
    if (definition.place?.menu !== menu || !isCommandId(id) || (platform === 'darwin' && inAppMenu.has(id))) continue;
    const key = keyOf(id, keys);
    const item: Item = {
      id,
      label: definition.title,
      toolTip: definition.help,
      enabled: false,
      registerAccelerator: boundHere(definition, key),
      click: () => choose(id),
      ...(key === undefined ? {} : { accelerator: key }),
      ...(id === 'file.openRecent' && recent.length > 0 ? { submenu: recent.map(({ name, path }) => ({ label: name, sublabel: path, toolTip: path, click: () => choose(id, path) })) } : {}),
    };
    const { group, submenu } = definition.place;
    const inGroup = groups.get(group) ?? [];
    groups.set(group, inGroup);
    if (submenu === undefined) {
      inGroup.push(item);
      continue;
    }
    const below = submenus.get(submenu) ?? [];
    if (!submenus.has(submenu)) inGroup.push({ label: submenu, submenu: below });
    submenus.set(submenu, below);
    below.push(item);
  }
  const inOrder = [...groups].toSorted(([one], [other]) => one - other).map(([, items]) => items);
  return inOrder.flatMap((items, index) => (index === 0 ? items : [separator, ...items]));
}

/** The menu that carries the app's name on macOS: About and Settings are there, and the system's own entries. */
function appMenu({ choose, keys }: MenuParts): Item {
  const own = (id: CommandId): Item => {
    const key = keyOf(id, keys);
    return { id, label: commands[id].title, enabled: false, click: () => choose(id), ...(key === undefined ? {} : { accelerator: key }) };
  };
  const system: Item[] = [{ role: 'services' }, separator, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, separator, { role: 'quit' }];
  return { label: 'Exchange Runbook Studio', submenu: [own('help.about'), separator, own('options.settings'), separator, ...system] };
}

/** The native menu: commands from the table, and the system's own roles for copy, paste, zoom, full screen and windows. */
export function menuTemplate(parts: MenuParts): Item[] {
  const { platform, developing } = parts;
  const items = (menu: MenuName): Item[] => itemsOf(menu, parts);
  const mac = platform === 'darwin';
  const quit: Item[] = mac ? [] : [separator, { role: 'quit' }];
  const development: Item[] = developing ? [separator, { role: 'toggleDevTools' }, { role: 'forceReload' }] : [];
  const clipboard: Item[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }];
  const screen: Item[] = [{ role: 'togglefullscreen' }];
  const window: Item[] = [{ role: 'minimize' }, { role: 'zoom' }, ...(mac ? [separator, { role: 'front' } satisfies Item] : [])];
  return [
    ...(mac ? [appMenu(parts)] : []),
    { id: 'file', label: '&File', submenu: [...items('file'), ...quit] },
    { id: 'edit', label: '&Edit', submenu: [...items('edit'), separator, ...clipboard] },
    { id: 'view', label: '&View', submenu: [...items('view'), separator, ...screen, ...development] },
    { id: 'runbook', label: 'Run&book', submenu: items('runbook') },
    { id: 'run', label: '&Run', submenu: items('run') },
    { id: 'options', label: '&Options', submenu: items('options') },
    { id: 'tools', label: '&Tools', submenu: items('tools') },
    { id: 'window', label: '&Window', role: 'windowMenu', submenu: window },
    { id: 'help', label: '&Help', role: 'help', submenu: items('help') },
  ];
}
