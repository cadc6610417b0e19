import { AppError } from '../../../shared/errors/appError.ts';
import type { WrittenValues } from '../../../shared/exchange/port.ts';
import type { Field, FieldValue } from '../../../shared/fields/field.ts';
import { formatValue, localDay } from '../../../shared/fields/value.ts';
import type { ItemType } from '../../../shared/items/itemType.ts';
import { recurrenceOf, type RecurrenceInput } from '../../../shared/items/recurrence.ts';
import { dictionaryXml, type DictionaryEntry } from './dictionaryXml.ts';
import { bodyXml, mailboxesXml, mailboxXml } from './mailbox.ts';
import { propertyOf, type Property } from './properties.ts';
import { recurrenceXml } from './recurrenceXml.ts';
import { schemaOrder } from './schemaOrder.ts';
import { element, type Xml } from './xmlWriter.ts';

/** A property that has a value. */
interface Given {
  readonly field: Field;
  readonly property: Property;
  readonly value: FieldValue;
}

/** An element of an item and the path that an update names it by. Entries of a dictionary have one path each. */
export interface WrittenElement {
  readonly element: string;
  readonly path: Xml;
  readonly xml: Xml;
  /** The only entry of the dictionary that `xml` is. */
  readonly entry?: DictionaryEntry;
}

/** The path of a field, as updates and searches name it. */
export const pathXml = (field: Field): Xml =>
  field.index === undefined ? element('t:FieldURI', { FieldURI: field.uri }) : element('t:IndexedFieldURI', { FieldURI: field.uri, FieldIndex: field.index });

/** Booleans and days as the schema spells them; everything else as on the data bus. */
function schemaText({ field, value }: Given): string {
  if (field.kind === 'dateTime' && field.day === true) return `${formatValue(value).slice(0, 10)}T00:00:00Z`;
  return typeof value === 'boolean' ? String(value) : formatValue(value);
}

const texts = (value: FieldValue): string[] =>
  typeof value === 'object' ? value.map((entry) => (typeof entry === 'string' ? entry : entry.name)) : [formatValue(value)];

function listXml(name: string, entries: readonly string[], entry: (text: string) => Xml): Xml | undefined {
  return entries.length === 0 ? undefined : element(name, {}, entries.map(entry));
}

const inMailbox = (name: string) => (text: string) => element(name, {}, [mailboxXml(text)]);

function seriesXml(name: string, values: WrittenValues, start: string | undefined): Xml {
  const text = (key: string): string | undefined => (values[key] === undefined ? undefined : formatValue(values[key]));
  const whole = (key: string): number | undefined => (typeof values[key] === 'number' ? values[key] : undefined);
  const input: RecurrenceInput = {
    recurrence: text('recurrence'),
    recursOnTheseDays: text('recursOnTheseDays'),
    recurrenceInterval: whole('recurrenceInterval'),
    numberOfOccurrences: whole('numberOfOccurrences'),
    recurrenceEnds: text('recurrenceEnds'),
  };
  const result = recurrenceOf(input, start ?? '');
  if (!result.ok) throw new AppError('exchange.recurrenceInvalid', { problem: result.problem });
  return recurrenceXml(name, result.recurrence);
}

/** The first day of a series: of the appointment's start here, or the day that a task starts on. */
export function firstDay(values: WrittenValues): string | undefined {
  if (values.startDate !== undefined) return formatValue(values.startDate).slice(0, 10);
  return values.start === undefined ? undefined : localDay(new Date(formatValue(values.start)));
}

function entryOf({ field, property, value }: Given, given: readonly Given[]): DictionaryEntry | undefined {
  const { index: key, part } = property;
  const ofSame = (form: Property['form']): Given | undefined => given.find((other) => other.property.form === form && other.property.index === key);
  if (key === undefined || property.form === 'entryName') {
    if (ofSame('entry') === undefined) throw new AppError('exchange.entryNameAlone', { field: field.label });
    return undefined;
  }
  const name = ofSame('entryName');
  return { key, part, text: formatValue(value), name: name === undefined ? undefined : formatValue(name.value) };
}

function propertyXml(one: Given, values: WrittenValues, seriesStart: string | undefined): Xml | undefined {
  const { property, value } = one;
  const name = `t:${property.element}`;
  switch (property.form) {
    case 'plain':
      return element(name, {}, [schemaText(one)]);
    case 'body':
      return bodyXml(name, formatValue(value), values.bodyType === undefined ? 'Text' : formatValue(values.bodyType));
    case 'mailbox':
      return element(name, {}, [mailboxXml(formatValue(value))]);
    case 'mailboxes':
      return mailboxesXml(name, texts(value));
    case 'attendees':
      return listXml(name, texts(value), inMailbox('t:Attendee'));
    case 'members':
      return listXml(name, texts(value), inMailbox('t:Member'));
    case 'strings':
      return listXml(name, texts(value), (text) => element('t:String', {}, [text]));
    case 'recurrence':
      return seriesXml(name, values, firstDay(values) ?? seriesStart);
    case 'id':
    case 'bodyType':
    case 'attachments':
    case 'minutes':
    case 'delegation':
    case 'entry':
    case 'entryName':
    case 'address':
      // The server's own values; the format is written with the body, files with their own operation, entries by dictionary.
      return undefined;
  }
}

/**
 * The elements of an item's values, in the order of the schema. Throws AppError `exchange.recurrenceInvalid` or `exchange.entryNameAlone`
 * where values contradict each other. `seriesStart` is the first day of a series whose start is not among the values.
 */
export function writtenElements(type: ItemType, values: WrittenValues, seriesStart?: string): readonly WrittenElement[] {
  const order = schemaOrder(type.exchangeClass);
  const given = Object.entries(type.fields).flatMap(([key, field]): Given[] => {
    const [property, value] = [propertyOf(field), values[key]];
    return property === undefined || value === undefined ? [] : [{ field, property, value }];
  });
  // The properties of a series are one element; the first of them stands for all.
  const series = given.find((one) => one.property.form === 'recurrence');
  const written = given.flatMap((one): WrittenElement[] => {
    const { field, property } = one;
    const place = { element: property.element, path: pathXml(field) };
    if (property.index !== undefined) {
      const entry = entryOf(one, given);
      return entry === undefined ? [] : [{ ...place, entry, xml: dictionaryXml(`t:${property.element}`, [entry]) }];
    }
    const xml = property.form === 'recurrence' && one !== series ? undefined : propertyXml(one, values, seriesStart);
    return xml === undefined ? [] : [{ ...place, xml }];
  });
  const unplaced = written.find((entry) => !order.includes(entry.element));
  if (unplaced !== undefined) throw new Error(`The schema order of ${type.exchangeClass} lacks ${unplaced.element}.`);
  return written.sort((left, right) => order.indexOf(left.element) - order.indexOf(right.element));
}

/** Each element once: entries of one dictionary belong together. */
function joined(elements: readonly WrittenElement[]): Xml[] {
  const byName = new Map<string, WrittenElement[]>();
  for (const one of elements) byName.set(one.element, [...(byName.get(one.element) ?? []), one]);
  return [...byName].flatMap(([name, same]) => {
    const entries = same.flatMap(({ entry }) => entry ?? []);
    return entries.length > 0 ? [dictionaryXml(`t:${name}`, entries)] : same.map(({ xml }) => xml);
  });
}

/** Writes an item from its values, in the order of the schema. Values without a field of the type are left out. */
export function itemXml(type: ItemType, values: WrittenValues, more: readonly WrittenElement[] = []): Xml {
  const order = schemaOrder(type.exchangeClass);
  const elements = [...writtenElements(type, values), ...more].sort((left, right) => order.indexOf(left.element) - order.indexOf(right.element));
  return element(`t:${type.exchangeClass}`, {}, joined(elements));
}
