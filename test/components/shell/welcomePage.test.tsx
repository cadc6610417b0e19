import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { WelcomePage } from '../../../renderer/features/welcome/WelcomePage.tsx';
import { samples as listed } from '../../../renderer/features/welcome/samples.ts';
import { samples } from '../../../electron/demo/samples.ts';
import { createStores } from '../../../renderer/stores/stores.ts';
import { showWith } from '../showWith.tsx';

const workspace = { id: 'w', name: 'helpdesk', path: '/data/helpdesk', demo: false, runbooks: [] };
const found = { ok: true, value: workspace } as const;

it('lists the samples that the demo can open', () => {
  expect(listed).toEqual(samples.map(({ id, title, summary }) => ({ id, title, summary })));
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
  await userEvent.click(screen.getByRole('button', { name: /helpdesk/ }));
  await waitFor(() => expect(stores.workspace.getState().view).toEqual(workspace));
  expect(open).toHaveBeenCalledWith({ path: '/data/helpdesk' });
});
