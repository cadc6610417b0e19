import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream, type ScriptedStream } from '../../../renderer/api/scriptedStream.ts';
import type { TextualField } from '../../../renderer/fields/editorProps.ts';
import { FieldEditor } from '../../../renderer/fields/FieldEditor.tsx';
import { errorData } from '../../../shared/errors/appError.ts';
import type { z } from 'zod';
import type { BrowseEvent, BrowseRequest } from '../../../shared/engine/browse.ts';
import { folder, itemId } from '../../../shared/fields/field.ts';
import { showWith } from '../showWith.tsx';

const folders: BrowseEvent = {
  type: 'folders',
  folders: [
    { id: 'f1', parent: 'root', name: 'Inbox', items: 12, unread: 3 },
    { id: 'f2', parent: 'f1', name: 'Projects', items: 4, unread: 0 },
    { id: 'f3', parent: 'f2', name: '2027', items: 0 },
    { id: 'f4', parent: 'root', name: 'Archive' },
    { id: 'f5', parent: 'root', name: 'In/Out' },
  ],
};

function Form({ field }: { readonly field: TextualField }): ReactElement {
  const [value, setValue] = useState('');
  return <FieldEditor field={field} id="one" value={value} onChange={setValue} mailbox="demo-items" />;
}

function showing(field: TextualField): ScriptedStream<z.input<typeof BrowseRequest>, BrowseEvent> {
  const stream = scriptedStream<z.input<typeof BrowseRequest>, BrowseEvent>();
  showWith(<Form field={field} />, createFakeClient({ mailbox: { browse: stream.open } }));
  return stream;
}
const folderField = folder({ label: 'Search Folder', help: 'Where.' });
const browse = (label: string): Promise<void> => userEvent.click(screen.getByRole('button', { name: `Browse the mailbox for ${label}` }));

describe('the folder picker', () => {
  it('shows the folders of the mailbox as a tree that is walked with the keyboard', async () => {
    const stream = showing(folderField);
    await browse('Search Folder');
    expect(stream.inputs.at(-1)).toEqual({ kind: 'folders', connection: 'demo-items' });
    act(() => stream.emit(folders));
    expect(screen.getAllByRole('treeitem').map((row) => row.textContent)).toEqual(['Archive', 'In/Out', 'Inbox3 unread of 12']);
    screen.getByRole('tree', { name: 'Folders' }).focus();
    await userEvent.keyboard('{End}{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('treeitem', { name: /Projects/ })).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('textbox', { name: 'Search Folder' })).toHaveValue('Inbox\\Projects');
  });

  it('finds folders at any depth, and names one by its ID where its name holds a separator', async () => {
    const stream = showing(folderField);
    await browse('Search Folder');
    act(() => stream.emit(folders));
    await userEvent.type(screen.getByRole('textbox', { name: 'Filter folders' }), '2027');
    expect(screen.getAllByRole('treeitem').map((row) => row.textContent)).toEqual(['Inbox3 unread of 12', 'Projects4', '20270']);
    await userEvent.clear(screen.getByRole('textbox', { name: 'Filter folders' }));
    await userEvent.click(screen.getByRole('treeitem', { name: /In\/Out/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Choose folder' }));
    expect(screen.getByRole('textbox', { name: 'Search Folder' })).toHaveValue('f5');
  });

  it('shows what went wrong, and stops reading when it is closed', async () => {
    const stream = showing(folderField);
    await browse('Search Folder');
    await act(async () => stream.end(errorData('secret.missing', { connection: 'Demo', variable: 'X' })));
    expect(screen.getAllByText(/password/i).length).toBeGreaterThan(0);
    await userEvent.keyboard('{Escape}');
    await browse('Search Folder');
    await userEvent.keyboard('{Escape}');
    expect(stream.cancelled()).toBe(true);
  });
});

describe('the item picker', () => {
  it('lists the items of a folder page by page and takes the ID', async () => {
    const stream = showing(itemId({ label: 'ID', help: 'Which.' }));
    await browse('ID');
    act(() => stream.emit(folders));
    await userEvent.click(screen.getByRole('treeitem', { name: /Inbox/ }));
    expect(stream.inputs.at(-1)).toEqual({ kind: 'items', connection: 'demo-items', folder: 'f1', search: '', offset: 0 });
    act(() => stream.emit({ type: 'items', items: [{ id: 'i1', title: 'Printer on fire', from: 'Ana' }], next: 50 }));
    await act(async () => stream.end());
    await userEvent.click(screen.getByRole('button', { name: 'Show older items' }));
    expect(stream.inputs.at(-1)).toMatchObject({ offset: 50 });
    act(() => stream.emit({ type: 'items', items: [{ id: 'i2', title: 'VPN', from: 'Li' }] }));
    await userEvent.dblClick(screen.getByRole('option', { name: /VPN/ }));
    expect(screen.getByRole('textbox', { name: 'ID' })).toHaveValue('i2');
  });
});
