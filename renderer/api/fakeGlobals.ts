import type { Result } from '../../shared/errors/result.ts';
import { Counter } from '../../shared/globals/counter.ts';
import { Schedule } from '../../shared/globals/schedule.ts';
import { Variable } from '../../shared/globals/variable.ts';
import type { GlobalsView } from '../../shared/globals/view.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';

const ok = <T>(value: T): Promise<Result<T>> => Promise.resolve({ ok: true, value });

/** The list with an entry added or replaced. */
function placed<T extends { readonly name: string }>(list: readonly T[], entry: T): T[] {
  return list.some(({ name }) => name === entry.name) ? list.map((one) => (one.name === entry.name ? entry : one)) : [...list, entry];
}

/** Variables, counters and schedules in memory, for component tests. It remembers that a value was given, and not which. */
export function fakeGlobals(begin: Partial<GlobalsView> = {}): AppApi['globals'] {
  let view: GlobalsView = { variables: [], counters: [], schedules: [], ...begin };
  const now = (next: GlobalsView): Promise<Result<GlobalsView>> => {
    view = next;
    return ok(view);
  };
  const stored = (name: string): boolean => view.variables.find((one) => one.name === name)?.secret?.stored === true;
  return {
    list: () => ok(view),
    saveVariable: ({ name, variable, value }) => {
      const parsed = Variable.parse(variable);
      const entry = parsed.encrypted ? { name, variable: parsed, secret: { stored: value !== undefined || stored(name), where: 'keychain' as const, store: 'Secret Service' } } : { name, variable: parsed };
      return now({ ...view, variables: placed(view.variables, entry) });
    },
    saveCounter: ({ name, counter }) => now({ ...view, counters: placed(view.counters, { name, counter: Counter.parse(counter), values: view.counters.find((one) => one.name === name)?.values ?? {} }) }),
    saveSchedule: ({ name, schedule }) => now({ ...view, schedules: placed(view.schedules, { name, schedule: Schedule.parse(schedule) }) }),
    rename: async ({ kind, from, to }) => {
      const list = view[kind].map((one) => (one.name === from ? { ...one, name: to } : one));
      view = { ...view, [kind]: list };
      return { ok: true, value: { view, changed: [] } };
    },
    remove: ({ kind, name }) => now({ ...view, [kind]: view[kind].filter((one) => one.name !== name) }),
    clearValue: ({ name }) => now({ ...view, variables: view.variables.map((one) => (one.name === name && one.secret !== undefined ? { ...one, secret: { ...one.secret, stored: false } } : one)) }),
    resetCounter: ({ name, runbook }) =>
      now({ ...view, counters: view.counters.map((one) => (one.name === name ? { ...one, values: runbook === undefined ? {} : Object.fromEntries(Object.entries(one.values).filter(([key]) => key !== runbook)) } : one)) }),
    uses: () => ok([]),
  };
}
