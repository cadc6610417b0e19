import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppApi } from '../../shared/ipc/contract.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { samePlain } from '../../shared/workspace/files/plain.ts';

/** Unsaved runbooks that an earlier session left behind, and keeping those of this one. */
export interface DraftsState {
  /** What can be restored in the open workspace. */
  readonly found: readonly Draft[];
  /** Looks for what was left behind; what equals its file by now is not worth a question. */
  find(): Promise<void>;
  /** The person has decided about these. */
  settle(): void;
  keep(draft: Omit<Draft, 'at'>): Promise<void>;
  drop(key: string): Promise<void>;
}

export type DraftsStore = StoreApi<DraftsState>;

/** The store of drafts. */
export function createDraftsStore(api: Pick<AppApi, 'drafts' | 'runbooks'>): DraftsStore {
  return createStore<DraftsState>()((set) => ({
    found: [],
    async find() {
      const result = await api.drafts.list(undefined);
      const drafts = result.ok ? result.value : [];
      const files = await Promise.all(drafts.map(({ key }) => api.runbooks.read({ key })));
      const isSaved = (draft: Draft, index: number): boolean => {
        const file = files[index];
        return file?.ok === true && samePlain(file.value.document, draft.document);
      };
      drafts.filter(isSaved).forEach(({ key }) => void api.drafts.drop({ key }));
      set({ found: drafts.filter((draft, index) => !isSaved(draft, index)) });
    },
    settle: () => set({ found: [] }),
    keep: async (draft) => void (await api.drafts.keep(draft)),
    drop: async (key) => void (await api.drafts.drop({ key })),
  }));
}
