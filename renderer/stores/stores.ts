import { createContext, useContext } from 'react';
import type { AppApi } from '../../shared/ipc/contract.ts';
import { createAppStore, type AppStore } from './app.ts';
import { createConnectionsStore, type ConnectionsStore } from './connections.ts';
import { createDraftsStore, type DraftsStore } from './drafts.ts';
import { createEditorStore, type EditorStore } from './editor.ts';
import { createGlobalsStore, type GlobalsStore } from './globals.ts';
import { createHistoryStore, type HistoryStore } from './history.ts';
import { createLayoutStore, type LayoutStore } from './layout.ts';
import { unpaced, type Pace } from './paced.ts';
import { createPastRunsStore, type PastRunsStore } from './pastRuns.ts';
import { createRunsStore, type RunsStore } from './runs.ts';
import { createSearchStore, type SearchStore } from './search.ts';
import { createSettingsStore, type SettingsStore } from './settings.ts';
import { createTraceFilesStore, type TraceFilesStore } from './traceFiles.ts';
import { createTesterStore, type TesterStore } from './tester.ts';
import { createTracesStore, type TracesStore } from './traces.ts';
import { createWorkspaceStore, type WorkspaceStore } from './workspace.ts';

/** Every store of the window. They know nothing of each other; commands coordinate them. */
export interface Stores {
  readonly app: AppStore;
  readonly workspace: WorkspaceStore;
  readonly connections: ConnectionsStore;
  readonly globals: GlobalsStore;
  readonly settings: SettingsStore;
  readonly layout: LayoutStore;
  readonly editor: EditorStore;
  readonly drafts: DraftsStore;
  readonly runs: RunsStore;
  readonly search: SearchStore;
  readonly tester: TesterStore;
  readonly traces: TracesStore;
  readonly traceFiles: TraceFilesStore;
  readonly history: HistoryStore;
  readonly pastRuns: PastRunsStore;
}

/** Makes the stores over a client: the real one, or a fake in tests. `pace` says how what arrives by the thousand is taken in. */
export function createStores(api: AppApi, pace: Pace = unpaced): Stores {
  return {
    app: createAppStore(api),
    workspace: createWorkspaceStore(api),
    connections: createConnectionsStore(api),
    globals: createGlobalsStore(api),
    settings: createSettingsStore(api),
    layout: createLayoutStore(),
    editor: createEditorStore(api),
    drafts: createDraftsStore(api),
    runs: createRunsStore(api, pace),
    search: createSearchStore(api),
    tester: createTesterStore(api),
    traces: createTracesStore(api, undefined, pace),
    traceFiles: createTraceFilesStore(api),
    history: createHistoryStore(api),
    pastRuns: createPastRunsStore(api),
  };
}

const StoresContext = createContext<Stores | undefined>(undefined);

/** Gives the stores to the components below: `<StoresProvider value={stores}>`. */
export const StoresProvider = StoresContext.Provider;

/** The stores of this window; read them with `useStore(stores.layout, (state) => …)`. Throws outside a provider. */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (stores === undefined) throw new Error('There is no StoresProvider above this component.');
  return stores;
}
