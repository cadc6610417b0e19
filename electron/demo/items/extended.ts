import { child, type XmlElement } from '../xml/element.ts';

const tagNames = ['DistinguishedPropertySetId', 'PropertySetId', 'PropertyTag', 'PropertyName', 'PropertyId', 'PropertyType'] as const;

/** One text per extended property: the same property is the same text, however its attributes are written. */
export function extendedKey(path: XmlElement): string {
  return tagNames.map((name) => (path.attributes[name] ?? '').toLowerCase()).join('|');
}

/** The key of an ExtendedProperty element. */
export function keyOfExtended(property: XmlElement): string | undefined {
  const path = child(property, 'ExtendedFieldURI');
  return path === undefined ? undefined : extendedKey(path);
}
