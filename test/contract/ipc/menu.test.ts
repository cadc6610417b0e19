import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { menuTemplate } from '../../../electron/menu/menuTemplate.ts';
import { commands, type CommandDefinition, type CommandId } from '../../../shared/commands/commands.ts';

function itemsIn(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsIn(item.submenu) : [])]);
}

function template(chosen: CommandId[] = []): MenuItemConstructorOptions[] {
  return menuTemplate({ platform: 'linux', developing: false, choose: (command) => void chosen.push(command) });
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

  test('two commands do not share a key', () => {
    const keys = Object.values<CommandDefinition>(commands).flatMap(({ key }) => key ?? []);
    expect(keys).toEqual([...new Set(keys)]);
  });
});
