import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppApi, AppFacts } from '../../shared/ipc/contract.ts';

/** A line at the bottom of the window for a success that is not visible otherwise, with the way back. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

/** What is spoken to people who listen to the screen; `id` grows so that the same sentence is spoken again. */
export interface Announcement {
  readonly id: number;
  readonly text: string;
}

/** Facts about the app, and what it says beside the screens. */
export interface AppState {
  readonly facts: AppFacts | undefined;
  readonly notice: Notice | undefined;
  readonly polite: Announcement;
  readonly urgent: Announcement;
  load(): Promise<void>;
  /** Puts text on the clipboard; answers whether that worked. */
  copyText(text: string): Promise<boolean>;
  /** The text on the clipboard; undefined when it cannot be read. */
  clipboardText(): Promise<string | undefined>;
  notify(text: string, undo?: () => void): void;
  dismissNotice(): void;
  /** Speaks a sentence; urgent ones interrupt, so they are for a run that stopped. */
  announce(text: string, urgent?: boolean): void;
}

export type AppStore = StoreApi<AppState>;

/** The store of the app's own facts and messages. */
export function createAppStore(api: Pick<AppApi, 'app'>): AppStore {
  let ids = 0;
  const next = (): number => (ids += 1);
  return createStore<AppState>()((set) => ({
    facts: undefined,
    notice: undefined,
    polite: { id: 0, text: '' },
    urgent: { id: 0, text: '' },
    async load() {
      const result = await api.app.facts(undefined);
      if (result.ok) set({ facts: result.value });
    },
    copyText: async (text) => (await api.app.copyText({ text })).ok,
    async clipboardText() {
      const result = await api.app.clipboardText(undefined);
      return result.ok ? result.value.text : undefined;
    },
    notify: (text, undo) => set({ notice: { id: next(), text, ...(undo === undefined ? {} : { undo }) }, polite: { id: next(), text } }),
    dismissNotice: () => set({ notice: undefined }),
    announce: (text, urgent = false) => set({ [urgent ? 'urgent' : 'polite']: { id: next(), text } }),
  }));
}
