import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemXml, pathXml, writtenElements } from '../../../electron/exchange/ews/itemXml.ts';
import type { Operation } from '../../../electron/exchange/ews/operation.ts';
import { createItem } from '../../../electron/exchange/ews/operations/createItem.ts';
import { findItem } from '../../../electron/exchange/ews/operations/findItem.ts';
import { updateItem } from '../../../electron/exchange/ews/operations/updateItem.ts';
import { readItem } from '../../../electron/exchange/ews/readItem.ts';
import { restrictionXml } from '../../../electron/exchange/ews/restriction.ts';
import { envelope } from '../../../electron/exchange/ews/soap.ts';
import { readXml } from '../../../electron/exchange/ews/xmlReader.ts';
import type { Field, FieldValue } from '../../../shared/fields/field.ts';
import { filterOperators, operatorsOf } from '../../../shared/fields/operators.ts';
import { filterFields, itemTypeNames, type ItemType } from '../../../shared/items/itemType.ts';
import { itemTypeNamed } from '../../../shared/items/itemTypes.ts';
import { schemaProblems } from '../schema/validate.ts';
import { anyValue, awkward, company, series } from './fieldValues.ts';

const namespace = 'xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"';
const known = itemTypeNames.flatMap((name) => itemTypeNamed(name) ?? []);

function valid<I, O>(operation: Operation<I, O>, input: I): string {
  const markup = operation.payload(input);
  expect(schemaProblems(envelope(markup))).toEqual([]);
  return markup.markup;
}

const settable = (type: ItemType): [string, Field][] =>
  Object.entries<Field>(type.fields).filter(([key, field]) => (field.create !== undefined || field.update === true) && key !== 'attachments');

/** What is read of values that are written. */
function back(type: ItemType, values: Readonly<Record<string, FieldValue>>): Readonly<Record<string, FieldValue>> {
  const { markup } = itemXml(type, values);
  const name = `<t:${type.exchangeClass}`;
  return readItem(type, readXml(markup.replace(name, `${name} ${namespace}`))).values;
}

describe.each(known.map((type) => [type.name, type] as const))('%s', (_name, type) => {
  const update = (values: Readonly<Record<string, FieldValue>>): string =>
    valid(updateItem, { item: { id: 'i', changeKey: 'k' }, exchangeClass: type.exchangeClass, changes: writtenElements(type, values), notices: 'SendToNone' });

  it.each(settable(type))('%s is written as the schema wants it, in a new item and in a change', (key, field) => {
    const special: Readonly<Record<string, FieldValue>> = { recursOnTheseDays: 'Mon', recurrenceEnds: '2030-01-01' };
    const values = { ...company(key, field), [key]: special[key] ?? awkward(field), ...(key === 'bodyType' ? { body: 'b' } : {}) };
    const created = valid(createItem, { item: itemXml(type, values), disposition: 'SaveOnly', invitations: 'SendToNone', folder: undefined });
    expect(created).not.toContain('<t:Importance>High');
    expect(update(values)).toContain('<t:SetItemField>');
  });

  it('takes all of its properties at once, in whatever order they come', () => {
    const values = Object.fromEntries(
      settable(type)
        .filter(([, field]) => !(field.uri ?? '').endsWith(':Recurrence'))
        .toReversed()
        .map(([key, field]) => [key, awkward(field)]),
    );
    expect(valid(createItem, { item: itemXml(type, values), disposition: 'SaveOnly', invitations: 'SendToNone', folder: undefined })).toContain('<m:Items>');
    expect(update(values)).toContain('<t:SetItemField>');
  });

  const removable = Object.values<Field>(type.fields).filter((field) => field.update === true);
  it.each(removable.map((field) => [field.label, field] as const))('%s can be removed', (_label, field) => {
    const changes = [{ path: pathXml(field), xml: undefined }];
    const input = { item: { id: 'i', changeKey: 'k' }, exchangeClass: type.exchangeClass, changes, notices: 'SendToNone' } as const;
    expect(valid(updateItem, input)).toContain('<t:DeleteItemField>');
  });

  const filterCases = Object.entries(filterFields(type)).flatMap(([field, definition]) =>
    operatorsOf[definition.filter ?? 'equality'].map((operator) => ({ name: `${definition.label} ${filterOperators[operator]}`, field, operator, definition })),
  );
  it.each(filterCases)('searches with the filter $name', ({ field, operator, definition }) => {
    const restriction = restrictionXml(type, [{ field, operator, value: awkward(definition) }]);
    const query = { folder: { kind: 'known', name: 'inbox' }, restriction, sortBy: 'item:DateTimeReceived', offset: 0, pageSize: 1 } as const;
    expect(valid(findItem, query)).not.toContain('undefined');
  });

  const readable = settable(type).filter(([key, field]) => field.publish === true && key !== 'bodyType');
  it.each(readable)('%s is read as it was written', (key, field) => {
    const isPerson = key === 'from' || key === 'sender';
    fc.assert(
      fc.property(isPerson ? fc.emailAddress() : anyValue(field), (value) => {
        const values = { ...company(key, field), [key]: value };
        expect(back(type, { ...values, bodyType: 'HTML' })).toEqual(key === 'body' ? { body: value, bodyType: 'HTML' } : values);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a series', () => {
  const cases = ['Appointment', 'Task'].flatMap((name) => series.map((values) => [name, JSON.stringify(values), values] as const));
  it.each(cases)('of an %s: %s', (name, _text, values) => {
    const type = itemTypeNamed(name);
    if (type === undefined) throw new Error(`No type ${name}.`);
    const start = { start: '2027-03-28T07:00:00Z', end: '2027-03-28T08:00:00Z', startDate: '2027-03-28' };
    const markup = valid(createItem, { item: itemXml(type, { ...start, ...values }), invitations: 'SendToNone', folder: undefined });
    expect(markup).toMatch(/<t:StartDate>2027-03-28<\/t:StartDate>/);
    expect(markup.match(/<t:Recurrence>/g)).toHaveLength(1);
  });

  it('does not take two ends', () => {
    const appointment = itemTypeNamed('Appointment');
    if (appointment === undefined) throw new Error('No appointments.');
    const values = { start: '2027-03-28T07:00:00Z', recurrence: 'Daily', numberOfOccurrences: 3, recurrenceEnds: '2029-01-01' };
    expect(() => itemXml(appointment, values)).toThrow('do not fit together');
  });
});
