import { commands, isCommandId, type CommandId } from '../../shared/commands/commands.ts';
import type { ClipboardRole, ContextMenu, MenuEntry } from '../../shared/commands/contextMenu.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import type { CommandCenter } from './commandCenter.ts';

/** An entry that is no command. */
export interface OwnEntry {
  /** Any word that is no command's id, unique in its menu. */
  readonly id: string;
  readonly label: string;
  readonly enabled?: boolean;
  readonly checked?: boolean;
  run(): void;
}

/** An entry that the system carries out in the text that has the focus. */
export interface ClipboardEntry {
  readonly role: ClipboardRole;
  readonly label: string;
}

/** A menu inside a menu. */
export interface SubMenu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** What a context menu is made of: commands by id, with their titles, keys and state from the registry, and entries of its own. */
export type MenuItem = CommandId | 'separator' | OwnEntry | ClipboardEntry | SubMenu;

type Made = OwnEntry | ClipboardEntry | SubMenu;
const isSubMenu = (item: Made): item is SubMenu => 'items' in item;
const isClipboard = (item: Made): item is ClipboardEntry => 'role' in item;

/** Every entry of its own, those of inner menus included, by id. */
function ownEntries(items: readonly MenuItem[]): ReadonlyMap<string, OwnEntry> {
  const found = new Map<string, OwnEntry>();
  for (const item of items) {
    if (typeof item === 'string' || isClipboard(item)) continue;
    if (isSubMenu(item)) for (const [id, entry] of ownEntries(item.items)) found.set(id, entry);
    else found.set(item.id, item);
  }
  return found;
}

function entryOf(item: MenuItem, center: Pick<CommandCenter, 'enabled' | 'keyOf'>): MenuEntry | 'separator' {
  if (item === 'separator') return item;
  if (typeof item === 'string') {
    const { title } = commands[item];
    const key = center.keyOf(item);
    return { id: item, label: title, enabled: center.enabled(item), ...(key === undefined ? {} : { key }) };
  }
  if (isSubMenu(item)) return { id: item.label, label: item.label, entries: item.items.map((one) => entryOf(one, center)) };
  if (isClipboard(item)) return { id: item.role, ...item };
  const { id, label, enabled = true, checked } = item;
  return { id, label, enabled, ...(checked === undefined ? {} : { checked }) };
}

/**
 * Shows a native context menu and runs what is chosen. Without a place it opens at the pointer; a menu asked for by the
 * keyboard says where: below the element that has the focus (see `below`).
 */
export async function showMenu(api: Pick<AppApi, 'menus'>, center: Pick<CommandCenter, 'enabled' | 'keyOf' | 'run'>, items: readonly MenuItem[], at?: ContextMenu['at']): Promise<void> {
  const answer = await api.menus.popUp({ entries: items.map((item) => entryOf(item, center)), ...(at === undefined ? {} : { at }) });
  if (!answer.ok || answer.value === null) return;
  const own = ownEntries(items).get(answer.value);
  if (own !== undefined) own.run();
  else if (isCommandId(answer.value)) center.run(answer.value);
}

/** The place for a menu that belongs to an element. */
export function below(element: Element): NonNullable<ContextMenu['at']> {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left + 8, y: bottom };
}
