import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppApi } from '../../shared/ipc/contract.ts';
import { createTracesStore, type TracesStore } from './traces.ts';

/** Trace files that are open, each with the store of its requests. */
export interface TraceFilesState {
  readonly open: Readonly<Record<string, { readonly name: string; readonly traces: TracesStore }>>;
  /** Opens files and folders as one list; answers its key. The same ones again are the same list. */
  openPaths(paths: readonly string[]): string;
  /** Asks for trace files, or for folders of them, and opens what is chosen; answers its key, or undefined where nothing is. */
  choose(what: 'files' | 'folders'): Promise<string | undefined>;
  close(key: string): void;
}

export type TraceFilesStore = StoreApi<TraceFilesState>;

const nameOf = (paths: readonly string[]): string => (paths.length === 1 ? (paths[0]?.split(/[\\/]/).at(-1) ?? '') : `${paths.length} trace files`);

/** The store of open trace files. */
export function createTraceFilesStore(api: Pick<AppApi, 'traces' | 'files'>): TraceFilesStore {
  return createStore<TraceFilesState>()((set, get) => ({
    open: {},
    openPaths(paths) {
      const key = paths.join('\n');
      if (get().open[key] !== undefined) return key;
      const traces = createTracesStore(api, { paths });
      set(({ open }) => ({ open: { ...open, [key]: { name: nameOf(paths), traces } } }));
      traces.getState().watch();
      return key;
    },
    async choose(what) {
      const chosen = await api.files.choose({ title: what === 'files' ? 'Open Trace Files' : 'Open Folder of Traces', several: true, folders: what === 'folders' });
      return chosen.ok && chosen.value.length > 0 ? get().openPaths(chosen.value) : undefined;
    },
    close(key) {
      get().open[key]?.traces.getState().stop();
      set(({ open }) => ({ open: Object.fromEntries(Object.entries(open).filter(([one]) => one !== key)) }));
    },
  }));
}
