import type { MenuItemConstructorOptions } from 'electron';
import { commands, isCommandId, type CommandDefinition, type CommandId, type MenuPlace } from '../../shared/commands/commands.ts';

type Item = MenuItemConstructorOptions;
type MenuName = MenuPlace['menu'];

const separator: Item = { type: 'separator' };

/** What the menu is made for. */
export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly developing: boolean;
  readonly choose: (command: CommandId) => void;
}

/** Keys that belong to the canvas are shown but not bound here: typed in a text field they are letters. */
function boundHere(command: CommandDefinition): boolean {
  return command.scope !== 'canvas' && (command.key === undefined || command.key.includes('+') || /^F\d+$/.test(command.key));
}

/** The items of one menu: the groups of the command table, divided by separators. */
function itemsOf(menu: MenuName, choose: MenuParts['choose']): Item[] {
  const groups = new Map<number, Item[]>();
  const submenus = new Map<string, Item[]>();
  for (const [id, definition] of Object.entries<CommandDefinition>(commands)) {
    if (definition.place?.menu !== menu || !isCommandId(id)) continue;
    const item: Item = {
      id,
      label: definition.title,
      toolTip: definition.help,
      enabled: false,
      registerAccelerator: boundHere(definition),
      click: () => choose(id),
      ...(definition.key === undefined ? {} : { accelerator: definition.key }),
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

/** The native menu: commands from the table, and the system's own roles for copy, paste, zoom, full screen and windows. */
export function menuTemplate({ platform, developing, choose }: MenuParts): Item[] {
  const items = (menu: MenuName): Item[] => itemsOf(menu, choose);
  const mac = platform === 'darwin';
  const quit: Item[] = mac ? [] : [separator, { role: 'quit' }];
  const development: Item[] = developing ? [separator, { role: 'toggleDevTools' }, { role: 'forceReload' }] : [];
  const clipboard: Item[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }];
  const zoom: Item[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, separator, { role: 'togglefullscreen' }];
  const window: Item[] = [{ role: 'minimize' }, { role: 'zoom' }, ...(mac ? [separator, { role: 'front' } satisfies Item] : [])];
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies Item] : []),
    { id: 'file', label: '&File', submenu: [...items('file'), ...quit] },
    { id: 'edit', label: '&Edit', submenu: [...items('edit'), separator, ...clipboard] },
    { id: 'view', label: '&View', submenu: [...items('view'), separator, ...zoom, ...development] },
    { id: 'runbook', label: 'Run&book', submenu: items('runbook') },
    { id: 'run', label: '&Run', submenu: items('run') },
    { id: 'options', label: '&Options', submenu: items('options') },
    { id: 'tools', label: '&Tools', submenu: items('tools') },
    { id: 'window', label: '&Window', role: 'windowMenu', submenu: window },
    { id: 'help', label: '&Help', role: 'help', submenu: items('help') },
  ];
}
