import { expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { guardUnsaved } from '../../../renderer/commands/guardUnsaved.ts';
import { deleteRunbook, openDemo, openFolder, openRecent } from '../../../renderer/commands/workspaceActions.ts';
import { createStores } from '../../../renderer/stores/stores.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';

it('keeps the window open and asks while a runbook is unsaved, and closes it once that is settled', async () => {
  const stores = createStores(createFakeClient({}, { runbooks: { triage: Runbook.parse({ name: 'Triage mail' }) } }));
  await stores.editor.getState().load('triage');
  const target = Object.assign(new EventTarget(), { closed: 0, close: () => (target.closed += 1) });
  guardUnsaved(stores, target);
  const leave = (): boolean => target.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  expect(leave()).toBe(true);
  stores.editor.getState().edit('triage', (document) => ({ ...document, description: 'Changed' }));
  expect(leave()).toBe(false);
  const { dialog } = stores.layout.getState();
  expect(dialog).toMatchObject({ kind: 'unsaved', names: ['Triage mail'] });
  if (dialog?.kind === 'unsaved') dialog.proceed();
  expect(target.closed).toBe(1);
  expect(leave()).toBe(true);
});

it.each([
  ['another folder', openFolder],
  ['the demo', openDemo],
  ['a recent workspace', (stores: Parameters<typeof openRecent>[0]) => openRecent(stores, '/data/other')],
])('asks before %s takes the place of unsaved runbooks', async (_, open) => {
  const workspace = { id: 'w', name: 'W', path: '/w', demo: false, runbooks: [{ key: 'triage', name: 'Triage mail', folder: '' }] };
  const stores = createStores(createFakeClient({}, { workspace, runbooks: { triage: Runbook.parse({ name: 'Triage mail' }) } }));
  await stores.workspace.getState().load();
  await stores.editor.getState().load('triage');
  stores.editor.getState().edit('triage', (document) => ({ ...document, description: 'Changed' }));
  open(stores);
  expect(stores.workspace.getState().busy).toBeUndefined();
  expect(stores.layout.getState().dialog).toMatchObject({ kind: 'unsaved', keys: ['triage'] });
});

it('gives a deleted runbook back with Undo', async () => {
  const file = { key: 'triage', text: 'name: Triage mail', revision: '1' };
  const restore = vi.fn(() => Promise.resolve({ ok: true, value: { key: 'triage', name: 'Triage mail', folder: '' } } as const));
  const workspace = { id: 'w', name: 'W', path: '/w', demo: false, runbooks: [{ key: 'triage', name: 'Triage mail', folder: '' }] };
  const stores = createStores(createFakeClient({ runbooks: { readText: () => Promise.resolve({ ok: true, value: file }), restore } }, { workspace }));
  await stores.workspace.getState().load();
  await deleteRunbook(stores, 'triage', 'Triage mail');
  expect(stores.workspace.getState().view?.runbooks).toEqual([]);
  stores.app.getState().notice?.undo?.();
  await vi.waitFor(() => expect(stores.workspace.getState().view?.runbooks).toHaveLength(1));
  expect(restore).toHaveBeenCalledWith(file);
});
