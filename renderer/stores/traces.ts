import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import type { StreamHandle } from '../../shared/ipc/channel.ts';
import type { TraceRecord, TraceSummary } from '../../shared/trace/record.ts';

/** The requests this app made, and the one that is shown. */
export interface TracesState {
  /** In the order they were made. */
  readonly summaries: readonly TraceSummary[];
  readonly filter: string;
  readonly selected: string | undefined;
  /** The whole pair of the selected request, once it is read. */
  readonly record: TraceRecord | undefined;
  readonly error: AppErrorData | undefined;
  /** Subscribes to the requests; further calls do nothing. */
  watch(): void;
  select(id: string | undefined): Promise<void>;
  setFilter(filter: string): void;
  clear(): Promise<void>;
  /** Ends the subscription. */
  stop(): void;
}

export type TracesStore = StoreApi<TracesState>;

/** The store of trace summaries. A summary that comes again (an answer arrived) takes the place of the earlier one. */
export function createTracesStore(api: Pick<AppApi, 'traces'>): TracesStore {
  let handle: StreamHandle | undefined;
  const places = new Map<string, number>();
  return createStore<TracesState>()((set, get) => ({
    summaries: [],
    filter: '',
    selected: undefined,
    record: undefined,
    error: undefined,
    watch() {
      handle ??= api.traces.watch(undefined, (summary) => {
        const place = places.get(summary.id);
        if (place === undefined) places.set(summary.id, get().summaries.length);
        set(({ summaries }) => ({ summaries: place === undefined ? [...summaries, summary] : summaries.with(place, summary) }));
      });
    },
    async select(id) {
      set({ selected: id, error: undefined, ...(get().record?.id === id ? {} : { record: undefined }) });
      if (id === undefined || get().record?.id === id) return;
      const result = await api.traces.read({ id });
      if (get().selected !== id) return;
      set(result.ok ? { record: result.value } : { error: result.error });
    },
    setFilter: (filter) => set({ filter }),
    async clear() {
      const result = await api.traces.clear(undefined);
      if (!result.ok) return set({ error: result.error });
      places.clear();
      set({ summaries: [], selected: undefined, record: undefined, error: undefined });
    },
    stop() {
      handle?.cancel();
      handle = undefined;
    },
  }));
}
