import type { Registry } from '../../shared/activities/registry.ts';
import type { ConnectionEntry } from '../../shared/connections/draft.ts';
import type { ParameterDeclaration } from '../../shared/fields/field.ts';
import { startOf } from '../../shared/runbook/graph.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import { reachedFrom, targetOf, type WorkspaceTarget } from '../../shared/runbook/targets.ts';
import type { Consequence } from './runs.ts';

/** What the consequences of a test are told from. */
interface Tested {
  readonly document: Runbook;
  /** Keys of the activities that the test can run. */
  readonly running: ReadonlySet<string>;
  readonly registry: Registry;
  readonly connections: readonly ConnectionEntry[];
  /** The runbooks that can be invoked. */
  readonly targets: readonly WorkspaceTarget[];
}

type Doing = WorkspaceTarget['doings'][number];

/** The runbook with no more activities than the test can run. */
function tested({ document, running }: Tested): Runbook {
  return { ...document, activities: Object.fromEntries(Object.entries(document.activities).filter(([key]) => running.has(key))) };
}

/** What a test does beside reading, in the runbook and in those it invokes, on mailboxes that are no demo. */
function realDoings(test: Tested): { readonly doing: Doing; readonly entry: ConnectionEntry }[] {
  const own = targetOf(tested(test), test.registry);
  const inside = reachedFrom(own.invokes, test.targets).flatMap(({ name, doings }) => doings.map((doing) => ({ ...doing, activity: `${name} › ${doing.activity}` })));
  return [...own.doings, ...inside].flatMap((doing) => {
    const entry = test.connections.find(({ key }) => key === doing.connection);
    return entry === undefined || entry.connection.demo ? [] : [{ doing, entry }];
  });
}

/** The connections that are no demo and that a test works on, by name: those it reads from, too. */
export function realConnections(test: Tested): readonly string[] {
  const used = Object.values(tested(test).activities).flatMap(({ connection, disabled }) => (connection === undefined || disabled ? [] : [connection]));
  const names = used.flatMap((key) => test.connections.filter((one) => one.key === key && !one.connection.demo).map(({ connection }) => connection.name));
  return [...new Set([...names, ...realDoings(test).map(({ entry }) => entry.connection.name)])];
}

/** What a test does to real mailboxes: nothing, or one row for each kind of change. */
export function consequencesOf(test: Tested): readonly Consequence[] {
  const found = realDoings(test);
  return (['sends', 'changes', 'deletes'] as const).flatMap((effect) => {
    const doing = found.filter((one) => one.doing.effect === effect);
    if (doing.length === 0) return [];
    const mailboxes = [...new Set(doing.map(({ entry }) => entry.connection.username))];
    return [{ effect, activities: doing.map((one) => one.doing.activity), mailboxes }];
  });
}

/** The parameters that a runbook's first activity declares; a test asks for them before it starts. */
export function parametersOf(document: Runbook, registry: Registry): readonly ParameterDeclaration[] {
  const activity = document.activities[startOf(document) ?? ''];
  const definition = activity === undefined ? undefined : registry.get(activity.type);
  if (activity === undefined || definition === undefined) return [];
  return Object.entries(definition.properties).flatMap(([key, field]) => {
    const value = activity.properties[key];
    return field.kind === 'parameters' && Array.isArray(value) ? value : [];
  });
}
