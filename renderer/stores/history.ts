import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { ReportWish } from '../../shared/history/historyEvents.ts';
import type { RunSummary } from '../../shared/history/runSummary.ts';
import type { StreamHandle } from '../../shared/ipc/channel.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import { noFilter, type HistoryFilter } from './historyFilter.ts';

/** The recorded runs, and what the list shows of them. */
export interface HistoryState {
  /** Newest first. */
  readonly runs: readonly RunSummary[];
  /** The first runs have arrived, or there are none. */
  readonly loaded: boolean;
  readonly filter: HistoryFilter;
  readonly selected: string | undefined;
  /** The run that the next opened one is compared with; the list asks for the second one while it is set. */
  readonly comparing: string | undefined;
  readonly error: AppErrorData | undefined;
  /** Subscribes to the runs; further calls do nothing. */
  watch(): void;
  setFilter(filter: Partial<HistoryFilter>): void;
  select(run: string | undefined): void;
  compare(run: string | undefined): void;
  /** Each of these answers whether it worked. */
  remove(runs: readonly string[]): Promise<boolean>;
  restore(runs: readonly string[]): Promise<boolean>;
  /** Answers the file that was written, or undefined when the person cancelled or it failed. */
  export(run: string, wish: ReportWish): Promise<string | undefined>;
  dismissError(): void;
  /** Ends the subscription. */
  stop(): void;
}

export type HistoryStore = StoreApi<HistoryState>;

const newestFirst = (a: RunSummary, b: RunSummary): number => (a.startedAt === b.startedAt ? 0 : a.startedAt < b.startedAt ? 1 : -1);

/** The store of recorded runs. It is told of every run, whichever process makes it. */
export function createHistoryStore(api: Pick<AppApi, 'history'>): HistoryStore {
  let handle: StreamHandle | undefined;
  return createStore<HistoryState>()((set, get) => ({
    runs: [],
    loaded: false,
    filter: noFilter,
    selected: undefined,
    comparing: undefined,
    error: undefined,
    watch() {
      if (handle !== undefined) return;
      const watching = api.history.watch(undefined, ({ runs: changed, removed }) => {
        const gone = new Set([...removed, ...changed.map(({ run }) => run)]);
        const kept = get().runs.filter(({ run }) => !gone.has(run));
        const { selected } = get();
        set({ runs: [...changed, ...kept].toSorted(newestFirst), loaded: true, selected: selected !== undefined && removed.includes(selected) ? undefined : selected });
      });
      handle = watching;
      void watching.done.then((result) => {
        if (handle === watching) handle = undefined;
        set({ loaded: true, ...(result.ok || result.error.kind === 'cancelled' ? {} : { error: result.error }) });
      });
    },
    setFilter: (filter) => set((state) => ({ filter: { ...state.filter, ...filter } })),
    select: (selected) => set({ selected }),
    compare: (comparing) => set({ comparing }),
    async remove(runs) {
      const result = await api.history.remove({ runs: [...runs] });
      set({ error: result.ok ? undefined : result.error });
      return result.ok;
    },
    async restore(runs) {
      const result = await api.history.restore({ runs: [...runs] });
      set({ error: result.ok ? undefined : result.error });
      return result.ok;
    },
    async export(run, wish) {
      const result = await api.history.export({ run, ...wish });
      set({ error: result.ok ? undefined : result.error });
      return result.ok ? (result.value.file ?? undefined) : undefined;
    },
    dismissError: () => set({ error: undefined }),
    stop() {
      handle?.cancel();
      handle = undefined;
    },
  }));
}
