import { z } from 'zod';
import type { RunbookInterface } from '../activities/defineActivity.ts';
import type { Registry } from '../activities/registry.ts';
import type { Surroundings } from '../activities/shape.ts';
import { startOf } from './graph.ts';
import { Parameter, ReturnedItem, type Runbook } from './runbook.ts';

/** What an activity does to a mailbox beside reading. `activity` is its name, `connection` the key of its configuration. */
const Doing = z.object({ activity: z.string(), effect: z.enum(['changes', 'sends', 'deletes']), connection: z.string() });

/** What a runbook is for those that invoke it. */
export const TargetInterface = z.object({
  parameters: z.array(Parameter),
  returns: z.array(ReturnedItem),
  /** It starts with a monitor, so it cannot be invoked (runbook-model 1.4). */
  monitor: z.boolean(),
  /** What its own activities do; disabled ones are left out. */
  doings: z.array(Doing),
  /** The runbooks that it names to invoke; one whose path is put together when it runs is left out. */
  invokes: z.array(z.string()),
});
export type TargetInterface = z.infer<typeof TargetInterface>;

/** A runbook of the workspace that another one can name. Its key is its file below `runbooks/`: folders, then a word. */
export interface RunbookTarget extends RunbookInterface {
  readonly key: string;
  readonly name: string;
  readonly monitor: boolean;
}

/** The same with what invoking it does to mailboxes. */
export interface WorkspaceTarget extends RunbookTarget, Pick<TargetInterface, 'doings' | 'invokes'> {}

/** What a runbook takes and gives: the parameters its start declares, and its returned data. */
export function interfaceOf(runbook: Runbook, registry: Registry): Omit<TargetInterface, 'doings' | 'invokes'> {
  const start = startOf(runbook);
  const activity = start === undefined ? undefined : runbook.activities[start];
  const definition = activity === undefined ? undefined : registry.get(activity.type);
  const declared = Object.values(activity?.properties ?? {}).flatMap((value) => (typeof value === 'string' ? [] : value));
  return { parameters: declared, returns: runbook.returns, monitor: definition?.starts === true };
}

/** The same with what the runbook does, and which others it invokes. */
export function targetOf(runbook: Runbook, registry: Registry): TargetInterface {
  return { ...interfaceOf(runbook, registry), doings: doingsOf(runbook, registry), invokes: invokedBy(runbook, registry) };
}

function doingsOf({ activities }: Runbook, registry: Registry): TargetInterface['doings'] {
  return Object.values(activities).flatMap(({ type, name, connection, disabled }) => {
    const effect = registry.get(type)?.effect;
    return disabled || connection === undefined || effect === undefined || effect === 'none' || effect === 'reads' ? [] : [{ activity: name, effect, connection }];
  });
}

/** The runbooks that activities name to invoke. */
function invokedBy({ activities }: Runbook, registry: Registry): string[] {
  const named = Object.values(activities).flatMap(({ type, properties, disabled }) => {
    const fields = Object.entries(registry.get(type)?.properties ?? {}).filter(([, { kind }]) => kind === 'runbook');
    return disabled ? [] : fields.flatMap(([key]) => (typeof properties[key] === 'string' ? [properties[key]] : []));
  });
  return [...new Set(named.filter((one) => one !== '' && !one.includes('{{')))];
}

/** The runbooks that are invoked by these names, and by those in turn; each once. */
export function reachedFrom(names: readonly string[], runbooks: readonly WorkspaceTarget[]): WorkspaceTarget[] {
  const reached = new Set<WorkspaceTarget>();
  const follow = (named: readonly string[]): void => {
    for (const name of named) {
      const target = findTarget(runbooks, name, true);
      if (target === undefined || reached.has(target)) continue;
      reached.add(target);
      follow(target.invokes);
    }
  };
  follow(names);
  return [...reached];
}

/** The runbooks that one invokes, and those in turn, by key; as far as they are named. */
export function invokedFrom<T extends { readonly key: string; readonly name: string; readonly document: Runbook }>(runbook: Runbook, runbooks: readonly T[], registry: Registry): Record<string, Runbook> {
  const documents = new Map(runbooks.map(({ key, document }) => [key, document]));
  const targets = runbooks.map(({ key, name, document }) => ({ key, name, ...targetOf(document, registry) }));
  return Object.fromEntries(reachedFrom(invokedBy(runbook, registry), targets).flatMap(({ key }) => [documents.get(key)].flatMap((document) => (document === undefined ? [] : [[key, document]]))));
}

/** The path of a runbook as a person reads it: its folders, then its name. */
export function pathOf({ key, name }: Pick<RunbookTarget, 'key' | 'name'>): string {
  return [...key.split('/').slice(0, -1), name].join('/');
}

const folded = (path: string): string =>
  path
    .split(/[\\/]+/)
    .map((part) => part.trim().toLowerCase())
    .filter((part, index) => part !== '' && !(index === 0 && part === 'runbooks'))
    .join('/');

/** The runbook with this key; or, by path, the one whose folders and name it is, without regard to case. */
export function findTarget<T extends Pick<RunbookTarget, 'key' | 'name'>>(runbooks: readonly T[], named: string, byPath: boolean): T | undefined {
  const byKey = runbooks.find(({ key }) => key === named.trim());
  if (byKey !== undefined || !byPath) return byKey;
  const wanted = folded(named);
  return runbooks.find((one) => folded(pathOf(one)) === wanted) ?? runbooks.find((one) => folded(one.key) === wanted);
}

/** The runbooks around the activities of a runbook. */
export function surroundingsOf(runbook: Pick<Runbook, 'returns'>, runbooks: readonly RunbookTarget[]): Surroundings {
  return { returns: runbook.returns, target: (named) => findTarget(runbooks, named, true) };
}
