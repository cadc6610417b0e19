import { expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import type { CommandBindings } from '../../../renderer/commands/commandBindings.ts';
import { editorCommands } from '../../../renderer/commands/editorCommands.ts';
import { runCommands } from '../../../renderer/commands/runCommands.ts';
import { shellCommands } from '../../../renderer/commands/shellCommands.ts';
import { traceCommands } from '../../../renderer/commands/traceCommands.ts';
import { createStores } from '../../../renderer/stores/stores.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';

/** The commands that make no sense now, with what the person is told of them. */
const reasons = (bindings: CommandBindings): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(bindings).flatMap(([id, binding]) => (binding.enabled() ? [] : [[id, binding.why]])));

async function withRunbook(document?: Runbook): Promise<{ readonly bindings: CommandBindings; readonly stores: ReturnType<typeof createStores> }> {
  const stores = createStores(createFakeClient({}, { runbooks: document === undefined ? {} : { triage: document } }));
  if (document !== undefined) {
    await stores.editor.getState().load('triage');
    stores.layout.getState().openTab({ kind: 'runbook', key: 'triage' });
  }
  return { stores, bindings: { ...shellCommands(stores), ...editorCommands(stores), ...runCommands(stores), ...traceCommands(stores) } };
}

it('is said for every command, with nothing open and over an empty runbook', async () => {
  const nothing = reasons((await withRunbook()).bindings);
  const empty = reasons((await withRunbook(Runbook.parse({ name: 'Triage' }))).bindings);
  expect(Object.keys(nothing).length).toBeGreaterThan(30);
  expect(Object.entries({ ...nothing, ...empty }).filter(([, why]) => why === undefined)).toEqual([]);
  expect(nothing['edit.undo']).toBe('Open a runbook first.');
  expect(empty['edit.undo']).toBe('There is nothing to undo.');
  expect(empty['run.test']).toBe('Add an activity first.');
});

it('is that nothing may be changed, for a runbook that can only be read', async () => {
  const { bindings, stores } = await withRunbook(Runbook.parse({ name: 'Triage' }));
  stores.editor.setState(({ open }) => ({ open: Object.fromEntries(Object.entries(open).map(([key, one]) => [key, { ...one, readOnly: true }])) }));
  expect(reasons(bindings)).toMatchObject({ 'runbook.addActivity': 'This runbook can only be read.', 'runbook.delete': 'This runbook can only be read.' });
});
