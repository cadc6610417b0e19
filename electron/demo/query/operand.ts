import { extendedKey } from '../items/extended.ts';
import { plainBody, propertyOf } from '../items/computed.ts';
import { singleAddress } from '../items/addresses.ts';
import { indexedProperties } from '../properties/contactProperties.ts';
import type { ValueType } from '../properties/property.ts';
import { anyProperty, propertyTables } from '../properties/propertyTable.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { Item } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { childText, type XmlElement } from '../xml/element.ts';

/** A property as a restriction or sort order reads it: several texts for lists and addresses, none where the item lacks it. */
export interface Operand<T> {
  readonly type: ValueType;
  texts(this: void, subject: T, mailbox: Mailbox): readonly string[];
}

const pathNames = new Set(['FieldURI', 'IndexedFieldURI', 'ExtendedFieldURI']);

/** Whether an element is a path to a property. */
export function isPath(source: XmlElement): boolean {
  return pathNames.has(source.name);
}

function extendedType(path: XmlElement): ValueType {
  const type = path.attributes['PropertyType'] ?? 'String';
  if (type === 'Boolean') return 'boolean';
  if (type === 'SystemTime') return 'dateTime';
  return ['Integer', 'Short', 'Long'].includes(type) ? 'int' : ['Double', 'Float', 'Currency'].includes(type) ? 'double' : 'string';
}

function indexed(path: XmlElement, property: string, part: string | undefined): Operand<Item> {
  const key = path.attributes['FieldIndex'];
  return {
    type: 'string',
    texts(item) {
      const entry = item.values.get(property)?.children.find((one) => one.attributes['Key'] === key);
      const text = part === undefined ? entry?.text : childText(entry, part);
      return text === undefined ? [] : [text];
    },
  };
}

function textsOf(value: XmlElement | undefined, type: ValueType): readonly string[] {
  if (value === undefined) return [];
  if (type === 'strings') return value.children.map((one) => one.text);
  if (type === 'address') {
    const address = singleAddress(value);
    return address === undefined ? [] : [address.name, address.address];
  }
  return [value.text];
}

/** The operand of a path. Throws EwsError `unsupported` for a property that searches cannot use. */
export function operandOf(path: XmlElement, unsupported: 'ErrorUnsupportedPathForQuery' | 'ErrorUnsupportedPathForSortGroup'): Operand<Item> {
  if (path.name === 'ExtendedFieldURI') {
    const key = extendedKey(path);
    return {
      type: extendedType(path),
      texts: (item) => (item.extended.get(key)?.children ?? []).flatMap((one) => (one.name === 'Value' ? [one.text] : one.children.map((value) => value.text))),
    };
  }
  const uri = path.attributes['FieldURI'] ?? '';
  const dictionary = indexedProperties[uri];
  if (path.name === 'IndexedFieldURI' && dictionary !== undefined) return indexed(path, dictionary.property, dictionary.part);
  if (uri === 'item:ConversationId') return { type: 'string', texts: (item) => [item.values.get('ConversationId')?.attributes['Id'] ?? ''] };
  const property = anyProperty(uri);
  if (property === undefined || property.traits.has('noQuery') || property.type === 'complex') throw new EwsError(unsupported, `${uri} cannot be used here.`);
  if (property.type === 'body') return { type: 'string', texts: (item) => [plainBody(item)] };
  return {
    type: property.type,
    texts(item, mailbox) {
      const own = propertyTables[item.kind].byUri(uri);
      return own === undefined ? [] : textsOf(propertyOf(item, own.name, mailbox), own.type);
    },
  };
}
