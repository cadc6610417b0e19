import type { Registry } from '../activities/registry.ts';
import { uniqueKey, uniqueName } from './activityKey.ts';
import { boxAround, cardBox } from './arrange.ts';
import { moveActivities, type Position } from './edits.ts';
import { mapReferences } from './expression/references.ts';
import { addGroup, addNote, updateGroup, updateNote } from './marks.ts';
import type { Activity, Runbook } from './runbook.ts';

/** A part of a runbook that can stand elsewhere: activities with their places, the links and groups among them, and notes. */
export type Fragment = Pick<Runbook, 'activities' | 'links' | 'groups' | 'notes' | 'layout'>;

/** The part of a runbook with these activities and notes, in the order of the runbook. A group comes along when all of it does. */
export function fragmentOf(runbook: Runbook, keys: readonly string[], notes: readonly string[] = []): Fragment {
  const wanted = new Set(keys);
  const part = <T>(record: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([key]) => wanted.has(key)));
  const whole = Object.entries(runbook.groups).filter(([, group]) => group.activities.every((member) => wanted.has(member)));
  return {
    activities: part(runbook.activities),
    links: runbook.links.filter(({ from, to }) => wanted.has(from) && wanted.has(to)),
    groups: Object.fromEntries(whole),
    notes: Object.fromEntries(Object.entries(runbook.notes).filter(([key]) => notes.includes(key))),
    layout: part(runbook.layout),
  };
}

/** A value with every text in it replaced. */
function mapTexts<T>(value: T, change: (text: string) => string): T;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts<unknown>(one, change)]));
}

/** An activity whose references, and properties that name an activity, follow to the new keys. */
function following(activity: Activity, renamed: ReadonlyMap<string, string>, registry: Registry): Activity {
  const known = [...renamed.keys()];
  const text = (value: string): string =>
    mapReferences(value, known, (target) => {
      const key = target.kind === 'activity' ? renamed.get(target.key) : undefined;
      return key === undefined || target.kind !== 'activity' ? undefined : { ...target, key };
    });
  const { type, version, name, ...rest } = activity;
  const followed: Activity = { type, version, name, ...mapTexts(rest, text) };
  const named = Object.entries(registry.get(type)?.properties ?? {}).flatMap(([field, { kind }]): [string, string][] => {
    const key = activity.properties[field];
    const copy = kind === 'activity' && typeof key === 'string' ? renamed.get(key) : undefined;
    return copy === undefined ? [] : [[field, copy]];
  });
  return { ...followed, properties: { ...followed.properties, ...Object.fromEntries(named) } };
}

/** A runbook with a fragment in it, and the keys that its activities and notes got. */
export interface Pasted {
  readonly runbook: Runbook;
  readonly activities: readonly string[];
  readonly notes: readonly string[];
}

/** How far a copy stands from what it was copied from, in pixels. */
const besides: Position = [32, 80];

/**
 * Adds a fragment under names and keys of its own. References and links among its activities follow to the new keys;
 * what it refers to outside itself stays as it is and becomes a problem where it does not exist. `center` is where the
 * middle of the fragment goes; without it the copy stands a little beside its original.
 */
export function paste(runbook: Runbook, fragment: Fragment, registry: Registry, center?: Position): Pasted {
  const names = Object.values(runbook.activities).map(({ name }) => name);
  const keys = new Map<string, string>();
  const copies: [string, Activity][] = [];
  for (const [key, activity] of Object.entries(fragment.activities)) {
    const name = uniqueName(activity.name, names);
    names.push(name);
    const copy = uniqueKey(name, [...Object.keys(runbook.activities), ...keys.values()]);
    keys.set(key, copy);
    copies.push([copy, { ...activity, name }]);
  }
  const noteBoxes = Object.values(fragment.notes).map(({ at: [x, y], size: [width, height] }) => ({ x, y, width, height }));
  const around = boxAround([...[...keys.keys()].map((key) => cardBox(fragment, key)), ...noteBoxes]);
  const [byX, byY] = center === undefined || around === undefined ? besides : [center[0] - around.x - around.width / 2, center[1] - around.y - around.height / 2];
  const places = [...keys].map(([key, copy]) => {
    const { x, y } = cardBox(fragment, key);
    return [copy, [x + byX, y + byY]] as const;
  });
  const links = fragment.links.flatMap((link) => {
    const [from, to] = [keys.get(link.from), keys.get(link.to)];
    return from === undefined || to === undefined ? [] : [{ ...link, from, to }];
  });
  const activities = Object.fromEntries(copies.map(([key, activity]) => [key, following(activity, keys, registry)]));
  const added: Runbook = { ...runbook, activities: { ...runbook.activities, ...activities }, links: [...runbook.links, ...links] };
  const marked = withMarks(moveActivities(added, Object.fromEntries(places)), fragment, keys, [byX, byY]);
  return { ...marked, activities: [...keys.values()] };
}

/** Adds the groups and notes of a fragment. */
function withMarks(runbook: Runbook, fragment: Fragment, keys: ReadonlyMap<string, string>, [byX, byY]: Position): Pick<Pasted, 'runbook' | 'notes'> {
  const notes: string[] = [];
  let next = runbook;
  for (const { name, activities, color } of Object.values(fragment.groups)) {
    const members = activities.flatMap((member) => keys.get(member) ?? []);
    if (members.length === 0) continue;
    const added = addGroup(next, members, name);
    next = updateGroup(added.runbook, added.key, { color });
  }
  for (const { text, at: [x, y], size, color } of Object.values(fragment.notes)) {
    const added = addNote(next, [x + byX, y + byY], text);
    next = updateNote(added.runbook, added.key, { size, color });
    notes.push(added.key);
  }
  return { runbook: next, notes };
}
