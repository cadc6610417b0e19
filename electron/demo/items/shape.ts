import { extendedKey } from './extended.ts';
import type { Property } from '../properties/property.ts';
import { indexedProperties } from '../properties/contactProperties.ts';
import { anyProperty, propertyTables } from '../properties/propertyTable.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { Item } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { childrenOf, childText, isTrue, t, type XmlElement } from '../xml/element.ts';
import { htmlToText, textToHtml } from './bodyText.ts';
import { propertyOf } from './computed.ts';

/** Longest text of a property in a FindItem answer; the store's tables hold no more. */
const longestFound = 255;

/** What a request wants of each item: ItemShape in a GetItem or FindItem. */
export interface Shape {
  readonly operation: 'get' | 'find';
  readonly base: string;
  readonly bodyType: string;
  readonly mime: boolean;
  readonly paths: readonly XmlElement[];
}

/** Reads an ItemShape element. */
export function shapeOf(source: XmlElement | undefined, operation: Shape['operation']): Shape {
  return {
    operation,
    base: childText(source, 'BaseShape') ?? 'AllProperties',
    bodyType: childText(source, 'BodyType') ?? 'Best',
    mime: isTrue(childText(source, 'IncludeMimeContent')),
    paths: childrenOf(source, 'AdditionalProperties'),
  };
}

function inBase(property: Property, { base, operation }: Shape): boolean {
  const { traits } = property;
  if (operation === 'find' && traits.has('noFind')) return false;
  if (property.name === 'ItemId') return true;
  if (base === 'IdOnly') return false;
  if (base === 'Default') return traits.has('default') || (operation === 'get' && traits.has('defaultGet'));
  return !traits.has('onRequest');
}

function asked(shape: Shape, item: Item): { readonly names: ReadonlySet<string>; readonly extended: ReadonlySet<string> } {
  const names = new Set<string>();
  const extended = new Set<string>();
  if (shape.mime) names.add('MimeContent');
  for (const path of shape.paths) {
    if (path.name === 'ExtendedFieldURI') {
      extended.add(extendedKey(path));
      continue;
    }
    const uri = path.attributes['FieldURI'] ?? '';
    const indexed = indexedProperties[uri]?.property;
    const property = indexed === undefined ? propertyTables[item.kind].byUri(uri) : propertyTables[item.kind].byName(indexed);
    // A search may cover several kinds of item, so there a property of another kind is simply absent.
    if (property !== undefined) names.add(property.name);
    else if (shape.operation === 'get' && (anyProperty(uri) !== undefined || indexed !== undefined)) throw new EwsError('ErrorInvalidPropertyRequest');
  }
  return { names, extended };
}

function convertBody(body: XmlElement, bodyType: string): XmlElement {
  const stored = body.attributes['BodyType'] ?? 'Text';
  if (bodyType === 'Best' || bodyType === stored) return body;
  return t(body.name, bodyType === 'Text' ? htmlToText(body.text) : textToHtml(body.text), { BodyType: bodyType });
}

function present(value: XmlElement, property: Property, shape: Shape): XmlElement {
  if (property.type === 'body') return convertBody(value, shape.bodyType);
  if (shape.operation === 'find' && value.text.length > longestFound) return { ...value, text: value.text.slice(0, longestFound) };
  return value;
}

/** The element of an item with the properties a request wants, in the order of the schema. */
export function itemElement(item: Item, shape: Shape, mailbox: Mailbox): XmlElement {
  const { names, extended } = asked(shape, item);
  const parts: XmlElement[] = [];
  for (const property of propertyTables[item.kind].all) {
    const wanted = inBase(property, shape) || (names.has(property.name) && !(shape.operation === 'find' && property.traits.has('noFind')));
    const value = wanted ? propertyOf(item, property.name, mailbox) : undefined;
    if (value !== undefined) parts.push(present(value, property, shape));
    if (property.name === 'HasAttachments') {
      for (const key of extended) {
        const own = item.extended.get(key);
        if (own !== undefined) parts.push(own);
      }
    }
  }
  return t(item.kind, parts);
}
