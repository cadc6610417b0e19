import type { AppErrorData } from '../errors/appError.ts';
import type { FieldKind } from '../fields/field.ts';
import type { PublishedRow } from './events.ts';
import type { ResolvedTexts } from './inputs.ts';
import { secretMark, type KnownSecrets } from './knownSecrets.ts';
import type { PlannedActivity } from './plan.ts';

/** No item of a row is secret. */
export const noSecrets: ReadonlySet<string> = new Set();

/** Kinds of items that can hold a part of a text an activity was given. Numbers and answers such as True say too little to be secret. */
const carriers = new Set<FieldKind>(['text', 'body', 'list']);

/**
 * The items of a row that must not be shown. An item is secret when it holds a secret, or when an activity that works without a mailbox, and so
 * can only have made it from what it was given, was given a secret: part of a password is still one.
 */
export function secretItems(row: PublishedRow, planned: PlannedActivity, texts: ResolvedTexts, secrets: KnownSecrets): ReadonlySet<string> {
  if (secrets.isEmpty && texts.secret.size === 0) return noSecrets;
  const given = [...texts.secret].map((key) => texts.properties.get(key) ?? '').filter((text) => text !== '');
  const isDerived = given.length > 0 && planned.definition?.connection === 'none';
  const kinds = new Map(Object.values(planned.shape.publishes).map((field) => [field.label, field.kind]));
  const found = Object.entries(row).filter(([label, value]) => {
    if (value === '') return false;
    const kind = kinds.get(label);
    return secrets.isIn(value) || given.includes(value) || (isDerived && kind !== undefined && carriers.has(kind));
  });
  return found.length === 0 ? noSecrets : new Set(found.map(([label]) => label));
}

/** A row as it may be shown. */
export function shownRow(row: PublishedRow, secret: ReadonlySet<string>): PublishedRow {
  if (secret.size === 0) return row;
  return Object.fromEntries(Object.entries(row).map(([label, value]) => [label, secret.has(label) ? secretMark : value]));
}

/** A sentence about a row, without the row's secret values, however short they are. */
export function withoutValues(sentence: string, row: PublishedRow, secret: ReadonlySet<string>): string {
  if (secret.size === 0) return sentence;
  const values = [...secret].map((label) => row[label] ?? '').filter((value) => value !== '');
  return values.reduce((text, value) => text.split(value).join(secretMark), sentence);
}

/** An error of an activity that was given secrets, without them. */
export function errorWithout(error: AppErrorData, texts: ResolvedTexts, secrets: KnownSecrets): AppErrorData {
  for (const key of texts.secret) secrets.add(texts.properties.get(key) ?? '');
  return secrets.masked(error);
}
