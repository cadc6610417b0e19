import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CheckEvent } from '../../shared/connections/checks.ts';
import type { ConnectionDraft, ConnectionEntry, ConnectionUse, SecretState } from '../../shared/connections/draft.ts';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { StreamHandle } from '../../shared/ipc/channel.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';

/** How the last test of a connection ended, in this session. */
export interface LastCheck {
  readonly ok: boolean;
  /** What went wrong, in one sentence. */
  readonly what?: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
}

/** The configurations of the open workspace. */
export interface ConnectionsState {
  readonly entries: readonly ConnectionEntry[];
  readonly loaded: boolean;
  /** Activities that use a configuration, by its key. */
  readonly uses: Readonly<Record<string, readonly ConnectionUse[]>>;
  readonly checks: Readonly<Record<string, LastCheck>>;
  readonly error: AppErrorData | undefined;
  load(): Promise<void>;
  save(draft: ConnectionDraft): Promise<Result<ConnectionEntry>>;
  duplicate(key: string): Promise<ConnectionEntry | undefined>;
  remove(key: string): Promise<boolean>;
  /** Removes the stored password. */
  clearSecret(key: string): Promise<Result<SecretState>>;
  /** Tests values that may not be saved yet; the outcome is remembered for those that are. */
  test(draft: ConnectionDraft, onEvent: (event: CheckEvent) => void): StreamHandle;
  dismissError(): void;
}

export type ConnectionsStore = StoreApi<ConnectionsState>;

/** The store of configurations. Passwords only ever go from here to main; there is no way to read one. */
export function createConnectionsStore(api: Pick<AppApi, 'connections' | 'secrets'>, now: () => number = Date.now): ConnectionsStore {
  return createStore<ConnectionsState>()((set, get) => {
    const place = (entry: ConnectionEntry): void =>
      set(({ entries }) => ({ entries: entries.some(({ key }) => key === entry.key) ? entries.map((one) => (one.key === entry.key ? entry : one)) : [...entries, entry] }));
    const loadUses = async (): Promise<void> => {
      const found = await Promise.all(get().entries.map(async ({ key }) => [key, await api.connections.uses({ key })] as const));
      set({ uses: Object.fromEntries(found.map(([key, result]) => [key, result.ok ? result.value : []])) });
    };
    const keep = (key: string, check: LastCheck): void => set(({ checks }) => ({ checks: { ...checks, [key]: check } }));
    /** The test of a new configuration, which gets its key when it is saved. */
    let unsaved: { readonly name: string; readonly check: LastCheck } | undefined;
    const remember = ({ key, connection }: Parameters<AppApi['connections']['test']>[0], result: Omit<LastCheck, 'at'>): void => {
      const check = { ...result, at: now() };
      if (key === undefined) unsaved = { name: connection.name, check };
      else keep(key, check);
    };
    return {
      entries: [],
      loaded: false,
      uses: {},
      checks: {},
      error: undefined,
      async load() {
        const result = await api.connections.list(undefined);
        if (!result.ok) return set({ error: result.error, loaded: true });
        set({ entries: result.value, loaded: true, error: undefined });
        await loadUses();
      },
      async save(draft) {
        const result = await api.connections.save(draft);
        if (!result.ok) return result;
        place(result.value);
        if (draft.key === undefined && unsaved?.name === draft.connection.name) keep(result.value.key, unsaved.check);
        return result;
      },
      async duplicate(key) {
        const result = await api.connections.duplicate({ key });
        if (result.ok) place(result.value);
        else set({ error: result.error });
        return result.ok ? result.value : undefined;
      },
      async remove(key) {
        const result = await api.connections.remove({ key });
        set(result.ok ? ({ entries }) => ({ entries: entries.filter((one) => one.key !== key), error: undefined }) : { error: result.error });
        return result.ok;
      },
      async clearSecret(key) {
        const result = await api.secrets.clear({ key });
        if (result.ok) set(({ entries }) => ({ entries: entries.map((one) => (one.key === key ? { ...one, secret: result.value } : one)) }));
        return result;
      },
      test(draft, onEvent) {
        return api.connections.test(draft, (event) => {
          if (event.type === 'finished' && event.ok) remember(draft, { ok: true });
          if (event.type === 'stageFailed') remember(draft, { ok: false, what: event.error.what });
          onEvent(event);
        });
      },
      dismissError: () => set({ error: undefined }),
    };
  });
}
