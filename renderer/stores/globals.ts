import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { VariableFact } from '../../shared/globals/variable.ts';
import type { GlobalKind, GlobalsView, GlobalUse } from '../../shared/globals/view.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';

type Calls = AppApi['globals'];

/** Variables, counters and schedules of the open workspace. */
export interface GlobalsState {
  readonly view: GlobalsView;
  readonly loaded: boolean;
  /** Places that use one, by `globalKey`. */
  readonly uses: Readonly<Record<string, readonly GlobalUse[]>>;
  readonly error: AppErrorData | undefined;
  load(): Promise<void>;
  saveVariable(draft: Parameters<Calls['saveVariable']>[0]): Promise<Result<GlobalsView>>;
  saveCounter(draft: Parameters<Calls['saveCounter']>[0]): Promise<Result<GlobalsView>>;
  saveSchedule(draft: Parameters<Calls['saveSchedule']>[0]): Promise<Result<GlobalsView>>;
  /** Renames one here and in the runbooks that are not open; answers how many files changed. */
  rename(kind: GlobalKind, from: string, to: string, open: readonly string[]): Promise<Result<number>>;
  remove(kind: GlobalKind, name: string): Promise<void>;
  /** Forgets the value of an encrypted variable on this computer. */
  clearValue(name: string): Promise<Result<GlobalsView>>;
  resetCounter(name: string, runbook?: string): Promise<void>;
  dismissError(): void;
}

export type GlobalsStore = StoreApi<GlobalsState>;

/** Names a variable, counter or schedule among all of them. */
export const globalKey = (kind: GlobalKind, name: string): string => `${kind}/${name}`;

const nothing: GlobalsView = { variables: [], counters: [], schedules: [] };

const facts = new WeakMap<GlobalsView, readonly VariableFact[]>();

/** The variables as runbooks are judged by them; the same list for the same view. */
export function variableFacts(view: GlobalsView): readonly VariableFact[] {
  const known = facts.get(view);
  if (known !== undefined) return known;
  const made = view.variables.map(({ name, variable: { encrypted }, secret }) => ({ name, encrypted, stored: !encrypted || secret?.stored === true }));
  facts.set(view, made);
  return made;
}

/** The store of variables, counters and schedules. Encrypted values only ever go from here to main. */
export function createGlobalsStore(api: Pick<AppApi, 'globals'>): GlobalsStore {
  return createStore<GlobalsState>()((set, get) => {
    const loadUses = async (): Promise<void> => {
      const { view } = get();
      const names = (['variables', 'counters', 'schedules'] as const).flatMap((kind) => view[kind].map(({ name }) => ({ kind, name })));
      const found = await Promise.all(names.map(async ({ kind, name }) => [globalKey(kind, name), await api.globals.uses({ kind, name })] as const));
      set({ uses: Object.fromEntries(found.map(([key, result]) => [key, result.ok ? result.value : []])) });
    };
    const taken = async (result: Result<GlobalsView>): Promise<Result<GlobalsView>> => {
      if (!result.ok) return result;
      set({ view: result.value, error: undefined });
      await loadUses();
      return result;
    };
    const shown = async (result: Result<GlobalsView>): Promise<void> => {
      await taken(result);
      if (!result.ok) set({ error: result.error });
    };
    return {
      view: nothing,
      loaded: false,
      uses: {},
      error: undefined,
      async load() {
        await shown(await api.globals.list(undefined));
        set({ loaded: true });
      },
      saveVariable: async (draft) => taken(await api.globals.saveVariable(draft)),
      saveCounter: async (draft) => taken(await api.globals.saveCounter(draft)),
      saveSchedule: async (draft) => taken(await api.globals.saveSchedule(draft)),
      async rename(kind, from, to, open) {
        const result = await api.globals.rename({ kind, from, to, open: [...open] });
        if (!result.ok) return result;
        await taken({ ok: true, value: result.value.view });
        return { ok: true, value: result.value.changed.length };
      },
      remove: async (kind, name) => shown(await api.globals.remove({ kind, name })),
      clearValue: async (name) => taken(await api.globals.clearValue({ name })),
      resetCounter: async (name, runbook) => shown(await api.globals.resetCounter({ name, ...(runbook === undefined ? {} : { runbook }) })),
      dismissError: () => set({ error: undefined }),
    };
  });
}
