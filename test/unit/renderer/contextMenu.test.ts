import { describe, expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { showMenu } from '../../../renderer/commands/contextMenu.ts';
import { createCommandCenter } from '../../../renderer/commands/commandCenter.ts';
import type { ContextMenu } from '../../../shared/commands/contextMenu.ts';

function menuThatAnswers(answer: string | null): { readonly shown: ContextMenu[]; readonly api: ReturnType<typeof createFakeClient> } {
  const shown: ContextMenu[] = [];
  const api = createFakeClient({
    menus: {
      popUp: (menu) => {
        shown.push(menu);
        return Promise.resolve({ ok: true, value: answer });
      },
    },
  });
  return { shown, api };
}

describe('a context menu', () => {
  it('shows commands with title, key and state from the registry, and runs the chosen one', async () => {
    const ran: string[] = [];
    const center = createCommandCenter({ 'edit.undo': { run: () => void ran.push('undo'), enabled: () => true } }, () => false);
    const { shown, api } = menuThatAnswers('edit.undo');
    await showMenu(api, center, ['edit.undo', 'separator', 'edit.redo'], { x: 3, y: 4 });
    expect(shown).toEqual([
      {
        entries: [{ id: 'edit.undo', label: 'Undo', enabled: true, key: 'CmdOrCtrl+Z' }, 'separator', { id: 'edit.redo', label: 'Redo', enabled: false, key: 'CmdOrCtrl+Shift+Z' }],
        at: { x: 3, y: 4 },
      },
    ]);
    expect(ran).toEqual(['undo']);
  });

  it('runs an entry of its own, also one in an inner menu, and nothing when it was closed', async () => {
    const ran: string[] = [];
    const items = [{ label: 'Color', items: [{ id: 'red', label: 'Red', checked: true, run: () => void ran.push('red') }] }];
    const center = createCommandCenter({}, () => false);
    await showMenu(menuThatAnswers('red').api, center, items);
    await showMenu(menuThatAnswers(null).api, center, items);
    expect(ran).toEqual(['red']);
  });
});
