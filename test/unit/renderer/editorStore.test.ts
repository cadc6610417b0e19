import { describe, expect, it, vi } from 'vitest';
import { createFakeClient, fails } from '../../../renderer/api/fakeClient.ts';
import { createEditorStore, type EditorStore } from '../../../renderer/stores/editor.ts';
import { isDirty, type OpenEditor } from '../../../renderer/stores/editorHistory.ts';
import { getItem } from '../../../shared/activities/getItem.ts';
import { replyToEmail } from '../../../shared/activities/replyToEmail.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import { addActivity, connect, moveActivities, renameActivity, setProperty } from '../../../shared/runbook/edits.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';

const empty = Runbook.parse({ name: 'Triage' });
const twoActivities = addActivity(addActivity(empty, getItem, { at: [40, 40] }).runbook, replyToEmail, { at: [320, 40], after: 'get-item' }).runbook;

async function opened(document = twoActivities): Promise<{ store: EditorStore; editor: () => OpenEditor }> {
  const store = createEditorStore(createFakeClient({}, { runbooks: { triage: document } }));
  await store.getState().load('triage');
  const editor = (): OpenEditor => {
    const open = store.getState().open.triage;
    if (open === undefined) throw new Error('The runbook is not open.');
    return open;
  };
  return { store, editor };
}

it('reads a runbook once for all who ask for it at the same time, and it stays the same document', async () => {
  const client = createFakeClient({}, { runbooks: { triage: twoActivities } });
  const store = createEditorStore(client);
  const { load } = store.getState();
  await Promise.all([load('triage'), load('triage').then(() => store.getState().select('triage', { activities: ['get-item'] }))]);
  await load('triage');
  expect(store.getState().open.triage?.selection.activities).toEqual(['get-item']);
  store.getState().close('triage');
  await load('triage');
  expect(store.getState().open.triage?.selection.activities).toEqual([]);
});

it('neither changes nor writes a runbook that can only be read', async () => {
  const save = vi.fn(() => fails(errorData('app.invalidRequest')));
  const store = createEditorStore(createFakeClient({ runbooks: { save, read: ({ key }) => Promise.resolve({ ok: true, value: { key, document: twoActivities, revision: '1', readOnly: true } }) } }));
  await store.getState().load('triage');
  store.getState().edit('triage', (before) => ({ ...before, name: 'Mine' }));
  expect(store.getState().open.triage?.document.name).toBe('Triage');
  expect(await store.getState().save('triage')).toBe(false);
  expect(save).not.toHaveBeenCalled();
});

describe('undo', () => {
  it('joins what is typed into one field into one step', async () => {
    const { store, editor } = await opened();
    for (const text of ['R', 'Re', 'Re:']) store.getState().edit('triage', (before) => setProperty(before, 'reply-to-e-mail', 'bodyPrefix', text), 'property:bodyPrefix');
    expect(editor().undo).toHaveLength(1);
    store.getState().undo('triage');
    expect(editor().document).toBe(twoActivities);
    expect(isDirty(editor())).toBe(false);
  });

  it('begins another step after the field was left', async () => {
    const { store, editor } = await opened();
    store.getState().edit('triage', (before) => renameActivity(before, 'get-item', 'A'), 'name');
    store.getState().endStep('triage');
    store.getState().edit('triage', (before) => renameActivity(before, 'get-item', 'AB'), 'name');
    expect(editor().undo).toHaveLength(2);
  });

  it('begins another step after the selection changed', async () => {
    const { store, editor } = await opened();
    const nudge = (): void => store.getState().edit('triage', (before) => moveActivities(before, { 'get-item': [48, 40 + 8 * editor().undo.length] }), 'move');
    nudge();
    store.getState().select('triage', { activities: ['get-item'] });
    nudge();
    expect(editor().undo).toHaveLength(2);
  });

  it('goes forward again, and an edit after undo ends that way', async () => {
    const { store, editor } = await opened();
    store.getState().edit('triage', (before) => renameActivity(before, 'get-item', 'Find'));
    store.getState().undo('triage');
    store.getState().redo('triage');
    expect(editor().document.activities['get-item']?.name).toBe('Find');
    store.getState().undo('triage');
    store.getState().edit('triage', (before) => renameActivity(before, 'get-item', 'Look'));
    expect(editor().redo).toHaveLength(0);
  });

  it('drops from the selection what undo took away', async () => {
    const { store, editor } = await opened(empty);
    store.getState().edit('triage', (before) => addActivity(before, getItem, { at: [0, 0] }).runbook);
    store.getState().select('triage', { activities: ['get-item'] });
    store.getState().undo('triage');
    expect(editor().selection.activities).toEqual([]);
  });
});

describe('editing', () => {
  it('counts an edit that changes nothing as no step', async () => {
    const { store, editor } = await opened();
    store.getState().edit('triage', (before) => connect(before, 'get-item', 'reply-to-e-mail'));
    expect(editor().undo).toHaveLength(0);
  });

  it('changes nothing in a runbook that can only be read', async () => {
    const client = createFakeClient({ runbooks: { read: () => Promise.resolve({ ok: true, value: { key: 'triage', document: twoActivities, revision: '1', readOnly: true } }) } });
    const store = createEditorStore(client);
    await store.getState().load('triage');
    store.getState().edit('triage', (before) => renameActivity(before, 'get-item', 'Other'));
    expect(store.getState().open.triage?.document).toBe(twoActivities);
  });
});

describe('saving', () => {
  it('leaves edits unsaved that were made while it wrote', async () => {
    const { store, editor } = await opened();
    store.getState().edit('triage', (before) => renameActivity(before, 'get-item', 'First'));
    const saving = store.getState().save('triage');
    store.getState().edit('triage', (before) => renameActivity(before, 'get-item', 'Second'));
    expect(await saving).toBe(true);
    expect(editor().saved.activities['get-item']?.name).toBe('First');
    expect(isDirty(editor())).toBe(true);
  });

  it('tells why it failed and keeps the edits', async () => {
    const client = createFakeClient({ runbooks: { save: () => fails(errorData('file.tooNew', { file: 'triage.yaml' })) } }, { runbooks: { triage: twoActivities } });
    const store = createEditorStore(client);
    await store.getState().load('triage');
    store.getState().edit('triage', (before) => renameActivity(before, 'get-item', 'Find'));
    expect(await store.getState().save('triage')).toBe(false);
    expect(store.getState().errors.triage?.code).toBe('file.tooNew');
    expect(store.getState().open.triage?.document.activities['get-item']?.name).toBe('Find');
  });
});

describe('the view of a runbook', () => {
  it('is remembered when the runbook is closed, and forgotten with the workspace', async () => {
    const { store, editor } = await opened();
    store.getState().rememberViewport('triage', { x: 12, y: 34, zoom: 0.8 });
    store.getState().close('triage');
    await store.getState().load('triage');
    expect(editor().viewport).toEqual({ x: 12, y: 34, zoom: 0.8 });
    store.getState().closeAll();
    await store.getState().load('triage');
    expect(editor().viewport).toBeUndefined();
  });
});

describe('a selection', () => {
  it('loses the notes and groups that are gone', async () => {
    const { store, editor } = await opened({ ...twoActivities, notes: { hint: { text: 'Ask Ana', at: [0, 0], size: [80, 80] } }, groups: { mail: { name: 'Mail', activities: ['get-item'] } } });
    store.getState().select('triage', { notes: ['hint'], groups: ['mail', 'other'] });
    expect(editor().selection).toMatchObject({ notes: ['hint'], groups: ['mail'] });
    store.getState().edit('triage', (before) => ({ ...before, notes: {}, groups: {} }));
    expect(editor().selection).toMatchObject({ notes: [], groups: [] });
  });
});

it('wants no field any more once something else is selected', async () => {
  const { store, editor } = await opened();
  store.getState().reveal('triage', { activities: ['get-item'] }, 'searchFolder');
  expect(editor().focus).toMatchObject({ field: 'searchFolder', pending: true });
  store.getState().select('triage', { activities: ['reply-to-e-mail'] });
  expect(editor().focus?.pending).toBe(false);
});
