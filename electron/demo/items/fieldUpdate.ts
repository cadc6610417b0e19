import { indexedProperties } from '../properties/contactProperties.ts';
import type { Property } from '../properties/property.ts';
import { propertyTables } from '../properties/propertyTable.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { Item } from '../store/item.ts';
import { isMail, isMeetingKind, textOf } from '../store/item.ts';
import { child, t, withoutPositions, type XmlElement } from '../xml/element.ts';
import type { Zone } from '../zones/zone.ts';
import { requestedZone, zoneProperty } from '../calendar/appointment.ts';
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

function writable(property: Property, item: Item, how: string): void {
  const { traits, uri } = property;
  if (traits.has('computed') || traits.has('readOnly'))
    throw new EwsError(how === 'DeleteItemField' ? 'ErrorInvalidPropertyDelete' : 'ErrorInvalidPropertySet', `${uri} is read-only.`);
  if (traits.has('createOnly')) throw new EwsError('ErrorInvalidPropertySet', `${uri} can only be set on a new item.`);
  if (traits.has('fixed') && how === 'DeleteItemField') throw new EwsError('ErrorInvalidPropertyDelete', `${uri} cannot be deleted.`);
  if (!traits.has('append') && how === 'AppendToItemField') throw new EwsError('ErrorInvalidPropertyAppend', `Nothing can be appended to ${uri}.`);
  if (isMeetingKind(item.kind) && /^(calendar|meeting)/.test(uri)) throw new EwsError('ErrorSentMeetingRequestUpdate');
  if (uri === 'calendar:Recurrence' && item.values.has('OriginalStart'))
    throw new EwsError('ErrorInvalidPropertySet', 'An occurrence has no recurrence of its own.');
  const sent = isMail(item.kind) && textOf(item, 'IsDraft') === 'false';
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

/** The time zones that dates of an update are read in where they name none. */
export interface UpdateZones {
  readonly request: Zone;
  readonly start: Zone | undefined;
  readonly end: Zone | undefined;
}

/** The zones of an update: those of the calendar item may stand in the same update. Throws EwsError for one that is not known. */
export function updateZones(updates: readonly XmlElement[], request: Zone): UpdateZones {
  const items = updates.flatMap((update) => update.children.filter((one) => !isPath(one)));
  const find = (name: 'StartTimeZone' | 'EndTimeZone'): Zone | undefined => items.map((item) => requestedZone(item, name)).find((zone) => zone !== undefined);
  return { request, start: find('StartTimeZone'), end: find('EndTimeZone') };
}

function kept(value: XmlElement, property: Property, { request, start, end }: UpdateZones): XmlElement {
  if (property.name === 'StartTimeZone' || property.name === 'EndTimeZone') return zoneProperty(property.name, value.attributes['Id'] ?? '');
  return canonicalValue(value, property, (property.name === 'Start' ? start : property.name === 'End' ? end : undefined) ?? request);
}

/** A SetItemField, AppendToItemField or DeleteItemField for an item. Throws EwsError for a property that cannot change so. */
export function fieldUpdateOf(source: XmlElement, item: Item, zones: UpdateZones): FieldUpdate {
  const path = source.children.find(isPath);
  const given = source.children.find((one) => !isPath(one));
  if (path === undefined) throw new EwsError('ErrorInvalidRequest');
  if (given !== undefined && given.name !== item.kind && given.name !== 'Item') throw new EwsError('ErrorObjectTypeChanged');
  if (path.name === 'ExtendedFieldURI') return extendedUpdate(path, given);
  if (path.name === 'IndexedFieldURI') return indexedUpdate(path, given);
  const property = propertyTables[item.kind].byUri(path.attributes['FieldURI'] ?? '');
  if (property === undefined) throw new EwsError('ErrorInvalidPropertyRequest');
  const deleting = source.name === 'DeleteItemField';
  writable(property, item, source.name);
  if (deleting) return { name: property.name, apply: (values) => void values.delete(property.name) };
  const value = child(given, property.name);
  if (value === undefined) throw new EwsError('ErrorInvalidRequest', `The change of ${property.uri} has no value.`);
  const canonical = kept(value, property, zones);
  const append = source.name === 'AppendToItemField';
  return { name: property.name, apply: (values) => void values.set(property.name, append ? appended(values.get(property.name), canonical) : canonical) };
}
