import type { NamedAddress } from '../../../shared/exchange/filterMatch.ts';
import type { ItemValues } from '../../../shared/exchange/port.ts';
import type { Field, FieldValue } from '../../../shared/fields/field.ts';
import type { ItemType } from '../../../shared/items/itemType.ts';
import { shownDelegation } from './delegationState.ts';
import { mailboxOf } from './mailbox.ts';
import { propertyOf, type Property } from './properties.ts';
import { child, childText, type XmlElement } from './xmlReader.ts';

/** An item as it was read: its values, and the people behind its mailbox fields, whom a filter may name. */
export interface ReadValues {
  readonly values: ItemValues;
  readonly people: Readonly<Record<string, NamedAddress>>;
  /** Addresses inside the organisation that have no `user@host` form yet, by their own form. */
  readonly unresolved: readonly string[];
}

const isTrue = (text: string): boolean => text === 'true' || text === '1';

/** ISO 8601 in UTC without a fraction of zero, whatever zone the server wrote. Text that is no date stays as it is. */
function utc(text: string): string {
  // What servers write nearly always: nothing to convert, and making a date of each value is what reading spends its time on.
  if (text.length === 20 && text.endsWith('Z') && text[10] === 'T') return text;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : time.toISOString().replace('.000Z', 'Z');
}

/** Plain text as the data type of the field; undefined for what does not fit, as if the server had not sent it. */
function plainValue(field: Field, text: string): FieldValue | undefined {
  switch (field.kind) {
    case 'boolean':
      return isTrue(text.trim());
    case 'integer':
    case 'number': {
      const value = Number(text.trim());
      return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
    }
    case 'dateTime':
      return field.day === true ? utc(text.trim()).slice(0, 10) : utc(text.trim());
    case 'choice':
      return (
        field.options.find((option) => option === text) ?? field.options.find((option) => option.toLowerCase() === text.trim().toLowerCase()) ?? text.trim()
      );
    default:
      return text;
  }
}

/** Whole minutes of an ISO 8601 duration such as `P1DT1H30M`; undefined for what is none. */
export function minutesOf(duration: string): number | undefined {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration.trim());
  if (found === null) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => (part === undefined ? 0 : Number(part)));
  return Math.round(days * 1440 + hours * 60 + minutes + seconds / 60);
}

const mailboxIn = (entry: XmlElement): string[] => {
  const mailbox = child(entry, 'Mailbox');
  return mailbox === undefined ? [] : [mailboxOf(mailbox).address];
};

function entryValue({ index, part, form }: Property, found: XmlElement): FieldValue | undefined {
  const entry = found.children.find((candidate) => candidate.attributes.Key === index);
  const text = form === 'entryName' ? entry?.attributes.Name : part === undefined ? entry?.text : childText(entry, part);
  return text === undefined || text === '' ? undefined : text;
}

function valueOf(field: Field, property: Property, found: XmlElement): FieldValue | undefined {
  switch (property.form) {
    case 'plain':
      return plainValue(field, found.text);
    case 'id':
      return found.attributes.Id;
    case 'body':
      return found.text;
    case 'bodyType':
      return plainValue(field, found.attributes.BodyType ?? '');
    case 'mailbox':
      return mailboxIn(found)[0];
    case 'mailboxes':
      return found.children.filter((entry) => entry.name === 'Mailbox').map((entry) => mailboxOf(entry).address);
    case 'attendees':
    case 'members':
      return found.children.flatMap(mailboxIn);
    case 'strings':
      return found.children.map((entry) => entry.text);
    case 'attachments':
      return found.children.map((entry) => childText(entry, 'Name') ?? '').filter((name) => name !== '');
    case 'minutes':
      return minutesOf(found.text);
    case 'delegation':
      return shownDelegation(found.text.trim());
    case 'entry':
    case 'entryName':
    case 'address':
      return entryValue(property, found);
    case 'recurrence':
      // Shown by Is Recurring; the pattern itself is not published.
      return undefined;
  }
}

interface Reader {
  readonly key: string;
  readonly field: Field;
  readonly property: Property;
}

const readers = new WeakMap<ItemType, ReadonlyMap<string, readonly Reader[]>>();

/** The fields of a type by the element that they are read from; some elements hold several. */
function readersOf(type: ItemType): ReadonlyMap<string, readonly Reader[]> {
  const before = readers.get(type);
  if (before !== undefined) return before;
  const byElement = new Map<string, Reader[]>();
  for (const [key, field] of Object.entries(type.fields)) {
    const property = propertyOf(field);
    if (property !== undefined) byElement.set(property.element, [...(byElement.get(property.element) ?? []), { key, field, property }]);
  }
  readers.set(type, byElement);
  return byElement;
}

const withPeople = new Set<Property['form']>(['mailbox', 'mailboxes', 'attendees', 'members']);

/** Addresses that the server names by its directory's own path. */
function unresolvedIn(found: XmlElement): string[] {
  const own = found.name === 'Mailbox' && childText(found, 'RoutingType') === 'EX' ? [mailboxOf(found).address] : [];
  return [...own, ...found.children.flatMap(unresolvedIn)];
}

/** Reads an item by the fields of its type. Properties the server did not send are absent. */
export function readItem(type: ItemType, item: XmlElement): ReadValues {
  const byElement = readersOf(type);
  const values: Record<string, FieldValue> = {};
  const people: Record<string, NamedAddress> = {};
  const unresolved: string[] = [];
  for (const found of item.children) {
    for (const { key, field, property } of byElement.get(found.name) ?? []) {
      const value = valueOf(field, property, found);
      if (value !== undefined) values[key] = value;
      if (!withPeople.has(property.form)) continue;
      const mailbox = property.form === 'mailbox' ? child(found, 'Mailbox') : undefined;
      if (mailbox !== undefined) people[key] = mailboxOf(mailbox);
      unresolved.push(...unresolvedIn(found));
    }
  }
  return { values, people, unresolved };
}
