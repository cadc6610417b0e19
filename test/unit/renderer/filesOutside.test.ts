import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { followFiles } from '../../../renderer/commands/followFiles.ts';
import { keepDrafts } from '../../../renderer/commands/keepDrafts.ts';
import { discardDrafts, restoreDrafts } from '../../../renderer/commands/workspaceActions.ts';
import { isDirty, type OpenEditor } from '../../../renderer/stores/editorHistory.ts';
import { createStores, type Stores } from '../../../renderer/stores/stores.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';

/** A workspace whose one file a test changes behind the app's back. */
class Disk {
  file: { document: Runbook; revision: string } | ErrorCode = { document: Runbook.parse({ name: 'Triage' }), revision: 'r1' };
  readonly api = createFakeClient({
    runbooks: {
      read: ({ key }) => Promise.resolve(typeof this.file === 'string' ? { ok: false, error: errorData(this.file, { file: key }) } : { ok: true, value: { key, ...this.file, readOnly: false } }),
      save: ({ key, document, revision, overwrite }) => {
        if (!overwrite && typeof this.file !== 'string' && this.file.revision !== revision) return Promise.resolve({ ok: false, error: errorData('file.changedOutside', { file: key }) });
        this.file = { document: Runbook.parse(document), revision: 'saved' };
        return Promise.resolve({ ok: true, value: { key, ...this.file, readOnly: false } });
      },
    },
  });
  readonly stores: Stores = createStores(this.api);

  view(): void {
    const revision = typeof this.file === 'string' ? undefined : this.file.revision;
    this.stores.workspace.setState({ view: { id: 'w', name: 'W', path: '/w', demo: false, runbooks: [{ key: 'triage', name: 'Triage', folder: '', ...(revision === undefined ? {} : { revision }) }] } });
  }

  change(next: Disk['file']): void {
    this.file = next;
    this.view();
  }

  editor(): OpenEditor {
    const open = this.stores.editor.getState().open.triage;
    if (open === undefined) throw new Error('the runbook is not open');
    return open;
  }

  rename(name: string): void {
    this.stores.editor.getState().edit('triage', (before) => ({ ...before, name }));
  }
}

const theirs = { document: Runbook.parse({ name: 'Theirs' }), revision: 'r2' };

describe('a file that changes outside', () => {
  let disk: Disk;
  let window: EventTarget;
  beforeEach(async () => {
    disk = new Disk();
    disk.view();
    window = new EventTarget();
    followFiles(disk.stores, window);
    await disk.stores.editor.getState().load('triage');
  });

  it('is read again in silence where nothing is unsaved, and undo brings back what was there', async () => {
    disk.change(theirs);
    await vi.waitFor(() => expect(disk.editor().document.name).toBe('Theirs'));
    expect(disk.editor().outside).toBeUndefined();
    expect(isDirty(disk.editor())).toBe(false);
    disk.stores.editor.getState().undo('triage');
    expect(disk.editor().document.name).toBe('Triage');
  });

  it('on a disk that reports no changes is seen when the window comes to the front', async () => {
    disk.file = theirs;
    window.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(disk.editor().document.name).toBe('Theirs'));
  });

  it('is a question where something is unsaved; keeping mine writes over it', async () => {
    disk.rename('Mine');
    disk.change(theirs);
    await vi.waitFor(() => expect(disk.editor().outside?.kind).toBe('changed'));
    expect(disk.editor().document.name).toBe('Mine');
    expect(await disk.stores.editor.getState().save('triage')).toBe(false);
    expect(disk.editor().outside?.kind).toBe('changed');
    expect(disk.stores.editor.getState().errors).toEqual({});
    expect(await disk.stores.editor.getState().save('triage', true)).toBe(true);
    expect(disk.editor().outside).toBeUndefined();
    expect(disk.file).toMatchObject({ document: { name: 'Mine' } });
  });

  it('is taken over on request, and undo brings mine back', async () => {
    disk.rename('Mine');
    disk.change(theirs);
    await disk.stores.editor.getState().loadTheirs('triage');
    expect(disk.editor().document.name).toBe('Theirs');
    expect(disk.editor().outside).toBeUndefined();
    disk.stores.editor.getState().undo('triage');
    expect(disk.editor().document.name).toBe('Mine');
  });

  it('with the same content as mine makes mine saved', async () => {
    disk.rename('Theirs');
    disk.change(theirs);
    await vi.waitFor(() => expect(isDirty(disk.editor())).toBe(false));
    expect(disk.editor().revision).toBe('r2');
    expect(disk.editor().outside).toBeUndefined();
  });

  it('that is gone stays open and says so, until it is back', async () => {
    disk.change('file.notFound');
    await vi.waitFor(() => expect(disk.editor().outside).toEqual({ kind: 'removed' }));
    disk.change({ document: disk.editor().document, revision: 'r1' });
    await vi.waitFor(() => expect(disk.editor().outside).toBeUndefined());
  });

  it('that holds a conflict opens as text where nothing is unsaved, and comes back once it is mended', async () => {
    disk.change('file.conflict');
    await vi.waitFor(() => expect(disk.stores.editor.getState().errors.triage?.code).toBe('file.conflict'));
    expect(disk.stores.editor.getState().open.triage).toBeUndefined();
    disk.change(theirs);
    await vi.waitFor(() => expect(disk.editor().document.name).toBe('Theirs'));
    expect(disk.stores.editor.getState().errors).toEqual({});
  });

  it('that holds a conflict leaves unsaved changes alone', async () => {
    disk.rename('Mine');
    disk.change('file.conflict');
    await vi.waitFor(() => expect(disk.editor().outside).toMatchObject({ kind: 'unreadable', error: { code: 'file.conflict' } }));
    expect(disk.editor().document.name).toBe('Mine');
  });
});

describe('drafts', () => {
  it('are kept while a runbook is unsaved, and dropped when it is saved or given up', async () => {
    vi.useFakeTimers();
    const disk = new Disk();
    disk.view();
    keepDrafts(disk.stores);
    const kept = async (): Promise<readonly (string | undefined)[]> => {
      await vi.runAllTimersAsync();
      const result = await disk.api.drafts.list(undefined);
      return result.ok ? result.value.map(({ document }) => document.name) : [];
    };
    await disk.stores.editor.getState().load('triage');
    expect(await kept()).toEqual([]);
    disk.rename('One');
    disk.rename('Two');
    expect(await kept()).toEqual(['Two']);
    await disk.stores.editor.getState().save('triage');
    expect(await kept()).toEqual([]);
    disk.rename('Three');
    expect(await kept()).toEqual(['Three']);
    disk.stores.editor.getState().discard(['triage']);
    expect(await kept()).toEqual([]);
    disk.rename('Four');
    expect(await kept()).toEqual(['Four']);
    disk.stores.editor.getState().close('triage');
    expect(await kept()).toEqual([]);
    vi.useRealTimers();
  });

  it('are kept while typing goes on, not only after it', async () => {
    vi.useFakeTimers();
    const disk = new Disk();
    disk.view();
    keepDrafts(disk.stores);
    await disk.stores.editor.getState().load('triage');
    for (let letters = 1; letters <= 8; letters += 1) {
      disk.rename('T'.repeat(letters));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(await disk.api.drafts.list(undefined)).toMatchObject({ value: [{ key: 'triage' }] });
    await vi.runAllTimersAsync();
    vi.useRealTimers();
  });

  it('of an earlier session are restored as unsaved changes, with a question where the file changed since', async () => {
    const disk = new Disk();
    await disk.api.drafts.keep({ key: 'triage', document: { name: 'Kept' }, revision: 'r0' });
    await disk.stores.drafts.getState().find();
    expect(disk.stores.drafts.getState().found).toHaveLength(1);
    await restoreDrafts(disk.stores);
    expect(disk.stores.drafts.getState().found).toEqual([]);
    expect(disk.editor().document.name).toBe('Kept');
    expect(isDirty(disk.editor())).toBe(true);
    expect(disk.editor().outside?.kind).toBe('changed');
    expect(disk.stores.layout.getState().activeTab).toEqual({ kind: 'runbook', key: 'triage' });
  });

  it('are restored even where the file is gone', async () => {
    const disk = new Disk();
    disk.file = 'file.notFound';
    await disk.api.drafts.keep({ key: 'triage', document: { name: 'Kept' }, revision: 'r1' });
    await disk.stores.drafts.getState().find();
    await restoreDrafts(disk.stores);
    expect(disk.editor()).toMatchObject({ outside: { kind: 'removed' }, document: { name: 'Kept' } });
    expect(isDirty(disk.editor())).toBe(true);
  });

  it('that equal their file are dropped without a question, and others on request', async () => {
    const disk = new Disk();
    await disk.api.drafts.keep({ key: 'triage', document: { name: 'Triage' }, revision: 'r0' });
    await disk.stores.drafts.getState().find();
    expect(disk.stores.drafts.getState().found).toEqual([]);
    await disk.api.drafts.keep({ key: 'triage', document: { name: 'Other' }, revision: 'r0' });
    await disk.stores.drafts.getState().find();
    discardDrafts(disk.stores);
    await disk.stores.drafts.getState().find();
    expect(disk.stores.drafts.getState().found).toEqual([]);
  });
});
