import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SearchView } from '../../../renderer/features/search/SearchView.tsx';
import { Designer } from '../../../renderer/features/designer/Designer.tsx';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { showOver } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

const designer = <Designer runbookKey="triage" />;
const noted = Runbook.parse({ ...triageRunbook, notes: { hint: { text: 'Ask Ana', at: [40, 200], size: [160, 80] } } });

describe('find in the runbook', () => {
  it('counts, goes round with Enter and F3, and goes back to the canvas with Escape', async () => {
    const user = userEvent.setup();
    const { editor, commands } = await showOver(triageRunbook, designer);
    act(() => commands.run('edit.find'));
    const field = screen.getByRole('searchbox', { name: 'Find in runbook' });
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard('find');
    const bar = screen.getByRole('search', { name: 'Find in runbook' });
    expect(within(bar).getByRole('status')).toHaveTextContent('2 found');
    await user.keyboard('{Enter}');
    expect(editor().selection.activities).toEqual(['find']);
    expect(within(bar).getByRole('status')).toHaveTextContent('1 of 2');
    await user.keyboard('{Enter}');
    expect(editor().selection.activities).toEqual(['reply']);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('search', { name: 'Find in runbook' })).toBeNull();
    expect(screen.getByRole('group', { name: /^Reply, / })).toHaveFocus();
    act(() => commands.run('edit.findNext'));
    expect(editor().selection.activities).toEqual(['find']);
  });

  it('says when there is nothing', async () => {
    const user = userEvent.setup();
    const { commands } = await showOver(triageRunbook, designer);
    act(() => commands.run('edit.find'));
    await user.type(screen.getByRole('searchbox', { name: 'Find in runbook' }), 'xyzzy');
    expect(screen.getByText('Not found')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next place' })).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('find in the workspace', () => {
  it('lists places by runbook, what is not saved included, and selects what is chosen', async () => {
    const user = userEvent.setup();
    const workspace = { id: 'w', name: 'Work', path: '/w', demo: false, runbooks: [{ key: 'triage', name: 'Triage', folder: '' }] };
    const { editor, stores } = await showOver(triageRunbook, <SearchView />, { workspace: { current: () => Promise.resolve({ ok: true, value: workspace }) } });
    await act(() => stores.workspace.getState().load());
    await user.type(screen.getByRole('searchbox', { name: 'Find in all runbooks' }), 're: ');
    const tree = await screen.findByRole('tree', { name: 'Found' });
    expect(within(tree).getByRole('treeitem', { name: /Reply · Body Prefix/ })).toBeInTheDocument();
    act(() => stores.editor.getState().edit('triage', (document) => ({ ...document, notes: { hint: { text: 'Re: mind', at: [0, 0], size: [80, 80] } } })));
    expect(within(tree).getByRole('treeitem', { name: /Re: mind/ })).toBeInTheDocument();
    act(() => tree.focus());
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(editor().selection.activities).toEqual(['reply']));
  });
});

describe('the outline', () => {
  const item = (name: RegExp): HTMLElement => screen.getByRole('treeitem', { name });

  it('lists activities in running order with their links, and goes through them with the arrows', async () => {
    const user = userEvent.setup();
    const { editor, commands } = await showOver(noted, designer);
    act(() => commands.run('view.outline'));
    const tree = screen.getByRole('tree', { name: 'Outline of Triage' });
    expect(within(tree).getAllByRole('treeitem').map((row) => [row.getAttribute('aria-level'), row.getAttribute('aria-label')])).toEqual([
      ['1', 'Find, Get Item, starts the runbook, reads items, 1 link out'],
      ['2', 'Link from Find to Reply'],
      ['1', 'Reply, Reply To E-Mail, sends mail, no links out'],
      ['1', 'Note: Ask Ana'],
    ]);
    act(() => tree.focus());
    expect(editor().selection.activities).toEqual(['find']);
    await user.keyboard('{ArrowDown}');
    expect(editor().selection.link).toEqual({ from: 'find', to: 'reply' });
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(item(/^Find, /)).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{ArrowRight}{End}');
    expect(editor().selection.notes).toEqual(['hint']);
    await user.keyboard('{Home}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(tree).toHaveFocus();
  });

  it('takes the keyboard from the canvas, and gives it back', async () => {
    const { commands } = await showOver(noted, designer);
    act(() => screen.getByRole('application', { name: 'Canvas' }).focus());
    act(() => commands.run('view.outline'));
    await waitFor(() => expect(screen.getByRole('tree', { name: 'Outline of Triage' })).toHaveFocus());
    act(() => commands.run('view.outline'));
    // The canvas goes on at the card that was selected in the outline.
    await waitFor(() => expect(screen.getByRole('group', { name: /^Find,/ })).toHaveFocus());
  });

  it('builds, links, renames, switches off and deletes as the canvas does', async () => {
    const user = userEvent.setup();
    const { editor, commands } = await showOver(noted, designer);
    act(() => commands.run('view.outline'));
    act(() => screen.getByRole('tree').focus());
    await user.keyboard('{ArrowDown}{ArrowDown}{Shift>}A{/Shift}');
    await user.type(screen.getByRole('combobox', { name: 'Add activity after Reply' }), 'move{Enter}');
    expect(item(/^Move Or Copy Item, /)).toHaveAttribute('aria-selected', 'true');
    await waitFor(() => expect(screen.getByRole('tree')).toHaveFocus());
    await user.keyboard('{F2}');
    await user.clear(screen.getByRole('textbox', { name: 'Name' }));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'File it{Enter}');
    await waitFor(() => expect(screen.getByRole('tree')).toHaveFocus());
    await user.keyboard('d');
    expect(item(/^File it, .*disabled/)).toBeInTheDocument();
    await user.keyboard('{Delete}');
    expect(Object.keys(editor().document.activities)).toEqual(['find', 'reply']);
    await user.keyboard('{End}{F2}');
    await user.clear(screen.getByRole('textbox', { name: 'Text of the note' }));
    await user.type(screen.getByRole('textbox', { name: 'Text of the note' }), 'Ask Bo');
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(editor().document.notes.hint?.text).toBe('Ask Bo');
  });
});
