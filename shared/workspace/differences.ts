import type { Registry } from '../activities/registry.ts';
import type { Activity, Link, Runbook } from '../runbook/runbook.ts';
import { isMap, samePlain } from './files/plain.ts';

/** One thing in which two states of a runbook differ. `before` or `after` is missing where that side has nothing. */
export interface Difference {
  /** The activity by name, the link by its ends, or "Runbook". */
  readonly where: string;
  /** The property or part, as the form names it. */
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

const partLabels: Readonly<Record<string, string>> = {
  type: 'Activity type',
  connection: 'Configuration',
  filters: 'Filters',
  loop: 'Looping',
  flatten: 'Flatten',
  report: 'Notifications',
  include: 'Include',
  exclude: 'Exclude',
  delaySeconds: 'Delay in seconds',
  color: 'Color',
  returns: 'Returned data',
  concurrency: 'Runs at the same time',
};
const labelOf = (part: string): string => partLabels[part] ?? `${part.charAt(0).toUpperCase()}${part.slice(1)}`;

/** A value as a person reads it in one line; undefined for one that is absent or empty. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map((one) => textOf(one) ?? '').join('; ');
  if (isMap(value)) {
    const parts = Object.entries(value).flatMap(([key, one]) => {
      const text = textOf(one);
      return text === undefined ? [] : [`${labelOf(key).toLowerCase()} ${text}`];
    });
    return parts.length === 0 ? undefined : parts.join(', ');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

type Parts = Readonly<Record<string, unknown>>;

function between(where: string, before: Parts, after: Parts, label: (part: string) => string = labelOf): Difference[] {
  const parts = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...parts].flatMap((part) => {
    if (samePlain(before[part], after[part])) return [];
    const [was, is] = [textOf(before[part]), textOf(after[part])];
    return was === is ? [] : [{ where, what: label(part), ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}

function betweenActivities(before: Activity, after: Activity, registry: Registry): Difference[] {
  const { properties: was, ...partsBefore } = before;
  const { properties: is, ...partsAfter } = after;
  const fields = registry.get(after.type)?.properties ?? {};
  return [...between(after.name, partsBefore, partsAfter), ...between(after.name, was, is, (key) => fields[key]?.label ?? key)];
}

/** Pairs the entries of two maps by key and compares each: one side only is one difference, both sides are compared in detail. */
function byKey<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>, compare: (one: T, other: T) => Difference[], only: (entry: T, side: 'before' | 'after') => Difference): Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const [was, is] = [before[key], after[key]];
    if (was !== undefined && is !== undefined) return compare(was, is);
    if (was !== undefined) return [only(was, 'before')];
    return is === undefined ? [] : [only(is, 'after')];
  });
}

const linksByEnds = (links: readonly Link[]): Readonly<Record<string, Link>> => Object.fromEntries(links.map((link) => [`${link.from}\n${link.to}`, link]));

/** Everything in which two states of a runbook differ, activities first. Places on the canvas count as one difference each. */
export function differencesBetween(before: Runbook, after: Runbook, registry: Registry): readonly Difference[] {
  const { activities: activitiesBefore, links: linksBefore, layout: layoutBefore, notes: notesBefore, groups: groupsBefore, ...partsBefore } = before;
  const { activities: activitiesAfter, links: linksAfter, layout: layoutAfter, notes: notesAfter, groups: groupsAfter, ...partsAfter } = after;
  const name = (key: string): string => activitiesAfter[key]?.name ?? activitiesBefore[key]?.name ?? key;
  const ends = ({ from, to }: Link): string => `${name(from)} → ${name(to)}`;
  const place = (key: string): Difference[] => {
    const [was, is] = [layoutBefore[key], layoutAfter[key]];
    if (was === undefined || is === undefined || samePlain(was, is)) return [];
    return [{ where: name(key), what: 'Place on the canvas', before: was.join(', '), after: is.join(', ') }];
  };
  return [
    ...between('Runbook', partsBefore, partsAfter),
    ...byKey(activitiesBefore, activitiesAfter, (one, other) => betweenActivities(one, other, registry), (activity, side) => ({ where: activity.name, what: 'Activity', [side]: registry.get(activity.type)?.title ?? activity.type })),
    ...byKey(linksByEnds(linksBefore), linksByEnds(linksAfter), (one, other) => between(ends(other), one, other), (link, side) => ({ where: ends(link), what: 'Link', [side]: link.label ?? 'Link' })),
    ...byKey(groupsBefore, groupsAfter, (one, other) => between(`Group ${other.name}`, one, other), (group, side) => ({ where: `Group ${group.name}`, what: 'Group', [side]: group.activities.map(name).join(', ') })),
    ...byKey(notesBefore, notesAfter, (one, other) => between('Note', one, other), (note, side) => ({ where: 'Note', what: 'Text', [side]: note.text })),
    ...Object.keys(layoutAfter).flatMap(place),
  ];
}
