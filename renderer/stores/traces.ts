import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import type { StreamHandle } from '../../shared/ipc/channel.ts';
import type { TraceRecord, TraceSummary } from '../../shared/trace/record.ts';
import type { ExportContent, TraceFileEvent } from '../../shared/trace/traceFile.ts';
import { textsOf } from './traceFilter.ts';
import { unpaced, type Pace } from './paced.ts';

/** How far something that takes long is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The requests of this session, of trace files or of a recorded run, and the one that is shown. */
export interface TracesState {
  /** In the order they were made. */
  readonly summaries: readonly TraceSummary[];
  readonly filter: string;
  readonly selected: string | undefined;
  /** The whole pair of the selected request, once it is read. */
  readonly record: TraceRecord | undefined;
  readonly error: AppErrorData | undefined;
  /** Files are being read. */
  readonly reading: Progress | undefined;
  /** The messages are being searched for the texts of the filter. */
  readonly searching: Progress | undefined;
  /** By text: the pairs whose messages hold it. */
  readonly found: ReadonlyMap<string, ReadonlySet<string>>;
  readonly exporting: Progress | undefined;
  /** The request that is being sent again. */
  readonly sending: TraceSummary | undefined;
  /** The pair of the request that was sent again last, until it is seen. */
  readonly resent: string | undefined;
  /** Where the last export was written. */
  readonly exported: { readonly path: string; readonly pairs: number } | undefined;
  /** Subscribes to the requests; further calls do nothing. */
  watch(): void;
  select(id: string | undefined): Promise<void>;
  setFilter(filter: string): void;
  /** What a viewer lists of them, in its order; undefined while none shows them. */
  listed(): readonly TraceSummary[] | undefined;
  /** Told by the viewer that shows them. */
  list(rows: readonly TraceSummary[] | undefined): void;
  /** Sends a request again and selects its new pair. Nothing happens while another one is sent. */
  sendAgain(request: TraceSummary): Promise<void>;
  /** Ends what is under way: a search, an export, a request that is sent again. */
  cancel(): void;
  /** Asks where to, and writes these pairs, or all. */
  exportPairs(ids: readonly string[] | undefined, content: ExportContent): Promise<void>;
  clear(): Promise<void>;
  /** Ends the subscription. */
  stop(): void;
}

export type TracesStore = StoreApi<TracesState>;

/** A search begins when the person has stopped typing for so long, in milliseconds. */
const searchAfterMs = 250;

/** Requests that are kept in files: trace files, or those of a recorded run. */
export type KeptTraces = { readonly paths: readonly string[] } | { readonly run: string };

/** The store of the requests of this session, or of those that are kept somewhere. A summary that comes again (an answer arrived) takes the place of the earlier one. */
export function createTracesStore(api: Pick<AppApi, 'traces'>, kept?: KeptTraces, pace: Pace = unpaced): TracesStore {
  let handle: StreamHandle | undefined;
  let work: StreamHandle | undefined;
  let resending: StreamHandle | undefined;
  let file: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let listed: readonly TraceSummary[] | undefined;
  const places = new Map<string, number>();
  const source = (): { file?: string } => (file === undefined ? {} : { file });
  return createStore<TracesState>()((set, get) => {
    const add = (arrived: readonly TraceSummary[]): void =>
      set(({ summaries }) => {
        const next = [...summaries];
        for (const summary of arrived) {
          const place = places.get(summary.id) ?? next.length;
          places.set(summary.id, place);
          next[place] = summary;
        }
        return { summaries: next };
      });
    const searchLater = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void search(), searchAfterMs);
    };
    async function search(): Promise<void> {
      work?.cancel();
      for (const text of textsOf(get().filter)) {
        if (get().found.has(text)) continue;
        const ids = new Set<string>();
        const running = api.traces.search({ text, ...source() }, ({ found, done, total }) => {
          for (const id of found) ids.add(id);
          set(({ found: before }) => ({ searching: { done, total }, found: new Map(before).set(text, new Set(ids)) }));
        });
        work = running;
        const ended = await running.done;
        if (work !== running) return;
        set({ searching: undefined });
        if (!ended.ok) set(({ found: before }) => ({ found: new Map([...before].filter(([key]) => key !== text)) }));
      }
    }
    return {
      summaries: [],
      filter: '',
      selected: undefined,
      record: undefined,
      error: undefined,
      reading: undefined,
      searching: undefined,
      found: new Map(),
      exporting: undefined,
      sending: undefined,
      resent: undefined,
      exported: undefined,
      watch() {
        if (handle !== undefined) return;
        if (kept === undefined) {
          let arrived: readonly TraceSummary[] = [];
          const take = (batch: readonly TraceSummary[]): void => void (arrived = [...arrived, ...batch]);
          const arriving = pace<TraceSummary>(take, () => {
            add(arrived);
            arrived = [];
            // What was found before may be missing the new ones.
            if (textsOf(get().filter).length === 0) return;
            set({ found: new Map() });
            searchLater();
          });
          handle = api.traces.watch(undefined, arriving.add);
          return;
        }
        set({ reading: { done: 0, total: 1 } });
        const follow = (event: TraceFileEvent): void => {
          if (event.type === 'opened') ({ file } = event);
          else if (event.type === 'pairs') add(event.summaries);
          else set({ reading: event.type === 'progress' ? { done: event.done, total: event.total } : undefined });
          // What was asked for before it was found can be read now; in the end it is said that there is none.
          const { selected, record } = get();
          const isWanted = event.type === 'read' || (event.type === 'pairs' && event.summaries.some(({ id }) => id === selected));
          if (isWanted && selected !== undefined && record?.id !== selected) void get().select(selected);
        };
        handle = 'run' in kept ? api.traces.openRun({ run: kept.run }, follow) : api.traces.openFiles({ paths: [...kept.paths] }, follow);
        void handle.done.then((ended) => {
          if (!ended.ok && ended.error.kind !== 'cancelled') set({ error: ended.error, reading: undefined });
        });
      },
      async select(id) {
        set({ selected: id, error: undefined, ...(get().record?.id === id ? {} : { record: undefined }) });
        if (id === undefined || get().record?.id === id) return;
        if (kept !== undefined && (file === undefined || (get().reading !== undefined && !places.has(id)))) return get().watch();
        const result = await api.traces.read({ id, ...source() });
        if (get().selected !== id) return;
        set(result.ok ? { record: result.value } : { error: result.error });
      },
      listed: () => listed,
      list: (rows) => void (listed = rows),
      setFilter(filter) {
        set({ filter });
        if (textsOf(filter).some((text) => !get().found.has(text))) searchLater();
      },
      cancel() {
        clearTimeout(timer);
        work?.cancel();
        resending?.cancel();
      },
      async sendAgain(request) {
        if (get().sending !== undefined) return;
        set({ sending: request, error: undefined, resent: undefined });
        resending = api.traces.sendAgain({ id: request.id }, ({ trace }) => {
          set({ resent: trace });
          void get().select(trace);
        });
        const ended = await resending.done;
        set({ sending: undefined });
        if (!ended.ok && ended.error.kind !== 'cancelled') set({ error: ended.error });
      },
      async exportPairs(ids, content) {
        set({ exported: undefined, error: undefined });
        const running = api.traces.export({ ...(ids === undefined ? {} : { ids: [...ids] }), content, ...source() }, (event) => {
          if (event.type === 'progress') set({ exporting: { done: event.done, total: event.total } });
          else set({ exported: { path: event.path, pairs: event.pairs } });
        });
        work = running;
        const ended = await running.done;
        set({ exporting: undefined });
        if (!ended.ok && ended.error.kind !== 'cancelled') set({ error: ended.error });
      },
      async clear() {
        const result = await api.traces.clear(undefined);
        if (!result.ok) return set({ error: result.error });
        places.clear();
        set({ summaries: [], resent: undefined, selected: undefined, record: undefined, error: undefined, found: new Map() });
      },
      stop() {
        get().cancel();
        handle?.cancel();
        handle = undefined;
      },
    };
  });
}
