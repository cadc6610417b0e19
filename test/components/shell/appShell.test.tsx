import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it, vi } from 'vitest';
import { createFakeClient, fails } from '../../../renderer/api/fakeClient.ts';
import { loadAhead } from '../../../renderer/app/lazyParts.ts';
import { AppShell } from '../../../renderer/app/AppShell.tsx';
import { ErrorBoundary } from '../../../renderer/app/ErrorBoundary.tsx';
import { shellCommands } from '../../../renderer/commands/shellCommands.ts';
import { openRunbook } from '../../../renderer/commands/workspaceActions.ts';
import { createStores, type Stores } from '../../../renderer/stores/stores.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { AppApi } from '../../../shared/ipc/contract.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { showWith } from '../showWith.tsx';

// The window loads these while it is idle.
beforeAll(() => loadAhead(() => Promise.resolve()));

const workspace = { id: 'w', name: 'helpdesk', path: '/data/helpdesk', demo: false, runbooks: [{ key: 'triage', name: 'Triage mail', folder: '' }, { key: 'archive', name: 'Archive', folder: '' }] };
const runbooks = { triage: Runbook.parse({ name: 'Triage mail' }), archive: Runbook.parse({ name: 'Archive' }) };

async function show(api: AppApi = createFakeClient({}, { workspace, runbooks })): Promise<Stores> {
  const stores = createStores(api);
  await stores.workspace.getState().load();
  showWith(<AppShell />, api, shellCommands(stores), stores);
  return stores;
}

async function openAndChange(stores: Stores): Promise<void> {
  act(() => openRunbook(stores, 'triage'));
  await waitFor(() => expect(stores.editor.getState().open['triage']).toBeDefined());
  act(() => stores.editor.getState().edit('triage', (document) => ({ ...document, description: 'Changed' })));
}

it('has a landmark for each part', async () => {
  const stores = await show();
  act(() => stores.layout.getState().showBottom('console'));
  expect(screen.getByRole('navigation', { name: 'Activity rail' })).toBeVisible();
  expect(screen.getByRole('complementary', { name: 'Side bar' })).toBeVisible();
  expect(screen.getByRole('main', { name: 'Editor' })).toBeVisible();
  expect(screen.getByRole('region', { name: 'Bottom panel' })).toBeVisible();
  expect(screen.getByRole('contentinfo', { name: 'Status bar' })).toBeVisible();
});

it('names the button for new runbooks in one line, which leaves the tree below it free', async () => {
  await show();
  await userEvent.hover(screen.getByRole('button', { name: 'New Runbook' }));
  expect((await screen.findByRole('tooltip')).textContent).toBe('New Runbook (Ctrl+N)');
});

it('opens a runbook from the tree with the keyboard', async () => {
  const stores = await show();
  const tree = screen.getByRole('tree', { name: 'Runbooks' });
  act(() => tree.focus());
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(stores.layout.getState().activeTab).toEqual({ kind: 'runbook', key: 'triage' });
  expect(await screen.findByRole('tab', { name: 'Triage mail', selected: true })).toBeVisible();
});

it('marks an unsaved tab and asks before it closes', async () => {
  const stores = await show();
  await openAndChange(stores);
  const tab = await screen.findByRole('tab', { name: 'Triage mail, unsaved changes' });
  act(() => tab.focus());
  await userEvent.keyboard('{Delete}');
  const question = screen.getByRole('dialog', { name: 'Save Triage mail?' });
  await userEvent.click(within(question).getByRole('button', { name: 'Save runbook' }));
  await waitFor(() => expect(stores.layout.getState().tabs).toEqual([{ kind: 'welcome' }]));
  expect(stores.editor.getState().open['triage']).toBeUndefined();
});

it('keeps an unsaved tab open when its file cannot be written', async () => {
  const full = createFakeClient({}, { workspace, runbooks });
  const stores = await show({ ...full, runbooks: { ...full.runbooks, save: () => fails(errorData('app.invalidRequest')) } });
  await openAndChange(stores);
  act(() => stores.layout.getState().openDialog({ kind: 'unsaved', keys: ['triage'], names: ['Triage mail'], proceed: () => stores.layout.getState().closeRunbooks() }));
  await userEvent.click(screen.getByRole('button', { name: 'Save runbook' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(stores.layout.getState().tabs).toContainEqual({ kind: 'runbook', key: 'triage' });
});

it('says below the menu that a workspace could not be opened', async () => {
  const failure = errorData('app.invalidRequest', { channel: 'workspace' });
  const api = createFakeClient({ workspace: { openDemo: () => fails(failure) } });
  await show(api);
  await userEvent.click(screen.getByRole('button', { name: 'Open the demo' }));
  const card = await screen.findByText(failure.what);
  expect(card).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText(failure.what)).not.toBeInTheDocument();
});

it('opens the demo with a hint', async () => {
  const api = createFakeClient({ workspace: { openDemo: () => Promise.resolve({ ok: true, value: { ...workspace, demo: true } }) } }, { runbooks });
  await show(api);
  await userEvent.click(screen.getByRole('button', { name: 'Open the demo' }));
  expect(await screen.findByText(/Nothing leaves this computer\.$/)).toHaveTextContent('Press F10 to run one activity, F5 to run all. Nothing leaves this computer.');
  await userEvent.click(screen.getByRole('button', { name: 'Hide this hint' }));
  expect(screen.queryByText(/to run one activity/)).not.toBeInTheDocument();
});

it('speaks announcements, the same one twice as well', async () => {
  const stores = await show();
  vi.useFakeTimers();
  act(() => stores.app.getState().announce('Reply finished: failed.', true));
  const alert = screen.getAllByRole('alert').find(({ textContent }) => textContent === 'Reply finished: failed.');
  const before = alert?.firstElementChild;
  act(() => stores.app.getState().announce('Reply finished: failed.', true));
  expect(alert?.firstElementChild).toBe(before);
  act(() => void vi.advanceTimersByTime(1000));
  expect(alert?.firstElementChild).not.toBe(before);
  vi.useRealTimers();
});

it('reports a defect of a screen under a reference', async () => {
  const Broken = (): never => {
    throw new Error('made for this test');
  };
  const reported: string[] = [];
  const api = createFakeClient({ app: { reportDefect: ({ message }) => { reported.push(message); return Promise.resolve({ ok: true, value: { reference: '7F3A' } }); } } });
  // React prints what a boundary caught; here that is what is wanted.
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  showWith(<ErrorBoundary api={api}><Broken /></ErrorBoundary>, api);
  expect(await screen.findByText(/7F3A/)).toBeVisible();
  expect(reported).toEqual(['made for this test']);
  printed.mockRestore();
});
