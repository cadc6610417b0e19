import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { StreamHandle } from '../../shared/ipc/channel.ts';
import type { AppApi, RunbookFinds } from '../../shared/ipc/contract.ts';

/** The search in all runbooks of the workspace. */
export interface SearchState {
  readonly query: string;
  /** What was found, by runbook, as it arrives. */
  readonly finds: readonly RunbookFinds[];
  readonly busy: boolean;
  readonly error: AppErrorData | undefined;
  /** Looks for another text; a search that goes on is given up. */
  search(query: string): void;
  stop(): void;
}

export type SearchStore = StoreApi<SearchState>;

/** The store of the search in all runbooks. Main does the reading. */
export function createSearchStore(api: Pick<AppApi, 'runbooks'>): SearchStore {
  let handle: StreamHandle | undefined;
  let attempts = 0;
  return createStore<SearchState>()((set) => ({
    query: '',
    finds: [],
    busy: false,
    error: undefined,
    search(query) {
      handle?.cancel();
      attempts += 1;
      const wanted = query.trim();
      set({ query, finds: [], error: undefined, busy: wanted !== '' });
      if (wanted === '') return;
      // What arrives after another search began belongs to the old one.
      const attempt = attempts;
      handle = api.runbooks.search({ query: wanted }, (finds) => (attempts === attempt ? set((state) => ({ finds: [...state.finds, finds] })) : undefined));
      void handle.done.then((result) => {
        if (attempts === attempt) set({ busy: false, error: result.ok || result.error.kind === 'cancelled' ? undefined : result.error });
      });
    },
    stop: () => handle?.cancel(),
  }));
}
