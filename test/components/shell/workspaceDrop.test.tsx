import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { WorkspaceDrop } from '../../../renderer/app/WorkspaceDrop.tsx';
import { FileDrop } from '../../../renderer/ui/FileDrop.tsx';
import { showWith } from '../showWith.tsx';

const workspace = { id: 'w', name: 'helpdesk', path: '/data/helpdesk', demo: false, runbooks: [] };
const hint = 'Drop a folder to open it as a workspace';
beforeEach(() => void vi.stubGlobal('pathOfFile', (file: File): string => `/data/${file.name}`));

/** What the browser hands over for files and folders; a name that ends in a slash is a folder's. */
const dragged = (...names: readonly string[]) => {
  const items = names.map((name) => ({ webkitGetAsEntry: () => ({ isDirectory: name.endsWith('/') }), getAsFile: () => new File([], name.replace('/', '')) }));
  return { dataTransfer: { types: ['Files'], files: [], items } };
};

function shown() {
  const open = vi.fn(() => Promise.resolve({ ok: true, value: workspace } as const));
  const inner = vi.fn();
  const { stores } = showWith(<WorkspaceDrop><p>Outside</p><FileDrop text="Inner" onFiles={inner}>Inside</FileDrop></WorkspaceDrop>, createFakeClient({ workspace: { open } }));
  return { stores, open, inner };
}

it('opens a folder that is dropped, with a hint while it hovers', async () => {
  const { stores, open } = shown();
  fireEvent.dragEnter(screen.getByText('Outside'), { dataTransfer: { types: ['Files'], items: [] } });
  expect(screen.getByText(hint)).toBeVisible();
  fireEvent.drop(screen.getByText('Outside'), dragged('notes.txt', 'helpdesk/'));
  expect(screen.queryByText(hint)).toBeNull();
  expect(open).toHaveBeenCalledWith({ path: '/data/helpdesk' });
  await waitFor(() => expect(stores.workspace.getState().view).toEqual(workspace));
});

it('says that a file is no workspace', () => {
  const { stores, open } = shown();
  fireEvent.drop(screen.getByText('Outside'), dragged('notes.txt'));
  expect(open).not.toHaveBeenCalled();
  expect(stores.app.getState().notice?.text).toMatch(/^No workspace was opened: a workspace is a folder/);
});

it('leaves a folder to what lies inside and takes it', () => {
  const { open, inner } = shown();
  fireEvent.dragEnter(screen.getByText('Inside'), { dataTransfer: { types: ['Files'], items: [] } });
  expect(screen.queryByText(hint)).toBeNull();
  fireEvent.drop(screen.getByText('Inside'), dragged('logs/'));
  expect(inner).toHaveBeenCalledOnce();
  expect(open).not.toHaveBeenCalled();
});
