import type { MenuItem } from '../../commands/contextMenu.ts';

/** The context menu of a value: Orchestrator's way to subscribe, its text, and the clipboard. */
export function valueMenu(raw: boolean, onRaw: ((raw: boolean) => void) | undefined, onSubscribe: ((what: 'published' | 'variable') => void) | undefined): readonly MenuItem[] {
  return [
    ...(onSubscribe === undefined
      ? []
      : [
          {
            label: 'Subscribe',
            items: [
              { id: 'value.published', label: 'Published Data…', run: () => onSubscribe('published') },
              { id: 'value.variable', label: 'Variable…', run: () => onSubscribe('variable') },
            ],
          },
        ]),
    ...(onRaw === undefined ? [] : [{ id: 'value.raw', label: 'Edit as Text', checked: raw, run: () => onRaw(!raw) }]),
    'separator',
    { role: 'cut', label: 'Cut' },
    { role: 'copy', label: 'Copy' },
    { role: 'paste', label: 'Paste' },
  ];
}
