import { expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { guardUnsaved } from '../../../renderer/commands/guardUnsaved.ts';
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
