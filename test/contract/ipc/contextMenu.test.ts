import { describe, expect, test } from 'vitest';
import { contextMenuTemplate, textMenuTemplate } from '../../../electron/menu/contextMenuTemplate.ts';
import { ContextMenu } from '../../../shared/commands/contextMenu.ts';
import { testApp } from './parts.ts';

const nothing = { canUndo: false, canRedo: false, canCut: false, canCopy: false, canPaste: false, canDelete: false, canSelectAll: false, canEditRichly: false };

describe('a context menu', () => {
  test('is built with its state, its keys shown and not bound, and tells the id that was chosen', () => {
    const chosen: string[] = [];
    const items = contextMenuTemplate(
      [
        { id: 'runbook.delete', label: 'Delete', key: 'Delete', enabled: false },
        'separator',
        { id: 'on', label: 'Disabled', checked: true },
        { id: 'color', label: 'Color', entries: [{ id: 'red', label: 'Red' }] },
        { id: 'none', label: 'Nothing in it', entries: [] },
      ],
      (id) => chosen.push(id),
    );
    expect(items[0]).toMatchObject({ label: 'Delete', enabled: false, accelerator: 'Delete', registerAccelerator: false });
    expect(items[1]).toEqual({ type: 'separator' });
    expect(items[2]).toMatchObject({ type: 'checkbox', checked: true, enabled: true });
    expect(items[4]).toMatchObject({ enabled: false });
    const inner = items[3]?.submenu;
    const red = Array.isArray(inner) ? inner[0] : undefined;
    Reflect.apply(red?.click ?? (() => undefined), undefined, []);
    expect(chosen).toEqual(['red']);
  });

  test('comes through its channel and answers what the desktop says', async () => {
    await using app = await testApp();
    expect(await app.handlers.menus.popUp({ entries: [{ id: 'one', label: 'One' }], at: { x: 1, y: 2 } })).toBe('one');
    expect(await app.handlers.menus.popUp({ entries: [] })).toBeNull();
  });

  test('refuses entries without a label, inner ones included', () => {
    expect(ContextMenu.safeParse({ entries: [{ id: 'a', label: 'A', entries: [{ id: 'b' }] }] }).success).toBe(false);
  });
});

describe('the menu of a text', () => {
  test('offers the clipboard in a field, copying where text is selected, and nothing elsewhere', () => {
    const roles = (parameters: Parameters<typeof textMenuTemplate>[0]): unknown[] =>
      textMenuTemplate(parameters).flatMap(({ role, enabled }) => (role === undefined || enabled === false ? [] : [role]));
    expect(roles({ isEditable: true, selectionText: '', editFlags: { ...nothing, canPaste: true } })).toEqual(['paste']);
    expect(roles({ isEditable: false, selectionText: 'a', editFlags: nothing })).toEqual(['copy']);
    expect(roles({ isEditable: false, selectionText: ' ', editFlags: nothing })).toEqual([]);
  });
});
