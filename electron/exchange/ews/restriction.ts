import type { Filter } from '../../../shared/exchange/port.ts';
import type { Field, FieldValue } from '../../../shared/fields/field.ts';
import { formatValue } from '../../../shared/fields/value.ts';
import type { ItemType } from '../../../shared/items/itemType.ts';
import { wireDelegations } from './delegationState.ts';
import { pathXml as path } from './itemXml.ts';
import { propertyOf } from './properties.ts';
import { element, type Xml } from './xmlWriter.ts';

const constant = (value: string): Xml => element('t:Constant', { Value: value });
const compare = (name: string, field: Field, value: string): Xml =>
  element(`t:${name}`, {}, [path(field), element('t:FieldURIOrConstant', {}, [constant(value)])]);

const containment = { equals: 'FullString', contains: 'Substring', startsWith: 'Prefixed' } as const;

/** Text without regard to case. Negative relations are not asked of the server: it would drop values that differ in case only. */
function textCondition(field: Field, { operator, value }: Filter): Xml | undefined {
  const text = formatValue(value);
  if (text === '' || !(operator === 'equals' || operator === 'contains' || operator === 'startsWith')) return undefined;
  return element('t:Contains', { ContainmentMode: containment[operator], ContainmentComparison: 'IgnoreCase' }, [path(field), constant(text)]);
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** Servers store fractions of a second and answer whole ones, so bounds are widened to the second. */
function dateCondition(field: Field, { operator, value }: Filter): Xml | undefined {
  const second = Math.floor(Date.parse(formatValue(value)) / 1000);
  if (Number.isNaN(second)) return undefined;
  const from = compare('IsGreaterThanOrEqualTo', field, iso(second));
  const before = compare('IsLessThan', field, iso(second + 1));
  switch (operator) {
    case 'equals':
      return element('t:And', {}, [from, before]);
    case 'lessThan':
    case 'lessThanOrEqualTo':
      return before;
    case 'greaterThan':
    case 'greaterThanOrEqualTo':
      return from;
    default:
      return undefined;
  }
}

const comparisons: Readonly<Record<string, string>> = {
  equals: 'IsEqualTo',
  lessThan: 'IsLessThan',
  lessThanOrEqualTo: 'IsLessThanOrEqualTo',
  greaterThan: 'IsGreaterThan',
  greaterThanOrEqualTo: 'IsGreaterThanOrEqualTo',
};

const schemaText = (value: FieldValue): string => (typeof value === 'boolean' ? String(value) : formatValue(value));

/** "Does not equal" is the opposite of "equals", so that items without the property are found too. */
function exactCondition(field: Field, { operator, value }: Filter): Xml | undefined {
  if (operator === 'doesNotEqual') return element('t:Not', {}, [compare('IsEqualTo', field, schemaText(value))]);
  const name = comparisons[operator];
  return name === undefined ? undefined : compare(name, field, schemaText(value));
}

/** Several of Exchange's names are published under one. */
function delegationCondition(field: Field, { operator, value }: Filter): Xml | undefined {
  const names = wireDelegations(formatValue(value)).map((name) => compare('IsEqualTo', field, name));
  const [first] = names;
  if (first === undefined) return undefined;
  const any = names.length === 1 ? first : element('t:Or', {}, names);
  return operator === 'equals' ? any : element('t:Not', {}, [any]);
}

function condition(field: Field, filter: Filter): Xml | undefined {
  // A search knows people by display name only, and the stored body differs from the converted one that is published.
  const form = propertyOf(field)?.form;
  if (field.pushDown !== true || form === undefined) return undefined;
  if (form === 'delegation') return delegationCondition(field, filter);
  if (form !== 'plain' && form !== 'entry' && form !== 'address') return undefined;
  switch (field.kind) {
    case 'text':
      return textCondition(field, filter);
    case 'dateTime':
      return dateCondition(field, filter);
    case 'boolean':
    case 'choice':
    case 'integer':
    case 'number':
      return exactCondition(field, filter);
    default:
      return undefined;
  }
}

/**
 * The part of the filters that the server can evaluate, as a coarse sieve: it never leaves out an item that passes them all.
 * Every filter is evaluated again on the items that were read. Undefined where the server cannot help.
 */
export function restrictionXml(type: ItemType, filters: readonly Filter[]): Xml | undefined {
  const conditions = filters.flatMap((filter) => {
    const field = type.fields[filter.field];
    const xml = field === undefined ? undefined : condition(field, filter);
    return xml === undefined ? [] : [xml];
  });
  const [first] = conditions;
  if (first === undefined) return undefined;
  return element('m:Restriction', {}, [conditions.length === 1 ? first : element('t:And', {}, conditions)]);
}
