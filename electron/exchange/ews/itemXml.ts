import { assertNever } from '../../../shared/errors/result.ts';
import type { NamedAddress } from '../../../shared/exchange/filterMatch.ts';
import type { ItemValues } from '../../../shared/exchange/port.ts';
import type { Field, FieldValue } from '../../../shared/fields/field.ts';
import { formatValue } from '../../../shared/fields/value.ts';
import type { ItemType } from '../../../shared/items/itemType.ts';
import { bodyXml, mailboxesXml, mailboxOf, mailboxXml } from './mailbox.ts';
import { propertyOf } from './properties.ts';
import { schemaOrder } from './schemaOrder.ts';
import { child, childText, type XmlElement } from './xmlReader.ts';
import { element, type Xml } from './xmlWriter.ts';

/** An item as it was read: its values, and the people behind its mailbox fields, whom a filter may name. */
export interface ReadValues {
  readonly values: ItemValues;
  readonly people: Readonly<Record<string, NamedAddress>>;
}

const isTrue = (text: string): boolean => text === 'true' || text === '1';

/** ISO 8601 in UTC without a fraction of zero, whatever zone the server wrote. Text that is no date stays as it is. */
function utc(text: string): string {
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
      return utc(text.trim());
    case 'choice':
      return field.options.find((option) => option.toLowerCase() === text.trim().toLowerCase()) ?? text.trim();
    default:
      return text;
  }
}

function valueOf(field: Field, found: XmlElement): FieldValue | undefined {
  const form = propertyOf(field)?.form ?? 'plain';
  switch (form) {
    case 'plain':
      return plainValue(field, found.text);
    case 'id':
      return found.attributes.Id;
    case 'body':
      return found.text;
    case 'bodyType':
      return plainValue(field, found.attributes.BodyType ?? '');
    case 'mailbox': {
      const mailbox = child(found, 'Mailbox');
      return mailbox === undefined ? undefined : mailboxOf(mailbox).address;
    }
    case 'mailboxes':
      return found.children.filter((entry) => entry.name === 'Mailbox').map((entry) => mailboxOf(entry).address);
    case 'strings':
      return found.children.map((entry) => entry.text);
    case 'attachments':
      return found.children.map((entry) => childText(entry, 'Name') ?? '').filter((name) => name !== '');
    default:
      return assertNever(form);
  }
}

/** Reads an item by the fields of its type. Properties the server did not send are absent. */
export function readItem(type: ItemType, item: XmlElement): ReadValues {
  const byName = new Map(item.children.map((found) => [found.name, found]));
  const values: Record<string, FieldValue> = {};
  const people: Record<string, NamedAddress> = {};
  for (const [key, field] of Object.entries(type.fields)) {
    const property = propertyOf(field);
    const found = property === undefined ? undefined : byName.get(property.element);
    if (property === undefined || found === undefined) continue;
    const value = valueOf(field, found);
    if (value !== undefined) values[key] = value;
    const mailbox = property.form === 'mailbox' ? child(found, 'Mailbox') : undefined;
    if (mailbox !== undefined) people[key] = mailboxOf(mailbox);
  }
  return { values, people };
}

/** Booleans as the schema spells them; everything else as on the data bus. */
const schemaText = (value: FieldValue): string => (typeof value === 'boolean' ? String(value) : formatValue(value));

const texts = (value: FieldValue): string[] =>
  typeof value === 'object' ? value.map((entry) => (typeof entry === 'string' ? entry : entry.name)) : [formatValue(value)];

function propertyXml(field: Field, value: FieldValue, bodyType: string): Xml | undefined {
  const property = propertyOf(field);
  if (property === undefined) return undefined;
  const name = `t:${property.element}`;
  switch (property.form) {
    case 'plain':
      return element(name, {}, [schemaText(value)]);
    case 'body':
      return bodyXml(name, formatValue(value), bodyType);
    case 'mailbox':
      return element(name, {}, [mailboxXml(formatValue(value))]);
    case 'mailboxes':
      return mailboxesXml(name, texts(value));
    case 'strings': {
      const entries = texts(value);
      return entries.length === 0
        ? undefined
        : element(
            name,
            {},
            entries.map((entry) => element('t:String', {}, [entry])),
          );
    }
    case 'id':
    case 'bodyType':
    case 'attachments':
      // IDs are the server's, the format is written with the body, files are attached with their own operation.
      return undefined;
    default:
      return assertNever(property.form);
  }
}

/** Writes an item from its values, in the order of the schema. Values without a field of the type are left out. */
export function itemXml(type: ItemType, values: Readonly<Record<string, FieldValue | undefined>>): Xml {
  const bodyType = values.bodyType === undefined ? 'Text' : formatValue(values.bodyType);
  const order = schemaOrder(type.exchangeClass);
  const written = Object.entries(type.fields).flatMap(([key, field]) => {
    const value = values[key];
    const xml = value === undefined ? undefined : propertyXml(field, value, bodyType);
    return xml === undefined ? [] : [{ xml, place: order.indexOf(propertyOf(field)?.element ?? '') }];
  });
  const unplaced = written.find((entry) => entry.place < 0);
  if (unplaced !== undefined) throw new Error(`The schema order of ${type.exchangeClass} lacks ${unplaced.xml.markup.slice(0, 40)}.`);
  return element(
    `t:${type.exchangeClass}`,
    {},
    written.sort((left, right) => left.place - right.place).map((entry) => entry.xml),
  );
}
