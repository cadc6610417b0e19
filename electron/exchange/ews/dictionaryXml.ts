import { element, type Xml } from './xmlWriter.ts';

/** One value of a dictionary property: an e-mail address, a phone number, or a part of a postal address. */
export interface DictionaryEntry {
  readonly key: string;
  /** Name shown for an e-mail address. */
  readonly name?: string | undefined;
  /** Part of a postal address. */
  readonly part?: string | undefined;
  readonly text: string;
}

/** Parts of a postal address, in the order of the schema. */
const parts = ['Street', 'City', 'State', 'CountryOrRegion', 'PostalCode'];

const partPlace = (entry: DictionaryEntry): number => parts.indexOf(entry.part ?? '');

/** The dictionary with these entries; parts of one address go into one entry. */
export function dictionaryXml(name: string, entries: readonly DictionaryEntry[]): Xml {
  const keys = [...new Set(entries.map((entry) => entry.key))];
  return element(
    name,
    {},
    keys.map((key) => {
      const same = entries.filter((entry) => entry.key === key).sort((left, right) => partPlace(left) - partPlace(right));
      const content = same.map((entry) => (entry.part === undefined ? entry.text : element(`t:${entry.part}`, {}, [entry.text])));
      return element('t:Entry', { Key: key, Name: same[0]?.name }, content);
    }),
  );
}
