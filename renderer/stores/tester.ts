import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import { noMarks, type AllTesterMarks, type TesterMarks } from '../../shared/engine/testerMarks.ts';

/** Breakpoints and pinned results of the open workspace. They are kept for the person and are no part of the runbooks' files. */
export interface TesterState {
  readonly marks: AllTesterMarks;
  /** Why marks could not be read or kept. */
  readonly error: AppErrorData | undefined;
  load(): Promise<void>;
  change(key: string, change: (marks: TesterMarks) => TesterMarks): Promise<void>;
  dismissError(): void;
}

export type TesterStore = StoreApi<TesterState>;

/** The marks of a runbook. */
export const marksOf = ({ marks }: Pick<TesterState, 'marks'>, key: string): TesterMarks => marks[key] ?? noMarks;

/** The store of the tester's marks; every change is kept at once. */
export function createTesterStore(api: Pick<AppApi, 'tester'>): TesterStore {
  return createStore<TesterState>()((set, get) => ({
    marks: {},
    error: undefined,
    async load() {
      const result = await api.tester.read(undefined);
      set(result.ok ? { marks: result.value, error: undefined } : { marks: {}, error: result.error });
    },
    async change(key, change) {
      const marks = change(marksOf(get(), key));
      set((state) => ({ marks: { ...state.marks, [key]: marks } }));
      const result = await api.tester.save({ key, marks });
      set({ error: result.ok ? undefined : result.error });
    },
    dismissError: () => set({ error: undefined }),
  }));
}
