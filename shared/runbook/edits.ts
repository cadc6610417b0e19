import type { AnyActivity } from '../activities/defineActivity.ts';
import { uniqueKey, uniqueName } from './activityKey.ts';
import type { Activity, FilterRow, Flatten, Link, Loop, PropertyValue, Report, Runbook } from './runbook.ts';

/** A place on the canvas, in pixels. */
export type Position = readonly [x: number, y: number];

/** Spacing of the canvas's grid, in pixels. */
export const gridSize = 8;

// Adding 0 turns -0 into 0, which a file would otherwise hold.
const onGrid = (pixels: number): number => Math.round(pixels / gridSize) * gridSize + 0;
const snap = ([x, y]: Position): [number, number] => [onGrid(x), onGrid(y)];

function changed(runbook: Runbook, key: string, change: (activity: Activity) => Activity): Runbook {
  const activity = runbook.activities[key];
  if (activity === undefined) return runbook;
  const next = change(activity);
  return next === activity ? runbook : { ...runbook, activities: { ...runbook.activities, [key]: next } };
}

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _removed, ...rest } = value;
  return rest;
}

/** Where a new activity goes, and what it is connected to. */
export interface Placement {
  readonly at: Position;
  /** Activity to link from. */
  readonly after?: string;
  /** Link to splice the activity into; its conditions stay on the first half. */
  readonly into?: { readonly from: string; readonly to: string };
  readonly connection?: string;
}

/** A new activity with the defaults of its definition. */
export function addActivity(runbook: Runbook, definition: AnyActivity, placement: Placement): { readonly runbook: Runbook; readonly key: string } {
  const name = uniqueName(
    definition.title,
    Object.values(runbook.activities).map((activity) => activity.name),
  );
  const key = uniqueKey(name, Object.keys(runbook.activities));
  const defaults = Object.entries(definition.properties).flatMap(([field, { default: value }]) => (value === undefined ? [] : [[field, value] as const]));
  const activity: Activity = {
    type: definition.type,
    version: definition.version,
    name,
    disabled: false,
    ...(placement.connection === undefined || definition.connection === 'none' ? {} : { connection: placement.connection }),
    properties: Object.fromEntries(defaults),
    filters: [],
  };
  const placed: Runbook = { ...runbook, activities: { ...runbook.activities, [key]: activity }, layout: { ...runbook.layout, [key]: snap(placement.at) } };
  const linked = placement.after === undefined ? placed : connect(placed, placement.after, key);
  return { runbook: placement.into === undefined ? linked : splice(linked, placement.into, key), key };
}

function splice(runbook: Runbook, into: { readonly from: string; readonly to: string }, key: string): Runbook {
  const links = runbook.links.map((link) => (link.from === into.from && link.to === into.to ? { ...link, to: key } : link));
  return connect({ ...runbook, links }, key, into.to);
}

/** Moves activities to other places, by key. */
export function moveActivities(runbook: Runbook, positions: Readonly<Record<string, Position>>): Runbook {
  const known = Object.entries(positions).filter(([key]) => Object.hasOwn(runbook.activities, key));
  return { ...runbook, layout: { ...runbook.layout, ...Object.fromEntries(known.map(([key, at]) => [key, snap(at)])) } };
}

/** Removes activities and the links at them. References to them stay and become problems that name what is missing. */
export function removeActivities(runbook: Runbook, keys: readonly string[]): Runbook {
  const gone = new Set(keys);
  const kept = <T>(record: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([key]) => !gone.has(key)));
  return {
    ...runbook,
    activities: kept(runbook.activities),
    layout: kept(runbook.layout),
    links: runbook.links.filter((link) => !gone.has(link.from) && !gone.has(link.to)),
    groups: Object.fromEntries(
      Object.entries(runbook.groups).flatMap(([key, group]) => {
        const members = group.activities.filter((member) => !gone.has(member));
        if (members.length === group.activities.length) return [[key, group]];
        return members.length === 0 ? [] : [[key, { ...group, activities: members }]];
      }),
    ),
  };
}

/** Changes the name; the key and with it all references stay. */
export function renameActivity(runbook: Runbook, key: string, name: string): Runbook {
  return changed(runbook, key, (activity) => (activity.name === name ? activity : { ...activity, name }));
}

/** Changes the description; empty text removes it. */
export function setDescription(runbook: Runbook, key: string, description: string): Runbook {
  return changed(runbook, key, (activity) => (description === '' ? without(activity, 'description') : { ...activity, description }));
}

/** Sets a property's design value; undefined removes the property from the activity. */
export function setProperty(runbook: Runbook, key: string, field: string, value: PropertyValue | undefined): Runbook {
  return changed(runbook, key, (activity) => {
    if (activity.properties[field] === value) return activity;
    return { ...activity, properties: value === undefined ? without(activity.properties, field) : { ...activity.properties, [field]: value } };
  });
}

/** Sets several properties' design values in one step; undefined removes a property from the activity. */
export function setProperties(runbook: Runbook, key: string, values: Readonly<Record<string, PropertyValue | undefined>>): Runbook {
  return Object.entries(values).reduce((next, [field, value]) => setProperty(next, key, field, value), runbook);
}

/** Chooses the configuration of an activity by its key; undefined chooses none. */
export function setConnection(runbook: Runbook, key: string, connection: string | undefined): Runbook {
  return changed(runbook, key, (activity) => (connection === undefined ? without(activity, 'connection') : { ...activity, connection }));
}

/** Replaces the filter rows of an activity. */
export function setFilters(runbook: Runbook, key: string, filters: readonly FilterRow[]): Runbook {
  return changed(runbook, key, (activity) => ({ ...activity, filters: [...filters] }));
}

/** Chooses how rows are flattened; undefined passes each row on by itself. */
export function setFlatten(runbook: Runbook, key: string, flatten: Flatten | undefined): Runbook {
  return changed(runbook, key, (activity) => (flatten === undefined ? without(activity, 'flatten') : { ...activity, flatten }));
}

/** Chooses how an activity loops; undefined takes looping away. */
export function setLoop(runbook: Runbook, key: string, loop: Loop | undefined): Runbook {
  return changed(runbook, key, (activity) => (loop === undefined ? without(activity, 'loop') : { ...activity, loop }));
}

/** Chooses what of an activity is reported; undefined reports nothing. */
export function setReport(runbook: Runbook, key: string, report: Report | undefined): Runbook {
  return changed(runbook, key, (activity) => (report === undefined ? without(activity, 'report') : { ...activity, report }));
}

/** Switches an activity off or on. */
export function setDisabled(runbook: Runbook, key: string, disabled: boolean): Runbook {
  return changed(runbook, key, (activity) => (activity.disabled === disabled ? activity : { ...activity, disabled }));
}

/** Adds a link that follows success. A link that is there already stays as it is. */
export function connect(runbook: Runbook, from: string, to: string): Runbook {
  const known = Object.hasOwn(runbook.activities, from) && Object.hasOwn(runbook.activities, to);
  if (!known || from === to || runbook.links.some((link) => link.from === from && link.to === to)) return runbook;
  return { ...runbook, links: [...runbook.links, { from, to, include: [], exclude: [], delaySeconds: 0, disabled: false }] };
}

/** Removes a link. */
export function disconnect(runbook: Runbook, from: string, to: string): Runbook {
  return { ...runbook, links: runbook.links.filter((link) => link.from !== from || link.to !== to) };
}

/** Puts an end of a link, or both, on other activities; its conditions stay. Nothing changes where such a link is there already. */
export function reattach(runbook: Runbook, link: { readonly from: string; readonly to: string }, ends: { readonly from: string; readonly to: string }): Runbook {
  const { from, to } = ends;
  const known = Object.hasOwn(runbook.activities, from) && Object.hasOwn(runbook.activities, to);
  if (!known || from === to || runbook.links.some((other) => other.from === from && other.to === to)) return runbook;
  return { ...runbook, links: runbook.links.map((other) => (other.from === link.from && other.to === link.to ? { ...other, from, to } : other)) };
}

/** Changes a link's conditions, label, delay, color, width or switch; a member that is undefined is removed. */
export function updateLink(
  runbook: Runbook,
  from: string,
  to: string,
  change: { readonly [K in keyof Omit<Link, 'from' | 'to'>]?: Link[K] | undefined },
): Runbook {
  const { label, color, width, ...rest } = change;
  const optional = { ...('label' in change ? { label } : {}), ...('color' in change ? { color } : {}), ...('width' in change ? { width } : {}) };
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...runbook, links: runbook.links.map((link) => (link.from === from && link.to === to ? { ...link, ...optional, ...given } : link)) };
}

/** What a runbook says about itself, beside its activities, links and places. */
export type RunbookProperties = Omit<Runbook, 'formatVersion' | 'activities' | 'links' | 'layout' | 'notes' | 'groups'>;

/** Changes what a runbook says about itself; a member that is undefined is removed. */
export function updateRunbook(runbook: Runbook, change: { readonly [K in keyof RunbookProperties]?: RunbookProperties[K] | undefined }): Runbook {
  const removed = new Set(Object.entries(change).flatMap(([key, value]) => (value === undefined ? [key] : [])));
  const kept = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const { schedule, report, description, ...rest } = runbook;
  const optional = { description, schedule, report };
  const left = Object.fromEntries(Object.entries(optional).filter(([key, value]) => value !== undefined && !removed.has(key)));
  return { ...rest, ...left, ...kept };
}
