import type { Property } from '../properties/property.ts';
import { EwsError } from '../soap/ewsError.ts';
import { dateText } from '../store/dates.ts';
import { dateIn } from '../zones/dateIn.ts';
import { addressOf, mailboxElement } from './addresses.ts';
import type { Zone } from '../zones/zone.ts';
import { isTrue, t, withoutPositions, type XmlElement } from '../xml/element.ts';

/** A mailbox with all that answers have of it; one without an address is looked up when it is sent to. */
function wholeMailbox(source: XmlElement): XmlElement {
  const address = addressOf(source);
  return address.address === '' ? withoutPositions(source) : mailboxElement(address);
}

/** A property's element as it is stored: dates in UTC and whole seconds, those without a zone read in the given one; booleans as words. Throws EwsError for a value that cannot be read. */
export function canonicalValue(source: XmlElement, property: Property, zone: Zone): XmlElement {
  switch (property.type) {
    case 'boolean':
      return t(source.name, String(isTrue(source.text)));
    case 'dateTime': {
      const date = dateIn(source.text, zone);
      if (date === undefined) throw new EwsError('ErrorInvalidValueForProperty', `"${source.text}" is not a date.`);
      return t(source.name, dateText(date));
    }
    case 'date': {
      const date = dateIn(source.text, zone);
      if (date === undefined) throw new EwsError('ErrorInvalidValueForProperty', `"${source.text}" is not a date.`);
      return t(source.name, `${dateText(new Date(zone.toWall(date.getTime()))).slice(0, 10)}T00:00:00Z`);
    }
    case 'int':
    case 'double':
    case 'choice':
      return t(source.name, source.text.trim());
    default:
      return source.children.some(({ name }) => name === 'Mailbox') ? t(source.name, source.children.map(wholeMailbox)) : withoutPositions(source);
  }
}
