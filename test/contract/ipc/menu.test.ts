import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { menuTemplate, type MenuParts } from '../../../electron/menu/menuTemplate.ts';
import { commands, type CommandDefinition, type CommandId } from '../../../shared/commands/commands.ts';

function itemsIn(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsIn(item.submenu) : [])]);
}

function template(changes: Partial<MenuParts> = {}): MenuItemConstructorOptions[] {
  return menuTemplate({ platform: 'linux', developing: false, keys: { keys: {}, singleKeys: true }, recent: [], choose: () => undefined, ...changes });
}

describe('the native menu', () => {
  test('has the menus in their order', () => {
    expect(template().map(({ label }) => label?.replace('&', ''))).toEqual(['File', 'Edit', 'View', 'Runbook', 'Run', 'Options', 'Tools', 'Window', 'Help']);
  });

  test('has every command that has a place, under its id, disabled until the window says otherwise', () => {
    const items = new Map(itemsIn(template()).map((item) => [item.id, item]));
    const placed = Object.entries<CommandDefinition>(commands).filter(([, command]) => command.place !== undefined);
    expect(placed.map(([id]) => [id, items.get(id)?.label, items.get(id)?.enabled])).toEqual(placed.map(([id, command]) => [id, command.title, false]));
  });

  test('Options > Exchange User… is the way the pack names', () => {
    const options = template().find(({ id }) => id === 'options');
    expect(itemsIn([options ?? {}]).map(({ label }) => label)).toContain('Exchange User…');
  });

  test('shows the keys of the canvas without binding them', () => {
    const bound = itemsIn(template()).filter(({ accelerator, registerAccelerator }) => accelerator !== undefined && registerAccelerator !== false);
    const keys = bound.map(({ accelerator }) => String(accelerator));
    expect(keys).not.toContain('L');
    expect(keys).not.toContain('Delete');
    expect(keys).not.toContain('Shift+A');
    expect(keys).toContain('F5');
    expect(itemsIn(template()).find(({ id }) => id === 'runbook.linkTo')?.accelerator).toBe('L');
  });

  test('shows the keys as the person wants them, and binds no single key', () => {
    const items = itemsIn(template({ keys: { keys: { 'file.save': 'CmdOrCtrl+Alt+S', 'run.test': '', 'runbook.linkTo': 'K' }, singleKeys: true } }));
    const key = (id: CommandId): unknown => items.find((item) => item.id === id)?.accelerator;
    expect([key('file.save'), key('run.test'), key('runbook.linkTo')]).toEqual(['CmdOrCtrl+Alt+S', undefined, 'K']);
    const without = itemsIn(template({ keys: { keys: {}, singleKeys: false } }));
    expect(without.find(({ id }) => id === 'runbook.linkTo')?.accelerator).toBeUndefined();
  });

  test('lists recent workspaces, each with its folder, and opens the one that was chosen', () => {
    const chosen: unknown[] = [];
    const recent = [{ name: 'Help desk', path: '/clones/helpdesk' }];
    const item = itemsIn(template({ recent, choose: (...what) => void chosen.push(what) })).find(({ label }) => label === 'Help desk');
    Reflect.apply(item?.click ?? (() => undefined), undefined, []);
    expect(chosen).toEqual([['file.openRecent', '/clones/helpdesk']]);
  });

  test('on macOS About and Settings are in the menu of the app and nowhere else, and so is Quit', () => {
    const [app, ...others] = template({ platform: 'darwin' });
    const inApp = itemsIn([app ?? {}]);
    expect(inApp.map(({ id, role }) => id ?? role)).toEqual(expect.arrayContaining(['help.about', 'options.settings', 'quit']));
    const elsewhere = itemsIn(others).map(({ id, role }) => id ?? role);
    expect(elsewhere).not.toEqual(expect.arrayContaining(['help.about']));
    expect(elsewhere).not.toEqual(expect.arrayContaining(['options.settings']));
    expect(elsewhere).not.toContain('quit');
  });

  test('two commands do not share a key', () => {
    const keys = Object.values<CommandDefinition>(commands).flatMap(({ key, otherKey }) => [key ?? [], otherKey ?? []].flat());
    expect(keys).toEqual([...new Set(keys)]);
  });
});
