import { AppError } from '../../../shared/errors/appError.ts';
import { nameProblem } from '../../../shared/globals/name.ts';
import { scheduleProblem } from '../../../shared/globals/permits.ts';
import { globalNouns, type GlobalKind, type GlobalsView } from '../../../shared/globals/view.ts';
import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { CounterValues } from '../../runs/counterValues.ts';
import { globalsOf } from '../../runs/runGlobals.ts';
import type { VariableSecrets } from '../../secrets/variableSecrets.ts';
import { renameIn, usesIn } from '../../workspace/globalReferences.ts';
import type { OpenWorkspace } from '../../workspace/openWorkspace.ts';

/** What variables, counters and schedules need. */
export interface GlobalParts {
  readonly workspace: OpenWorkspace;
  readonly variableSecrets: VariableSecrets;
  /** The counters' values of a workspace on this computer. */
  readonly counterValues: (workspaceId: string) => CounterValues;
}

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** The record with another name for one entry, at the same place. */
const renamed = <T>(record: Readonly<Record<string, T>>, from: string, to: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name === from ? to : name, value]));

/** Variables, counters and schedules of the open workspace: files for what they say, the vault for encrypted values, the person's data for counts. */
export function globalHandlers({ workspace, variableSecrets, counterValues }: GlobalParts): AppHandlers['globals'] {
  async function view(): Promise<GlobalsView> {
    const folder = workspace.required();
    const [{ variables, counters, schedules }, values] = await Promise.all([globalsOf(folder), counterValues(folder.id).all()]);
    const entries = Object.entries(variables).map(async ([name, variable]) =>
      variable.encrypted ? { name, variable, secret: await variableSecrets.state(folder.id, name) } : { name, variable },
    );
    return {
      variables: await Promise.all(entries),
      counters: Object.entries(counters).map(([name, counter]) => ({ name, counter, values: values[name] ?? {} })),
      schedules: Object.entries(schedules).map(([name, schedule]) => ({ name, schedule })),
    };
  }

  /** Throws AppError `global.invalid` for a name that cannot be given. */
  function check(kind: GlobalKind, name: string, taken: readonly string[]): void {
    const problem = nameProblem(globalNouns[kind], name, taken);
    if (problem !== undefined) throw new AppError('global.invalid', { noun: globalNouns[kind], problem });
  }

  async function change(kind: GlobalKind, edit: <T>(record: Readonly<Record<string, T>>) => Record<string, T>): Promise<void> {
    const folder = workspace.required();
    if (kind === 'variables') await folder.variables.change((file) => ({ ...file, variables: edit(file.variables) }));
    else if (kind === 'counters') await folder.counters.change((file) => ({ ...file, counters: edit(file.counters) }));
    else await folder.schedules.change((file) => ({ ...file, schedules: edit(file.schedules) }));
  }

  return {
    list: view,
    async saveVariable({ name, variable, value, isNew }) {
      const { id, variables } = workspace.required();
      await variables.change((file) => {
        if (isNew) check('variables', name, Object.keys(file.variables));
        return { ...file, variables: { ...file.variables, [name]: variable } };
      });
      if (variable.encrypted && value !== undefined && value !== '') await variableSecrets.set(id, name, value);
      if (!variable.encrypted) await variableSecrets.clear(id, name);
      return view();
    },
    async saveCounter({ name, counter, isNew }) {
      await workspace.required().counters.change((file) => {
        if (isNew) check('counters', name, Object.keys(file.counters));
        return { ...file, counters: { ...file.counters, [name]: counter } };
      });
      return view();
    },
    async saveSchedule({ name, schedule, isNew }) {
      const problem = scheduleProblem(schedule);
      if (problem !== undefined) throw new AppError('global.invalid', { noun: 'schedule', problem });
      await workspace.required().schedules.change((file) => {
        if (isNew) check('schedules', name, Object.keys(file.schedules));
        return { ...file, schedules: { ...file.schedules, [name]: schedule } };
      });
      return view();
    },
    async rename({ kind, from, to, open }) {
      const folder = workspace.required();
      await change(kind, (record) => {
        check(kind, to, Object.keys(record).filter((name) => name !== from));
        return renamed(record, from, to);
      });
      if (kind === 'variables') await variableSecrets.move(folder.id, from, to);
      if (kind === 'counters') await counterValues(folder.id).rename(from, to);
      const changed = await renameIn(folder.runbooks, { kind, name: from }, to, open);
      return { view: await view(), changed };
    },
    async remove({ kind, name }) {
      const { id } = workspace.required();
      await change(kind, (record) => without(record, name));
      if (kind === 'variables') await variableSecrets.clear(id, name);
      if (kind === 'counters') await counterValues(id).reset(name);
      return view();
    },
    async clearValue({ name }) {
      await variableSecrets.clear(workspace.required().id, name);
      return view();
    },
    async resetCounter({ name, runbook }) {
      await counterValues(workspace.required().id).reset(name, runbook);
      return view();
    },
    uses: (name) => usesIn(workspace.required().runbooks, name),
  };
}
