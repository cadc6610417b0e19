import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Designer } from '../../../renderer/features/designer/Designer.tsx';
import { activities, registryOf } from '../../../shared/activities/registry.ts';
import { scriptedEvents } from '../../fixtures/renderer/runEvents.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { showOver } from '../openRunbook.tsx';
import { testOnlyActivity } from '../testOnlyActivity.ts';
import { triageRunbook } from '../triageRunbook.ts';

const designer = <Designer runbookKey="triage" />;
const card = (name: RegExp): HTMLElement => screen.getByRole('group', { name });

describe('the canvas', () => {
  it('tells everything about a card in its name', async () => {
    await showOver(triageRunbook, designer);
    expect(card(/^Find, /)).toHaveAccessibleName('Find, Get Item, starts the runbook, reads items, 1 link out');
    expect(card(/^Reply, /)).toHaveAccessibleName('Reply, Reply To E-Mail, sends mail, no links out');
  });

  it('adds an activity after the focused one and connects it, with the keyboard alone', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(triageRunbook, designer);
    act(() => card(/^Reply, /).focus());
    await user.keyboard('{Shift>}A{/Shift}');
    await user.type(screen.getByRole('combobox', { name: 'Add activity after Reply' }), 'move{Enter}');
    expect(editor().document.links).toContainEqual(expect.objectContaining({ from: 'reply', to: 'move-or-copy-item' }));
    expect(editor().selection.activities).toEqual(['move-or-copy-item']);
    await waitFor(() => expect(card(/^Move Or Copy Item, /)).toHaveFocus());
  });

  it('links to an activity of a list, and refuses a circle there', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(Runbook.parse({ ...triageRunbook, links: [] }), designer);
    act(() => card(/^Find, /).focus());
    await user.keyboard('l');
    await user.keyboard('{Enter}');
    expect(editor().document.links).toMatchObject([{ from: 'find', to: 'reply' }]);
    act(() => card(/^Reply, /).focus());
    await user.keyboard('l');
    expect(within(screen.getByRole('listbox')).getByRole('option', { name: /Find/ })).toHaveAttribute('aria-disabled', 'true');
  });

  it('deletes with the keyboard and brings it back with undo', async () => {
    const user = userEvent.setup();
    const { editor, commands } = await showOver(triageRunbook, designer);
    act(() => card(/^Reply, /).focus());
    await user.keyboard('{Delete}');
    expect(Object.keys(editor().document.activities)).toEqual(['find']);
    expect(editor().document.links).toEqual([]);
    act(() => commands.run('edit.undo'));
    expect(editor().document).toBe(editor().saved);
    expect(card(/^Reply, /)).toBeInTheDocument();
  });

  it('moves with arrow keys on the grid, in one undo step', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(triageRunbook, designer);
    act(() => card(/^Reply, /).focus());
    await user.keyboard('{ArrowDown}{ArrowDown}{Shift>}{ArrowRight}{/Shift}');
    expect(editor().document.layout.reply).toEqual([360, 56]);
    expect(editor().undo).toHaveLength(1);
  });

  it('stops at a link between two cards and selects it there', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(triageRunbook, designer);
    act(() => card(/^Find, /).focus());
    await user.tab();
    expect(screen.getByRole('button', { name: 'Link from Find to Reply' })).toHaveFocus();
    expect(editor().selection.link).toEqual({ from: 'find', to: 'reply' });
    await user.tab();
    expect(card(/^Reply, /)).toHaveFocus();
  });

  it('switches off with D, renames with F2, duplicates with Ctrl+D', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(triageRunbook, designer);
    act(() => card(/^Reply, /).focus());
    await user.keyboard('d');
    expect(card(/^Reply, /)).toHaveAccessibleName(/disabled/);
    await user.keyboard('{F2}');
    await user.clear(screen.getByRole('textbox', { name: 'Name' }));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Answer{Enter}');
    expect(editor().document.activities.reply?.name).toBe('Answer');
    await user.keyboard('{Control>}d{/Control}');
    expect(Object.keys(editor().document.activities)).toHaveLength(3);
  });

  it('selects all, aligns and takes that back in one step', async () => {
    const user = userEvent.setup();
    const { editor, commands } = await showOver(Runbook.parse({ ...triageRunbook, layout: { find: [40, 40], reply: [320, 200] } }), designer);
    expect(commands.enabled('runbook.alignTop')).toBe(false);
    act(() => card(/^Reply, /).focus());
    await user.keyboard('{Control>}a{/Control}');
    act(() => commands.run('runbook.alignTop'));
    expect(editor().document.layout).toEqual({ find: [40, 40], reply: [320, 40] });
    act(() => commands.run('edit.undo'));
    expect(editor().document).toBe(editor().saved);
  });

  it('switches off and duplicates many at once, with the links among them, each in one undo step', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(triageRunbook, designer);
    act(() => card(/^Reply, /).focus());
    await user.keyboard('{Control>}a{/Control}d');
    expect(Object.values(editor().document.activities).map(({ disabled }) => disabled)).toEqual([true, true]);
    await user.keyboard('{Control>}d{/Control}');
    expect(editor().selection.activities).toEqual(['find-2', 'reply-2']);
    expect(editor().document.links).toContainEqual(expect.objectContaining({ from: 'find-2', to: 'reply-2' }));
    expect(editor().undo).toHaveLength(2);
    await user.keyboard('{Delete}');
    expect(Object.keys(editor().document.activities)).toEqual(['find', 'reply']);
  });

  it('splices an activity into the selected link and makes room for it', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(triageRunbook, designer);
    act(() => card(/^Find, /).focus());
    await user.tab();
    await user.keyboard('{Shift>}A{/Shift}');
    await user.type(screen.getByRole('combobox', { name: 'Add activity between Find and Reply' }), 'move{Enter}');
    expect(editor().document.links.map(({ from, to }) => [from, to])).toEqual([['find', 'move-or-copy-item'], ['move-or-copy-item', 'reply']]);
    expect(editor().document.layout).toEqual({ find: [40, 40], 'move-or-copy-item': [288, 40], reply: [536, 40] });
    expect(editor().undo).toHaveLength(1);
  });

  it('puts the end of a link on another activity', async () => {
    const user = userEvent.setup();
    const third = { ...triageRunbook.activities, other: { ...triageRunbook.activities.reply, name: 'Other' } };
    const { editor, commands } = await showOver(Runbook.parse({ ...triageRunbook, activities: third, layout: { ...triageRunbook.layout, other: [320, 200] } }), designer);
    act(() => card(/^Find, /).focus());
    await user.tab();
    act(() => commands.run('runbook.attachTarget'));
    await user.type(screen.getByRole('combobox', { name: 'Let the link from Find lead to' }), 'other{Enter}');
    expect(editor().document.links).toMatchObject([{ from: 'find', to: 'other' }]);
    expect(editor().selection.link).toEqual({ from: 'find', to: 'other' });
  });

  it('follows links with Alt and the arrows, and asks where they branch', async () => {
    const user = userEvent.setup();
    const third = { ...triageRunbook.activities, other: { ...triageRunbook.activities.reply, name: 'Other' } };
    const { editor } = await showOver(Runbook.parse({ ...triageRunbook, activities: third, links: [...triageRunbook.links, { from: 'find', to: 'other' }] }), designer);
    act(() => card(/^Find, /).focus());
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await user.type(screen.getByRole('combobox', { name: 'Go on from Find to' }), 'other{Enter}');
    expect(editor().selection.activities).toEqual(['other']);
    await waitFor(() => expect(card(/^Other, /)).toHaveFocus());
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(card(/^Find, /)).toHaveFocus();
  });

  it('says how to begin on an empty canvas', async () => {
    await showOver(Runbook.parse({ name: 'New' }), designer);
    expect(screen.getByText('Start with an activity')).toBeInTheDocument();
  });
});

describe('the palette', () => {
  it('finds activities, also one that only this test knows, and adds with Enter', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(Runbook.parse({ name: 'New' }), designer, {}, registryOf([...activities.all, testOnlyActivity]));
    await user.type(screen.getByRole('searchbox', { name: 'Search activities' }), 'folder size');
    const entry = screen.getByRole('button', { name: 'Add Count Folder Size' });
    expect(screen.queryByRole('button', { name: 'Add Get Item' })).toBeNull();
    act(() => entry.focus());
    await user.keyboard('{Enter}');
    expect(Object.values(editor().document.activities)).toMatchObject([{ type: 'test.countFolderSize', name: 'Count Folder Size' }]);
  });
});

describe('a test run', () => {
  it('shows states, counts and reasons on the canvas', async () => {
    const stream = scriptedStream<RunRequest, RunEvent>();
    const { stores } = await showOver(triageRunbook, designer, { runs: { start: stream.open } });
    act(() => stores.runs.getState().start({ key: 'triage', document: stores.editor.getState().open.triage?.document ?? expect.fail(), mode: 'run', breakpoints: [], input: {} }, []));
    act(() => stream.emit(...scriptedEvents()));
    expect(card(/^Find, /)).toHaveAccessibleName(/success/);
    expect(within(card(/^Find, /)).getByText(/Success · 2 rows · 800 ms/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Link from Find to Reply, followed 2 times' })).toBeInTheDocument();
  });

  it('is refused while there are errors, and shows them', async () => {
    const { stores, commands } = await showOver(Runbook.parse({ ...triageRunbook, activities: { ...triageRunbook.activities, reply: { ...triageRunbook.activities.reply, properties: {} } } }), designer);
    act(() => commands.run('run.test'));
    expect(stores.runs.getState().runs.triage).toBeUndefined();
    expect(stores.layout.getState().bottomTab).toBe('problems');
  });

  it('asks before it changes a real mailbox, and steps by default', async () => {
    const user = userEvent.setup();
    const stream = scriptedStream<RunRequest, RunEvent>();
    const real = Runbook.parse({ ...triageRunbook, activities: { ...triageRunbook.activities, reply: { ...triageRunbook.activities.reply, connection: 'contoso' } } });
    const { commands } = await showOver(real, designer, { runs: { start: stream.open } });
    act(() => commands.run('run.test'));
    const dialog = screen.getByRole('dialog', { name: 'This test works on a real mailbox: helpdesk@contoso.com' });
    expect(within(dialog).getByText(/1 activity sends mail/)).toBeInTheDocument();
    expect(stream.inputs).toHaveLength(0);
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Step through' })).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(stream.inputs).toMatchObject([{ key: 'triage', mode: 'step' }]);
    expect(screen.getByText(/This test works on a real mailbox: Contoso/)).toBeInTheDocument();
  });

  it('asks for the parameters of Initialize Data and remembers them', async () => {
    const user = userEvent.setup();
    const stream = scriptedStream<RunRequest, RunEvent>();
    const document = Runbook.parse({ name: 'New', activities: { start: { type: 'control.initializeData', name: 'Start', properties: { parameters: [{ name: 'Folder', type: 'String', default: 'Inbox' }, { name: 'Limit', type: 'Integer' }] } } } });
    const { commands, stores } = await showOver(document, designer, { runs: { start: stream.open } });
    act(() => commands.run('run.test'));
    const dialog = screen.getByRole('dialog', { name: 'Start test' });
    expect(within(dialog).getByRole('textbox', { name: 'Folder' })).toHaveValue('Inbox');
    await user.type(within(dialog).getByRole('textbox', { name: 'Limit' }), 'many');
    await user.click(within(dialog).getByRole('button', { name: 'Start test' }));
    expect(within(dialog).getByText(/Limit must be a whole number/)).toBeInTheDocument();
    await user.clear(within(dialog).getByRole('textbox', { name: 'Limit' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Limit' }), '5{Enter}');
    expect(stream.inputs).toMatchObject([{ input: { Folder: 'Inbox', Limit: '5' } }]);
    expect(stores.runs.getState().inputs.triage).toEqual({ Folder: 'Inbox', Limit: '5' });
  });
});
