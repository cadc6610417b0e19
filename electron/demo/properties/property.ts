/** How a property's text is read, compared and written; a `date` is a day of the calendar, kept as its midnight in UTC; `complex` ones are elements with children. */
export type ValueType = 'string' | 'boolean' | 'int' | 'double' | 'dateTime' | 'date' | 'choice' | 'strings' | 'address' | 'body' | 'complex';

/**
 * What sets a property apart:
 * `computed` is made from the item and never stored, `readOnly` cannot be set by a client,
 * `default` belongs to the Default shape of GetItem and FindItem, `defaultGet` to that of GetItem only,
 * `noFind` is never in a FindItem answer, `noQuery` cannot stand in a restriction or sort order,
 * `onRequest` is not part of AllProperties, `draftOnly` cannot change once a message was sent, `createOnly` cannot change at all,
 * `fixed` can change but not be deleted, `append` can be added to.
 */
export type Trait = 'computed' | 'readOnly' | 'default' | 'defaultGet' | 'noFind' | 'noQuery' | 'onRequest' | 'draftOnly' | 'createOnly' | 'fixed' | 'append';

/** A property of an item type. */
export interface Property {
  readonly name: string;
  /** FieldURI, such as `item:Subject`. */
  readonly uri: string;
  readonly type: ValueType;
  readonly traits: ReadonlySet<Trait>;
}

/** Properties under one prefix of FieldURIs, in the order of the schema; each row is `Name type trait…`. */
export function propertyRows(prefix: string, rows: readonly string[]): readonly Property[] {
  return rows.map((row) => {
    const [name = '', type = '', ...traits] = row.split(' ');
    return { name, uri: `${prefix}:${name}`, type: valueType(type), traits: new Set(traits.map(trait)) };
  });
}

const valueTypes: readonly ValueType[] = ['string', 'boolean', 'int', 'double', 'dateTime', 'date', 'choice', 'strings', 'address', 'body', 'complex'];
const allTraits: readonly Trait[] = [
  'computed',
  'readOnly',
  'default',
  'defaultGet',
  'noFind',
  'noQuery',
  'onRequest',
  'draftOnly',
  'createOnly',
  'fixed',
  'append',
];

function valueType(word: string): ValueType {
  const found = valueTypes.find((one) => one === word);
  if (found === undefined) throw new Error(`Unknown value type ${word}.`);
  return found;
}

function trait(word: string): Trait {
  const found = allTraits.find((one) => one === word);
  if (found === undefined) throw new Error(`Unknown trait ${word}.`);
  return found;
}
