import { missingType } from '../activities/connectionNeed.ts';
import type { AnyActivity } from '../activities/defineActivity.ts';
import { shapeOf, type ActivityShape } from '../activities/shape.ts';
import { needsPassword, type Connection } from '../connections/connection.ts';
import type { Field } from '../fields/field.ts';
import { filterOperators, operatorsOf } from '../fields/operators.ts';
import { parseValue } from '../fields/value.ts';
import { parse } from './expression/parse.ts';
import type { Problem, RunbookFacts } from './problem.ts';
import { referenceProblems } from './referenceProblems.ts';
import type { Repair } from './repair.ts';
import type { Activity, Runbook } from './runbook.ts';
import { surroundingsOf } from './targets.ts';

function connectionProblem(
  activity: Activity,
  definition: AnyActivity,
  connection: Connection | undefined,
): Pick<Problem, 'code' | 'what' | 'fix'> | undefined {
  if (definition.connection === 'none') return undefined;
  if (activity.connection === undefined || activity.connection === '') {
    return { code: 'connection.none', what: `${activity.name} has no configuration.`, fix: 'Choose a configuration under Configuration Name.' };
  }
  if (connection === undefined) {
    const what = `The configuration ${activity.connection} of ${activity.name} is not in this workspace.`;
    return { code: 'connection.unknown', what, fix: 'Choose another configuration, or add it under Options > Exchange User.' };
  }
  const needed = missingType(definition.connection, connection);
  if (needed === undefined) return undefined;
  return {
    code: 'connection.wrongType',
    what: `${activity.name} needs a configuration of the type ${needed}; ${connection.name} has the type ${connection.type}.`,
    fix: 'Choose a configuration of the other type.',
  };
}

/** Where one configuration of the workspace fits an activity and no other does, nothing has to be decided. */
function onlyConnection(activity: string, definition: AnyActivity, connections: RunbookFacts['connections']): Repair | undefined {
  const { connection: need } = definition;
  if (need === 'none') return undefined;
  const [only, ...others] = connections.filter(({ connection }) => missingType(need, connection) === undefined);
  return only === undefined || others.length > 0 ? undefined : { label: `Use ${only.connection.name}`, edit: { kind: 'setConnection', activity, connection: only.key } };
}

/** Whether the text says its value already: nothing is put in when the activity runs. */
function isFixed(text: string, keys: readonly string[]): boolean {
  return !/\{\{|\[/.test(text) || parse(text, keys).nodes.every((node) => node.kind === 'text');
}

function valueProblems(runbook: Runbook, key: string, activity: Activity, shape: ActivityShape, globals: RunbookFacts['globals']): Problem[] {
  const keys = Object.keys(runbook.activities);
  const text = (name: string): string => {
    const design = activity.properties[name] ?? shape.properties[name]?.default ?? '';
    return typeof design === 'string' ? design : '';
  };
  const shown = (field: Field): boolean => field.when === undefined || text(field.when.field).toLowerCase() === field.when.is.toLowerCase();
  return Object.entries(shape.properties).flatMap(([name, field]): Problem[] => {
    const design = text(name);
    if (field.kind === 'parameters' || !shown(field) || !isFixed(design, keys)) return [];
    const parsed = parseValue(field, design);
    if (parsed.ok && field.kind === 'global' && typeof parsed.value === 'string' && globals?.[field.of].includes(parsed.value) === false) {
      const noun = field.of === 'counters' ? 'counter' : 'schedule';
      const what = `${activity.name}: there is no ${noun} ${parsed.value}.`;
      return [{ code: 'global.missing', severity: 'error', activity: key, field: name, what, fix: `Choose another ${noun}, or add it in the Variables view.` }];
    }
    if (parsed.ok) return [];
    const code = design.trim() === '' ? 'property.required' : 'property.invalid';
    const fix = design.trim() === '' ? `Fill in ${field.label}, or subscribe to published data.` : `Change ${field.label}.`;
    return [{ code, severity: 'error', activity: key, field: name, what: `${activity.name}: ${parsed.problem}`, fix }];
  });
}

function filterProblems(runbook: Runbook, key: string, activity: Activity, shape: ActivityShape): Problem[] {
  const keys = Object.keys(runbook.activities);
  return activity.filters.flatMap((row, index): Problem[] => {
    const place = { severity: 'error', activity: key, field: `filters.${index}` } as const;
    const field = Object.values(shape.filters).find((candidate) => candidate.label === row.field);
    if (field?.filter === undefined) {
      return [
        {
          ...place,
          code: 'filter.unknownField',
          what: `${activity.name} cannot filter by ${row.field === '' ? 'an empty property' : row.field}.`,
          fix: 'Choose another property in the filter row, or remove the row.',
          repair: { label: 'Remove the filter row', edit: { kind: 'removeFilter', activity: key, index } },
        },
      ];
    }
    const offered = operatorsOf[field.filter];
    if (!offered.includes(row.operator)) {
      const fix = `Choose one of: ${offered.map((operator) => filterOperators[operator]).join(', ')}.`;
      return [{ ...place, code: 'filter.operator', what: `The filter on ${row.field} cannot use ${filterOperators[row.operator]}.`, fix }];
    }
    if (!isFixed(row.value, keys)) return [];
    const parsed = parseValue({ ...field, required: field.kind !== 'text' && field.kind !== 'body' }, row.value);
    return parsed.ok
      ? []
      : [{ ...place, code: 'filter.value', what: `${activity.name}, filter: ${parsed.problem}`, fix: 'Change the value of the filter row.' }];
  });
}

/** Names of parameters that are empty or used twice; each becomes a published item, so they must differ. */
function parameterProblems(key: string, activity: Activity): Problem[] {
  return Object.entries(activity.properties).flatMap(([field, declared]): Problem[] => {
    if (typeof declared === 'string') return [];
    const place = { severity: 'error', activity: key, field } as const;
    const names = declared.map((parameter) => parameter.name.trim());
    const twice = names.find((name, index) => name !== '' && names.indexOf(name) < index);
    const empty: Problem = {
      ...place,
      code: 'parameter.unnamed',
      what: `${activity.name} has a parameter without a name.`,
      fix: 'Name the parameter, or remove it.',
    };
    const same: Problem = {
      ...place,
      code: 'parameter.sameName',
      what: `${activity.name} has two parameters called ${twice ?? ''}.`,
      fix: 'Give one of them another name.',
    };
    return [...(names.includes('') ? [empty] : []), ...(twice === undefined ? [] : [same])];
  });
}

/** A configuration whose password this computer does not have: the workspace came from another one. */
function passwordProblems(key: string, { name, connection: used }: Activity, { connections }: RunbookFacts): Problem[] {
  const entry = connections.find((one) => one.key === used);
  if (entry?.secret?.stored !== false || entry.connection.demo || !needsPassword(entry.connection)) return [];
  const what = `The configuration ${entry.connection.name} of ${name} needs a password on this computer.`;
  return [{ code: 'connection.noPassword', severity: 'error', activity: key, field: 'connection', what, fix: 'Set the password under Options > Exchange User.' }];
}

/** Problems of one activity: its type, configuration, values, filters and references. */
export function activityProblems(runbook: Runbook, key: string, facts: RunbookFacts): Problem[] {
  const activity = runbook.activities[key];
  if (activity === undefined) return [];
  const definition = facts.registry.get(activity.type);
  if (definition === undefined) {
    const what = `This version does not know the activity type ${activity.type} of ${activity.name}.`;
    return [{ code: 'activity.unknownType', severity: 'error', activity: key, what, fix: 'Update the app, or remove the activity.' }];
  }
  const entry = facts.connections.find((one) => one.key === activity.connection);
  const connection = entry?.connection;
  const shape = shapeOf(definition, activity, connection, surroundingsOf(runbook, facts.runbooks));
  const unusable = connectionProblem(activity, definition, connection);
  const repair = unusable === undefined ? undefined : onlyConnection(key, definition, facts.connections);
  const named: Problem[] =
    activity.name.trim() === ''
      ? [{ code: 'activity.unnamed', severity: 'error', activity: key, what: 'An activity has no name.', fix: 'Name it on the General tab.' }]
      : [];
  return [
    ...named,
    ...(unusable === undefined ? [] : [{ ...unusable, severity: 'error' as const, activity: key, field: 'connection', ...(repair === undefined ? {} : { repair }) }]),
    ...(unusable === undefined && definition.connection !== 'none' ? passwordProblems(key, activity, facts) : []),
    ...valueProblems(runbook, key, activity, shape, facts.globals),
    ...parameterProblems(key, activity),
    // Which filters there are depends on the configuration; without one, every filter would look wrong.
    ...(unusable === undefined ? filterProblems(runbook, key, activity, shape) : []),
    ...referenceProblems(runbook, key, facts),
  ];
}
