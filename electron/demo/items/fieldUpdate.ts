import { indexedProperties } from '../properties/contactProperties.ts';
import type { Property } from '../properties/property.ts';
import { propertyTables } from '../properties/propertyTable.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import { child, t, withoutPositions, type XmlElement } from '../xml/element.ts';
import { isPath } from '../query/operand.ts';
import { extendedKey } from './extended.ts';
import { canonicalValue } from './values.ts';

type Values = Map<string, XmlElement>;

/** One change of an UpdateItem, checked and ready to be made. */
export interface FieldUpdate {
  /** The property that changes; extended ones by their key. */
  readonly name: string;
  apply(values: Values, extended: Values): void;
}

function writable(property: Property, item: Item, deleting: boolean): void {
  const { traits, uri } = property;
  if (traits.has('computed') || traits.has('readOnly'))
    throw new EwsError(deleting ? 'ErrorInvalidPropertyDelete' : 'ErrorInvalidPropertySet', `${uri} is read-only.`);
  const sent = item.kind === 'Message' && textOf(item, 'IsDraft') === 'false';
  if (sent && traits.has('draftOnly')) throw new EwsError('ErrorInvalidPropertyUpdateSentMessage', `${uri} cannot be changed once the message has been sent.`);
}

/** A value behind the one that is there: text is appended, lists are joined. */
function appended(old: XmlElement | undefined, added: XmlElement): XmlElement {
  if (old === undefined) return added;
  return { ...old, text: old.text + added.text, children: [...old.children, ...added.children] };
}

/** The property's element with one entry of its dictionary replaced, or taken out. */
function withEntry(property: string, old: XmlElement | undefined, key: string, part: string | undefined, entry: XmlElement | undefined): XmlElement {
  const others = (old?.children ?? []).filter((one) => one.attributes['Key'] !== key);
  const current = old?.children.find((one) => one.attributes['Key'] === key);
  if (part === undefined) return t(property, [...others, entry]);
  const parts = ['Street', 'City', 'State', 'CountryOrRegion', 'PostalCode'];
  const merged = parts.map((name) => (name === part ? child(entry, part) : child(current, name)));
  return t(property, merged.some((one) => one !== undefined) ? [...others, t('Entry', merged, { Key: key })] : others);
}

function indexedUpdate(path: XmlElement, given: XmlElement | undefined): FieldUpdate {
  const target = indexedProperties[path.attributes['FieldURI'] ?? ''];
  const key = path.attributes['FieldIndex'] ?? '';
  if (target === undefined) throw new EwsError('ErrorInvalidPropertyRequest');
  const { property, part } = target;
  const entry = child(given, property)?.children.find((one) => one.attributes['Key'] === key);
  return {
    name: `${property}/${key}`,
    apply(values) {
      const next = withEntry(property, values.get(property), key, part, entry === undefined ? undefined : withoutPositions(entry));
      if (next.children.length === 0) values.delete(property);
      else values.set(property, next);
    },
  };
}

function extendedUpdate(path: XmlElement, given: XmlElement | undefined): FieldUpdate {
  const key = extendedKey(path);
  const property = child(given, 'ExtendedProperty');
  return {
    name: key,
    apply(_values, extended) {
      if (property === undefined) extended.delete(key);
      else extended.set(key, withoutPositions(property));
    },
  };
}

/** A SetItemField, AppendToItemField or DeleteItemField for an item. Throws EwsError for a property that cannot change so. */
export function fieldUpdateOf(source: XmlElement, item: Item): FieldUpdate {
  const path = source.children.find(isPath);
  const given = source.children.find((one) => !isPath(one));
  if (path === undefined) throw new EwsError('ErrorInvalidRequest');
  if (given !== undefined && given.name !== item.kind && given.name !== 'Item') throw new EwsError('ErrorObjectTypeChanged');
  if (path.name === 'ExtendedFieldURI') return extendedUpdate(path, given);
  if (path.name === 'IndexedFieldURI') return indexedUpdate(path, given);
  const property = propertyTables[item.kind].byUri(path.attributes['FieldURI'] ?? '');
  if (property === undefined) throw new EwsError('ErrorInvalidPropertyRequest');
  const deleting = source.name === 'DeleteItemField';
  writable(property, item, deleting);
  if (deleting) return { name: property.name, apply: (values) => void values.delete(property.name) };
  const value = child(given, property.name);
  if (value === undefined) throw new EwsError('ErrorInvalidRequest', `The change of ${property.uri} has no value.`);
  const canonical = canonicalValue(value, property);
  const append = source.name === 'AppendToItemField';
  return { name: property.name, apply: (values) => void values.set(property.name, append ? appended(values.get(property.name), canonical) : canonical) };
}
