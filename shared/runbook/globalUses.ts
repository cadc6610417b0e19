import type { Registry } from '../activities/registry.ts';
import type { GlobalKind } from '../globals/view.ts';
import { mapReferences, references } from './expression/references.ts';
import { textsOf } from './referenceProblems.ts';
import type { Activity, Runbook } from './runbook.ts';

/** A variable, counter or schedule. */
export interface GlobalName {
  readonly kind: GlobalKind;
  readonly name: string;
}

/** A place in a runbook that uses one. Without an activity it is the runbook itself. */
export interface PlacedUse {
  readonly activity?: string;
  readonly field: string;
}

/** The properties of an activity that name counters or schedules, by key. */
function namingFields(activity: Activity, kind: GlobalKind, registry: Registry): readonly string[] {
  const fields = Object.entries(registry.get(activity.type)?.properties ?? {});
  return fields.flatMap(([key, field]) => (field.kind === 'global' && field.of === kind ? [key] : []));
}

/** Where a runbook uses a variable, counter or schedule, in file order. */
export function globalUses(runbook: Runbook, { kind, name }: GlobalName, registry: Registry): readonly PlacedUse[] {
  const keys = Object.keys(runbook.activities);
  const own: PlacedUse[] = kind === 'schedules' && runbook.schedule === name ? [{ field: 'Schedule' }] : [];
  const uses = Object.entries(runbook.activities).flatMap(([key, activity]): PlacedUse[] => {
    const fields = registry.get(activity.type)?.properties ?? {};
    const label = (field: string): string => fields[field]?.label ?? (field.startsWith('filters.') ? 'Filter' : field);
    if (kind !== 'variables') return namingFields(activity, kind, registry).flatMap((field) => (activity.properties[field] === name ? [{ activity: key, field: label(field) }] : []));
    const inTexts = textsOf(activity).filter(([, text]) => references(text, keys).some(({ target }) => target.kind === 'variable' && target.name === name));
    return inTexts.map(([field]) => ({ activity: key, field: label(field) }));
  });
  return [...own, ...uses];
}

/** The runbook after a variable, counter or schedule got another name; itself where it does not use it. */
export function renameGlobal(runbook: Runbook, { kind, name }: GlobalName, to: string, registry: Registry): Runbook {
  if (globalUses(runbook, { kind, name }, registry).length === 0) return runbook;
  const keys = Object.keys(runbook.activities);
  const text = (value: string): string => mapReferences(value, keys, (target) => (target.kind === 'variable' && target.name === name ? { kind: 'variable', name: to } : undefined));
  const activityOf = (activity: Activity): Activity => {
    const naming = kind === 'variables' ? [] : namingFields(activity, kind, registry);
    const property = (key: string, value: Activity['properties'][string]): Activity['properties'][string] => {
      if (naming.includes(key) && value === name) return to;
      return kind === 'variables' && typeof value === 'string' ? text(value) : value;
    };
    const properties = Object.fromEntries(Object.entries(activity.properties).map(([key, value]) => [key, property(key, value)]));
    const filters = kind === 'variables' ? activity.filters.map((row) => ({ ...row, value: text(row.value) })) : activity.filters;
    return { ...activity, properties, filters };
  };
  const activities = Object.fromEntries(Object.entries(runbook.activities).map(([key, activity]) => [key, activityOf(activity)]));
  return { ...runbook, activities, ...(kind === 'schedules' && runbook.schedule === name ? { schedule: to } : {}) };
}

