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
  /** Speaks a sentence, at most one a second: of those that come meanwhile the last one is spoken, an urgent one before others. Urgent ones interrupt, so they are for a run that stopped. */
  announce(text: string, urgent?: boolean): void;
}

export type AppStore = StoreApi<AppState>;

/** Shortest time between two sentences, in milliseconds. */
const quietTime = 1000;

/** Lets a sentence through at once when none was spoken in the last second; else the last of those that came is spoken when the second is over. */
function atMostOneASecond(speak: (text: string, urgent: boolean) => void): (text: string, urgent: boolean) => void {
  let waiting: { readonly text: string; readonly urgent: boolean } | undefined;
  let quiet = false;
  const say = (text: string, urgent: boolean): void => {
    quiet = true;
    setTimeout(() => {
      const next = waiting;
      waiting = undefined;
      quiet = false;
      if (next !== undefined) say(next.text, next.urgent);
    }, quietTime);
    speak(text, urgent);
  };
  return (text, urgent) => {
    if (!quiet) say(text, urgent);
    else if (urgent || waiting?.urgent !== true) waiting = { text, urgent };
  };
}

/** The store of the app's own facts and messages. */
export function createAppStore(api: Pick<AppApi, 'app'>): AppStore {
  let ids = 0;
  const next = (): number => (ids += 1);
  return createStore<AppState>()((set) => {
    const announce = atMostOneASecond((text, urgent) => set({ [urgent ? 'urgent' : 'polite']: { id: next(), text } }));
    return {
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
      notify(text, undo) {
        set({ notice: { id: next(), text, ...(undo === undefined ? {} : { undo }) } });
        announce(text, false);
      },
      dismissNotice: () => set({ notice: undefined }),
      announce: (text, urgent = false) => announce(text, urgent),
    };
  });
}
