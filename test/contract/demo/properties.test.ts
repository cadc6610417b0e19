import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { propertyTables } from '../../../electron/demo/properties/propertyTable.ts';
import { errorTexts } from '../../../electron/demo/soap/errorTexts.ts';

const types = readFileSync(new URL('../schema/types.xsd', import.meta.url), 'utf8');
const messages = readFileSync(new URL('../schema/messages.xsd', import.meta.url), 'utf8');

/** The part of a schema document between the tags of a named type. */
function definition(document: string, kind: 'complexType' | 'simpleType', name: string): string {
  return new RegExp(`<xs:${kind} name="${name}"[^]*?</xs:${kind}>`).exec(document)?.[0] ?? '';
}

const elements = (name: string) => [...definition(types, 'complexType', name).matchAll(/<xs:element name="(\w+)"/g)].map((match) => match[1] ?? '');
const words = (document: string, name: string) =>
  new Set([...definition(document, 'simpleType', name).matchAll(/<xs:enumeration value="([^"]+)"/g)].map((match) => match[1]));
const schemaTypes = {
  Message: 'MessageType',
  CalendarItem: 'CalendarItemType',
  Contact: 'ContactItemType',
  DistributionList: 'DistributionListType',
  Task: 'TaskType',
} as const;

describe.each(Object.entries(propertyTables))('properties of %s', (kind, table) => {
  const own = Object.entries(schemaTypes).find(([name]) => name === kind)?.[1] ?? '';

  it('stand in the order of the schema', () => {
    const order = [...elements('ItemType'), ...elements(own)];
    const names = table.all.map(({ name }) => name);
    expect(names.filter((name) => !order.includes(name))).toEqual([]);
    expect(names).toEqual([...names].sort((left, right) => order.indexOf(left) - order.indexOf(right)));
  });

  it('have the field URIs of the schema', () => {
    const known = words(types, 'UnindexedFieldURIType');
    expect(table.all.map(({ uri }) => uri).filter((uri) => !known.has(uri))).toEqual([]);
  });
});

describe('error codes of the demo server', () => {
  it('are those of the schema', () => {
    const known = words(messages, 'ResponseCodeType');
    expect(Object.keys(errorTexts).filter((code) => !known.has(code))).toEqual([]);
  });
});
