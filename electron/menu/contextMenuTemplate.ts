import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { ContextMenu, MenuEntry } from '../../shared/commands/contextMenu.ts';

type Item = MenuItemConstructorOptions;

/** The native items of a context menu. `choose` is told the id of the entry that was taken. */
export function contextMenuTemplate(entries: ContextMenu['entries'], choose: (id: string) => void): Item[] {
  const item = (entry: MenuEntry | 'separator'): Item => {
    if (entry === 'separator') return { type: 'separator' };
    const { id, label, key, enabled = true, checked, entries: below, role } = entry;
    if (role !== undefined) return { role, label, enabled };
    if (below !== undefined) return { label, enabled: enabled && below.length > 0, submenu: below.map(item) };
    return {
      id,
      label,
      enabled,
      ...(checked === undefined ? {} : { type: 'checkbox', checked }),
      ...(key === undefined ? {} : { accelerator: key, registerAccelerator: false }),
      click: () => choose(id),
    };
  };
  return entries.map(item);
}

/** The menu of a place that the page has none of its own for: the clipboard in a text field, copying where text is selected. */
export function textMenuTemplate({ isEditable, editFlags, selectionText }: Pick<ContextMenuParams, 'isEditable' | 'editFlags' | 'selectionText'>): Item[] {
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy' }];
  const { canUndo, canRedo, canCut, canCopy, canPaste, canSelectAll } = editFlags;
  return [
    { role: 'undo', enabled: canUndo },
    { role: 'redo', enabled: canRedo },
    { type: 'separator' },
    { role: 'cut', enabled: canCut },
    { role: 'copy', enabled: canCopy },
    { role: 'paste', enabled: canPaste },
    { type: 'separator' },
    { role: 'selectAll', enabled: canSelectAll },
  ];
}
