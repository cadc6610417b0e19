import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { StreamHandle } from '../../shared/ipc/channel.ts';
import type { AppApi, RunbookText } from '../../shared/ipc/contract.ts';
import type { RunbookEntry, WorkspaceView } from '../../shared/workspace/workspace.ts';

/** What the workspace is busy with; the button that began it shows that. */
export type WorkspaceTask = 'openDemo' | 'chooseFolder' | 'open' | 'createRunbook';

/** The open workspace. */
export interface WorkspaceState {
  readonly view: WorkspaceView | null;
  readonly loaded: boolean;
  readonly busy: WorkspaceTask | undefined;
  readonly error: AppErrorData | undefined;
  /** Reads the workspace that is open, and follows its changes from then on. */
  load(): Promise<void>;
  /** Each of these answers the workspace that is open afterwards, or undefined when that failed or was cancelled. */
  openDemo(sample?: string): Promise<WorkspaceView | undefined>;
  chooseFolder(): Promise<WorkspaceView | undefined>;
  open(path: string): Promise<WorkspaceView | undefined>;
  createRunbook(name: string, folder: string): Promise<RunbookEntry | undefined>;
  /** Moves a runbook's file to the recycle bin; answers its text, for undo, where that worked. */
  removeRunbook(key: string): Promise<RunbookText | undefined>;
  /** Writes a file again that was removed. */
  restoreRunbook(text: RunbookText): Promise<void>;
  dismissError(): void;
  stop(): void;
}

export type WorkspaceStore = StoreApi<WorkspaceState>;

/** The store of the open workspace. */
export function createWorkspaceStore(api: Pick<AppApi, 'workspace' | 'runbooks'>): WorkspaceStore {
  let changes: StreamHandle | undefined;
  return createStore<WorkspaceState>()((set, get) => {
    const doing = async <T>(busy: WorkspaceTask, work: () => Promise<Result<T>>): Promise<T | undefined> => {
      if (get().busy !== undefined) return undefined;
      set({ busy, error: undefined });
      const result = await work();
      // Cancelling is no error; there is nothing to say about it.
      const error = result.ok || result.error.kind === 'cancelled' ? undefined : result.error;
      set({ busy: undefined, error });
      return result.ok ? result.value : undefined;
    };
    const opening = async (task: WorkspaceTask, work: () => Promise<Result<WorkspaceView | null>>): Promise<WorkspaceView | undefined> => {
      const view = await doing(task, work);
      if (view !== undefined && view !== null) set({ view });
      return view ?? undefined;
    };
    return {
      view: null,
      loaded: false,
      busy: undefined,
      error: undefined,
      async load() {
        changes ??= api.workspace.changes(undefined, (view) => set({ view }));
        const result = await api.workspace.current(undefined);
        set(result.ok ? { view: result.value, loaded: true } : { error: result.error, loaded: true });
      },
      openDemo: (sample) => opening('openDemo', () => api.workspace.openDemo(sample === undefined ? {} : { sample })),
      chooseFolder: () => opening('chooseFolder', () => api.workspace.chooseFolder(undefined)),
      open: (path) => opening('open', () => api.workspace.open({ path })),
      async createRunbook(name, folder) {
        const entry = await doing('createRunbook', () => api.runbooks.create({ name, folder }));
        const { view } = get();
        if (entry !== undefined && view !== null && !view.runbooks.some(({ key }) => key === entry.key)) {
          set({ view: { ...view, runbooks: [...view.runbooks, entry] } });
        }
        return entry;
      },
      async removeRunbook(key) {
        const text = await api.runbooks.readText({ key });
        const result = text.ok ? await api.runbooks.remove({ key }) : text;
        if (!result.ok) set({ error: result.error });
        const { view } = get();
        if (!text.ok || !result.ok) return undefined;
        if (view !== null) set({ view: { ...view, runbooks: view.runbooks.filter((entry) => entry.key !== key) } });
        return text.value;
      },
      async restoreRunbook(text) {
        const result = await api.runbooks.restore(text);
        const { view } = get();
        if (!result.ok) return set({ error: result.error });
        if (view !== null && !view.runbooks.some(({ key }) => key === text.key)) set({ view: { ...view, runbooks: [...view.runbooks, result.value] } });
      },
      dismissError: () => set({ error: undefined }),
      stop() {
        changes?.cancel();
        changes = undefined;
      },
    };
  });
}
