import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { WelcomePage } from '../../../renderer/features/welcome/WelcomePage.tsx';
import { sampleList } from '../../../shared/demo/samples.ts';
import { createStores } from '../../../renderer/stores/stores.ts';
import { showWith } from '../showWith.tsx';

const workspace = { id: 'w', name: 'helpdesk', path: '/data/helpdesk', demo: false, runbooks: [] };
const found = { ok: true, value: workspace } as const;

it('lists the samples that the demo can open', () => {
  showWith(<WelcomePage />, createFakeClient());
  for (const { title, summary } of sampleList) {
    expect(screen.getByRole('button', { name: new RegExp(title) })).toBeVisible();
    expect(screen.getByText(summary)).toBeVisible();
  }
});

it('asks for a folder before the first connection', async () => {
  const chooseFolder = vi.fn(() => Promise.resolve(found));
  const { stores } = showWith(<WelcomePage />, createFakeClient({ workspace: { chooseFolder } }));
  await userEvent.click(screen.getByRole('button', { name: 'New connection' }));
  await waitFor(() => expect(stores.layout.getState().dialog).toEqual({ kind: 'exchangeUser', edit: {} }));
  expect(chooseFolder).toHaveBeenCalledOnce();
});

it('opens a recent workspace', async () => {
  const open = vi.fn(() => Promise.resolve(found));
  const api = createFakeClient({ workspace: { open } }, { settings: { recentWorkspaces: [{ path: '/data/helpdesk', name: 'helpdesk' }] } });
  const stores = createStores(api);
  await stores.settings.getState().load();
  showWith(<WelcomePage />, api, {}, stores);
  await userEvent.click(screen.getByRole('button', { name: /^helpdesk/ }));
  await waitFor(() => expect(stores.workspace.getState().view).toEqual(workspace));
  expect(open).toHaveBeenCalledWith({ path: '/data/helpdesk' });
});

it('marks the workspace that is open among the recent ones, and takes one from the list', async () => {
  const recentWorkspaces = [{ path: '/data/helpdesk', name: 'helpdesk' }, { path: '/data/old', name: 'old' }];
  const stores = createStores(createFakeClient({}, { workspace, settings: { recentWorkspaces } }));
  await Promise.all([stores.settings.getState().load(), stores.workspace.getState().load()]);
  showWith(<WelcomePage />, createFakeClient(), {}, stores);
  expect(screen.getByRole('button', { name: /^helpdesk/ })).toHaveTextContent('Open now');
  expect(screen.getByRole('button', { name: /^old/ })).not.toHaveTextContent('Open now');
  await userEvent.click(screen.getByRole('button', { name: 'Remove old from the recent workspaces' }));
  expect(screen.queryByText('/data/old')).toBeNull();
  act(() => stores.app.getState().notice?.undo?.());
  expect(await screen.findByText('/data/old')).toBeVisible();
  expect(stores.settings.getState().settings.recentWorkspaces).toEqual(recentWorkspaces);
});
