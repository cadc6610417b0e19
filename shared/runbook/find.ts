import type { Registry } from '../activities/registry.ts';
import { orderOf } from './graph.ts';
import { linkText } from './links.ts';
import type { Activity, Link, LinkCondition, PropertyValue, Runbook } from './runbook.ts';

/** Where in a runbook a text was found. */
export type FoundSubject =
  | { readonly kind: 'activity'; readonly key: string; /** Property to show, where it was found in one. */ readonly field?: string | undefined }
  | { readonly kind: 'link'; readonly from: string; readonly to: string }
  | { readonly kind: 'note'; readonly key: string }
  | { readonly kind: 'group'; readonly key: string };

/** A place at which a text stands: what it is called there, and the text. */
export interface Found {
  readonly subject: FoundSubject;
  readonly where: string;
  readonly text: string;
}

const textsOf = (value: PropertyValue): readonly string[] =>
  typeof value === 'string' ? [value] : value.flatMap(({ name, description = '', default: byDefault = '' }) => [name, description, byDefault]);

function conditionTexts(condition: LinkCondition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(conditionTexts);
  return 'status' in condition ? condition.status : [condition.field, condition.value, condition.and ?? ''];
}

function activityPlaces(key: string, activity: Activity, registry: Registry): Found[] {
  const definition = registry.get(activity.type);
  const at = (where: string, text: string, field?: string): Found => ({ subject: { kind: 'activity', key, field }, where, text });
  const properties = Object.entries(activity.properties).flatMap(([field, value]) => textsOf(value).map((text) => at(definition?.properties[field]?.label ?? field, text, field)));
  const loop = [...(activity.loop?.exit ?? []), ...(activity.loop?.doNotExit ?? [])].flatMap(conditionTexts);
  return [
    at('Name', activity.name),
    at('Type', definition?.title ?? activity.type),
    at('Description', activity.description ?? ''),
    at('Connection', activity.connection ?? ''),
    ...properties,
    ...activity.filters.map(({ field, value }) => at('Filter', `${field}: ${value}`)),
    ...loop.map((text) => at('Loop condition', text)),
  ];
}

function linkPlaces(link: Link): Found[] {
  const subject = { kind: 'link', from: link.from, to: link.to } as const;
  const conditions = [...link.include, ...link.exclude].flatMap(conditionTexts);
  return [{ subject, where: 'Label', text: link.label ?? linkText(link) }, ...conditions.map((text): Found => ({ subject, where: 'Condition', text }))];
}

function placesOf(runbook: Runbook, registry: Registry): Found[] {
  const activities = orderOf(runbook).flatMap((key): Found[] => {
    const activity = runbook.activities[key];
    const links = runbook.links.filter(({ from }) => from === key).flatMap(linkPlaces);
    return activity === undefined ? [] : [...activityPlaces(key, activity, registry), ...links];
  });
  const notes = Object.entries(runbook.notes).map(([key, { text }]): Found => ({ subject: { kind: 'note', key }, where: 'Note', text }));
  const groups = Object.entries(runbook.groups).map(([key, { name }]): Found => ({ subject: { kind: 'group', key }, where: 'Group', text: name }));
  return [...activities, ...notes, ...groups];
}

/**
 * Every place of a runbook that holds a text, in running order: names, types, descriptions, properties, filters, conditions,
 * labels, notes and groups. Case does not matter; the words of the query stand together. An empty query finds nothing.
 */
export function findIn(runbook: Runbook, query: string, registry: Registry): readonly Found[] {
  const wanted = query.trim().toLowerCase();
  return wanted === '' ? [] : placesOf(runbook, registry).filter(({ text }) => text.toLowerCase().includes(wanted));
}

/** A word for a subject, the same for each place in it. */
export function subjectId(subject: FoundSubject): string {
  return subject.kind === 'link' ? `link:${subject.from}>${subject.to}` : `${subject.kind}:${subject.key}`;
}

/** What was found in, each once, in running order. */
export function subjectsOf(found: readonly Found[]): readonly FoundSubject[] {
  return [...new Map(found.toReversed().map(({ subject }) => [subjectId(subject), subject])).values()].toReversed();
}

/** Most places of one runbook that a search in all runbooks lists, and the longest text of one, in characters. */
const mostListed = 50;
const longestText = 160;

/** A place as a list of all runbooks shows it. */
export interface FoundLine extends Found {
  /** Name of the activity, link, note or group. */
  readonly title: string;
}

/** The part of a text around what was found, on one line. */
function excerpt(text: string, query: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const at = line.toLowerCase().indexOf(query.trim().toLowerCase());
  if (line.length <= longestText || at < 0) return line.slice(0, longestText);
  const from = Math.max(0, Math.min(at - 40, line.length - longestText));
  return `${from > 0 ? '…' : ''}${line.slice(from, from + longestText)}${from + longestText < line.length ? '…' : ''}`;
}

/** What a runbook has for the list of a search in all runbooks. */
export function findsFor(runbook: Runbook, query: string, registry: Registry): { readonly found: readonly FoundLine[]; readonly more: number } {
  const nameOf = (key: string): string => runbook.activities[key]?.name ?? key;
  const titleOf = (subject: FoundSubject): string => {
    if (subject.kind === 'activity') return nameOf(subject.key);
    if (subject.kind === 'link') return `${nameOf(subject.from)} to ${nameOf(subject.to)}`;
    return subject.kind === 'note' ? 'Note' : (runbook.groups[subject.key]?.name ?? 'Group');
  };
  const all = findIn(runbook, query, registry);
  const found = all.slice(0, mostListed).map((one) => ({ ...one, title: titleOf(one.subject), text: excerpt(one.text, query) }));
  return { found, more: all.length - found.length };
}
