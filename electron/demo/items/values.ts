import type { Property } from '../properties/property.ts';
import { EwsError } from '../soap/ewsError.ts';
import { dateText, parseDate } from '../store/dates.ts';
import { isTrue, t, withoutPositions, type XmlElement } from '../xml/element.ts';

/** A property's element as it is stored: dates in UTC and whole seconds, booleans as words. Throws EwsError for a value that cannot be read. */
export function canonicalValue(source: XmlElement, property: Property): XmlElement {
  switch (property.type) {
    case 'boolean':
      return t(source.name, String(isTrue(source.text)));
    case 'dateTime': {
      const date = parseDate(source.text);
      if (date === undefined) throw new EwsError('ErrorInvalidValueForProperty', `"${source.text}" is not a date.`);
      return t(source.name, dateText(date));
    }
    case 'int':
    case 'double':
    case 'choice':
      return t(source.name, source.text.trim());
    default:
      return withoutPositions(source);
  }
}
