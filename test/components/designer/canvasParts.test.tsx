import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Designer } from '../../../renderer/features/designer/Designer.tsx';
import type { ContextMenu } from '../../../shared/commands/contextMenu.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { parseFragment } from '../../../shared/workspace/files/fragmentFile.ts';
import { showOver } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

const designer = <Designer runbookKey="triage" />;
const node = (name: RegExp): HTMLElement => screen.getByRole('group', { name });

describe('notes', () => {
  it('are added, written, moved, made larger and removed with the keyboard', async () => {
    const user = userEvent.setup();
    const { editor, commands } = await showOver(triageRunbook, designer);
    act(() => node(/^Reply, /).focus());
    await user.keyboard('n');
    await user.type(screen.getByRole('textbox', { name: 'Text of the note' }), 'Ask Ana{Control>}{Enter}{/Control}');
    const note = node(/^Note: Ask Ana/);
    expect(editor().undo).toHaveLength(1);
    act(() => note.focus());
    const [x, y] = editor().document.notes['note-1']?.at ?? expect.fail();
    await user.keyboard('{ArrowRight}{Control>}{Shift>}{ArrowDown}{/Shift}{/Control}');
    expect(editor().document.notes['note-1']).toMatchObject({ at: [x + 8, y], size: [208, 96] });
    await user.keyboard('{Delete}');
    expect(editor().document.notes).toEqual({});
    act(() => commands.run('edit.undo'));
    expect(node(/^Note: Ask Ana/)).toBeInTheDocument();
  });

  it('keep their text when writing is given up, and go when they never got one', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(Runbook.parse({ ...triageRunbook, notes: { hint: { text: 'As it was', at: [40, 200], size: [160, 80] } } }), designer);
    act(() => node(/^Note: As it was/).focus());
    await user.keyboard('{F2}');
    await user.type(screen.getByRole('textbox', { name: 'Text of the note' }), ' and more{Escape}');
    expect(editor().document.notes.hint?.text).toBe('As it was');
    act(() => node(/^Find, /).focus());
    await user.keyboard('n');
    await user.type(screen.getByRole('textbox', { name: 'Text of the note' }), '{Escape}');
    expect(Object.keys(editor().document.notes)).toEqual(['hint']);
  });
});

describe('groups', () => {
  it('are made of the selection, named, moved with their activities, and dissolved', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(triageRunbook, designer);
    act(() => node(/^Reply, /).focus());
    await user.keyboard('{Control>}a{/Control}{Control>}g{/Control}');
    const name = screen.getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Answering{Enter}');
    expect(editor().document.groups).toEqual({ 'group-1': { name: 'Answering', activities: ['find', 'reply'] } });
    act(() => node(/^Group Answering, 2 activities/).focus());
    await user.keyboard('{ArrowDown}');
    expect(editor().document.layout).toEqual({ find: [40, 48], reply: [320, 48] });
    await user.keyboard('{Control>}{Shift>}g{/Shift}{/Control}');
    expect(editor().document.groups).toEqual({});
    expect(Object.keys(editor().document.activities)).toEqual(['find', 'reply']);
  });
});

describe('the clipboard', () => {
  it('holds text, and pasting keeps links and references among what was copied', async () => {
    const user = userEvent.setup();
    const { editor, stores } = await showOver(triageRunbook, designer);
    act(() => node(/^Reply, /).focus());
    await user.keyboard('{Control>}a{/Control}{Control>}c{/Control}');
    await waitFor(async () => expect(Object.keys(parseFragment((await stores.app.getState().clipboardText()) ?? '')?.activities ?? {})).toEqual(['find', 'reply']));
    await user.keyboard('{Control>}v{/Control}');
    await waitFor(() => expect(editor().selection.activities).toEqual(['find-2', 'reply-2']));
    expect(editor().document.links).toContainEqual(expect.objectContaining({ from: 'find-2', to: 'reply-2' }));
    expect(editor().document.activities['reply-2']?.properties.id).toBe('{{find-2.ID}}');
    expect(editor().undo).toHaveLength(1);
    await user.keyboard('{Control>}x{/Control}');
    await waitFor(() => expect(editor().document.activities).toEqual(triageRunbook.activities));
  });

  it('is used by the menu bar, too, whose Copy and Paste are events of the page', async () => {
    const { editor, stores } = await showOver(triageRunbook, designer);
    act(() => node(/^Reply, /).focus());
    fireEvent.copy(node(/^Reply, /));
    await waitFor(async () => expect(await stores.app.getState().clipboardText()).toContain('reply'));
    fireEvent.paste(node(/^Reply, /));
    await waitFor(() => expect(editor().selection.activities).toEqual(['reply-2']));
    expect(editor().document.activities['reply-2']?.properties.id).toBe('{{find.ID}}');
  });

  it('says so when it holds no activities', async () => {
    const { editor, stores, commands } = await showOver(triageRunbook, designer, { app: { clipboardText: () => Promise.resolve({ ok: true, value: { text: 'Dear Ana' } }) } });
    act(() => commands.run('edit.paste'));
    await waitFor(() => expect(stores.app.getState().notice?.text).toMatch(/holds no activities/));
    expect(editor().document).toBe(editor().saved);
  });
});

describe('the context menu', () => {
  const menus: ContextMenu[] = [];
  const answering = (id: string) => ({ menus: { popUp: (menu: ContextMenu) => { menus.push(menu); return Promise.resolve({ ok: true, value: id } as const); } } });
  const labels = (): readonly string[] => (menus.at(-1)?.entries ?? []).flatMap((entry) => (entry === 'separator' ? [] : [entry.label]));

  it('opens for the card that has the focus and runs what is chosen', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(triageRunbook, designer, answering('runbook.delete'));
    act(() => node(/^Reply, /).focus());
    await user.keyboard('{Shift>}{F10}{/Shift}');
    await waitFor(() => expect(Object.keys(editor().document.activities)).toEqual(['find']));
    expect(labels()).toEqual(expect.arrayContaining(['Properties', 'Link To…', 'Cut', 'Rename', 'Delete']));
  });

  it('gives a link a color', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(triageRunbook, designer, answering('color.blue'));
    act(() => node(/^Find, /).focus());
    await user.tab();
    await user.keyboard('{ContextMenu}');
    await waitFor(() => expect(editor().document.links[0]?.color).toBe('blue'));
    expect(labels()).toEqual(expect.arrayContaining(['Detach End of Link…', 'Color']));
  });

  it('offers what makes sense on the empty canvas', async () => {
    const user = userEvent.setup();
    await showOver(triageRunbook, designer, answering('separator'));
    await user.pointer({ keys: '[MouseRight]', target: within(screen.getByRole('application', { name: 'Canvas' })).getByTestId('rf__wrapper').querySelector('.react-flow__pane') ?? expect.fail() });
    expect(labels()).toEqual(expect.arrayContaining(['Add Activity…', 'Add Note', 'Paste', 'Fit to Window']));
  });
});
