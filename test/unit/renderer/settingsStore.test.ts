import { describe, expect, it } from 'vitest';
import { createSettingsStore } from '../../../renderer/stores/settings.ts';
import type { Settings } from '../../../shared/workspace/settings.ts';

/** A store over settings as they are stored, and what it holds before it has read them. */
function opened(stored: Partial<Settings>): { readonly store: ReturnType<typeof createSettingsStore>; readonly before: Settings } {
  const answer = () => Promise.resolve({ ok: true as const, value: { ...structuredClone(before), ...stored } });
  const exportKeys = () => Promise.resolve({ ok: true as const, value: true });
  const importKeys = () => Promise.resolve({ ok: true as const, value: null });
  const store = createSettingsStore({ settings: { read: answer, change: answer, exportKeys, importKeys } });
  const before = store.getState().settings;
  return { store, before };
}

describe('the settings store', () => {
  it('takes what is stored', async () => {
    const { store } = opened({ colorMode: 'dark', keys: { 'run.test': 'F12' } });
    await store.getState().load();
    expect(store.getState().settings).toMatchObject({ colorMode: 'dark', keys: { 'run.test': 'F12' } });
  });

  it('keeps the very values that are stored as they were, so that nobody is told of them', async () => {
    const { store, before } = opened({ colorMode: 'dark' });
    await store.getState().load();
    expect(store.getState().settings.keys).toBe(before.keys);
    expect(store.getState().settings.recentWorkspaces).toBe(before.recentWorkspaces);
  });
});
