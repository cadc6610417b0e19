import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppApi } from '../../shared/ipc/contract.ts';
import { Settings } from '../../shared/workspace/settings.ts';

/** The person's settings. */
export interface SettingsState {
  readonly settings: Settings;
  load(): Promise<void>;
  /** Shows the change at once and writes it; what could not be written lasts until the app closes. */
  change(change: Partial<Settings>): Promise<void>;
}

export type SettingsStore = StoreApi<SettingsState>;

/** The settings after, with the very values of those before that are the same: whoever shows one of them is not told. */
function withSame(before: Settings, after: Settings): Settings {
  return { ...after, ...Object.fromEntries(Object.entries(before).filter(([name, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(after, name)))) };
}

/** The store of settings. It begins with the defaults. */
export function createSettingsStore(api: Pick<AppApi, 'settings'>): SettingsStore {
  return createStore<SettingsState>()((set) => ({
    settings: Settings.parse({}),
    async load() {
      const result = await api.settings.read(undefined);
      if (result.ok) set(({ settings }) => ({ settings: withSame(settings, result.value) }));
    },
    async change(change) {
      set(({ settings }) => ({ settings: { ...settings, ...change } }));
      await api.settings.change(change);
    },
  }));
}
