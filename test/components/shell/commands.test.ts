import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import type { CommandBindings } from '../../../renderer/commands/commandBindings.ts';
import { below } from '../../../renderer/commands/contextMenu.ts';
import { createCommandCenter } from '../../../renderer/commands/commandCenter.ts';
import { followKeyboard, runChosen } from '../../../renderer/commands/keyboard.ts';
import { reportEnabled } from '../../../renderer/commands/menuState.ts';
import { moveToRegion, rememberFocus } from '../../../renderer/commands/regions.ts';
import { shellCommands } from '../../../renderer/commands/shellCommands.ts';
import { createStores } from '../../../renderer/stores/stores.ts';
import { matchesShortcut, shortcutText } from '../../../renderer/ui/shortcut.ts';

afterEach(() => document.body.replaceChildren());

const press = (keys: { readonly key: string; readonly code?: string; readonly ctrlKey?: boolean; readonly shiftKey?: boolean; readonly altKey?: boolean; readonly metaKey?: boolean }): Parameters<typeof matchesShortcut>[0] => ({ code: '', ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...keys });

describe('a shortcut', () => {
  it.each([
    ['CmdOrCtrl+Shift+P', press({ key: 'P', ctrlKey: true, shiftKey: true }), true],
    ['CmdOrCtrl+Shift+P', press({ key: 'p', ctrlKey: true }), false],
    ['CmdOrCtrl+P', press({ key: 'P', ctrlKey: true, shiftKey: true }), false],
    ['F5', press({ key: 'F5' }), true],
    ['F5', press({ key: 'F5', shiftKey: true }), false],
    ['CmdOrCtrl+Alt+B', press({ key: '∫', code: 'KeyB', ctrlKey: true, altKey: true }), true],
    ['CmdOrCtrl+S', press({ key: 's', metaKey: true }), false],
  ] as const)('%s', (shortcut, event, expected) => {
    expect(matchesShortcut(event, shortcut)).toBe(expected);
  });

  it('is written as the system writes it', () => {
    expect(shortcutText('CmdOrCtrl+Shift+P')).toBe('Ctrl+Shift+P');
  });
});

function center(names: readonly (keyof CommandBindings)[], blocked?: () => boolean): { readonly ran: string[]; readonly commands: ReturnType<typeof createCommandCenter> } {
  const ran: string[] = [];
  const bindings: CommandBindings = Object.fromEntries(names.map((id) => [id, { run: () => void ran.push(id), enabled: () => true }]));
  return { ran, commands: createCommandCenter(bindings, blocked) };
}

describe('the command center', () => {
  it('runs what is enabled and remembers it, the last one first', () => {
    const { ran, commands } = center(['file.save', 'view.sideBar']);
    commands.run('file.save');
    commands.run('view.sideBar');
    commands.run('file.save');
    commands.run('run.test');
    expect(ran).toEqual(['file.save', 'view.sideBar', 'file.save']);
    expect(commands.recent()).toEqual(['file.save', 'view.sideBar']);
  });

  it('holds commands back behind a dialog, except those that are meant to pass', () => {
    const { ran, commands } = center(['file.save', 'view.dark', 'run.stop'], () => true);
    (['file.save', 'view.dark', 'run.stop'] as const).forEach((id) => commands.run(id));
    expect(ran).toEqual(['view.dark', 'run.stop']);
  });
});

describe('the keyboard', () => {
  it('runs a command once, and leaves undo and typing to a text field', async () => {
    const { ran, commands } = center(['edit.undo', 'file.save', 'run.test', 'runbook.delete']);
    const stop = followKeyboard(window, commands);
    await userEvent.keyboard('{Control>}z{/Control}{F5}{Delete}');
    expect(ran).toEqual(['edit.undo', 'run.test']);
    document.body.append(document.createElement('input'));
    await userEvent.tab();
    await userEvent.keyboard('{Control>}z{/Control}{Control>}s{/Control}');
    expect(ran).toEqual(['edit.undo', 'run.test', 'file.save']);
    stop();
  });

  it('does nothing with a key that something else has used', async () => {
    const { ran, commands } = center(['run.test']);
    const stop = followKeyboard(window, commands);
    document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    await userEvent.keyboard('{F5}');
    expect(ran).toEqual([]);
    stop();
  });

  it('lets Ctrl+A mark no text of the window, but that of a field', async () => {
    const stop = followKeyboard(window, center([]).commands);
    const used: boolean[] = [];
    const note = ({ defaultPrevented }: Event): void => void used.push(defaultPrevented);
    window.addEventListener('keydown', note);
    document.body.innerHTML = '<button>a</button><input>';
    for (const part of document.querySelectorAll<HTMLElement>('button, input')) {
      part.focus();
      part.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', ctrlKey: true, bubbles: true, cancelable: true }));
    }
    expect(used).toEqual([true, false]);
    window.removeEventListener('keydown', note);
    stop();
  });

  it('runs what the native menu chose', () => {
    const { ran, commands } = center(['edit.undo']);
    runChosen(commands, 'edit.undo');
    expect(ran).toEqual(['edit.undo']);
  });
});

describe('the menu', () => {
  it('is told what is enabled when that changes, and only then', () => {
    const setEnabled = vi.fn(() => Promise.resolve({ ok: true, value: undefined } as const));
    const api = createFakeClient({ commands: { setEnabled } });
    const stores = createStores(api);
    const reported: string[][] = [];
    const commands = createCommandCenter(shellCommands(stores), () => false);
    const stop = reportEnabled({ commands: { ...api.commands, setEnabled: ({ enabled }) => { reported.push([...enabled]); return setEnabled(); } } }, stores, commands, (work) => work());
    expect(reported).toHaveLength(1);
    expect(reported[0]).not.toContain('options.exchangeUser');
    stores.layout.getState().showBottom('console');
    expect(reported).toHaveLength(1);
    stores.workspace.setState({ view: { id: '1', name: 'w', path: '/w', demo: false, runbooks: [] } });
    expect(reported).toHaveLength(2);
    expect(reported[1]).toContain('options.exchangeUser');
    stop();
    stores.workspace.setState({ view: null });
    expect(reported).toHaveLength(2);
  });
});

describe('the regions', () => {
  it('are gone through in both directions, and coming back goes where the focus was', () => {
    document.body.innerHTML = '<nav data-region tabindex="-1"><button>a</button><button>b</button></nav><main data-region tabindex="-1"></main><footer data-region tabindex="-1"><button>c</button></footer>';
    const stop = rememberFocus(document);
    const focused = (): string => document.activeElement?.textContent ?? '';
    moveToRegion(1);
    expect(focused()).toBe('a');
    document.querySelectorAll('button')[1]?.focus();
    moveToRegion(1);
    expect(document.activeElement?.tagName).toBe('MAIN');
    moveToRegion(1);
    expect(focused()).toBe('c');
    moveToRegion(1);
    expect(focused()).toBe('b');
    moveToRegion(-1);
    expect(focused()).toBe('c');
    stop();
  });

  it('are passed over while something lies over them', () => {
    document.body.innerHTML = '<nav data-region tabindex="-1"><button>a</button></nav><div inert><main data-region tabindex="-1"><button>b</button></main></div><footer data-region tabindex="-1"><button>c</button></footer>';
    document.querySelector('button')?.focus();
    moveToRegion(1);
    expect(document.activeElement?.textContent).toBe('c');
    moveToRegion(-1);
    expect(document.activeElement?.textContent).toBe('a');
  });
});

it('a context menu opens below the element that it belongs to', () => {
  const element = document.createElement('div');
  element.getBoundingClientRect = () => new DOMRect(10, 20, 100, 30);
  expect(below(element)).toEqual({ x: 18, y: 50 });
});
