import { describe, expect, test } from 'vitest';
import { commonData } from '../../../shared/activities/commonData.ts';
import { activityPage } from '../../../shared/activities/documentation.ts';
import { activities, registryOf } from '../../../shared/activities/registry.ts';
import { shapeOf } from '../../../shared/activities/shape.ts';
import { formatValue, parseValue } from '../../../shared/fields/value.ts';
import { itemTypeNamed } from '../../../shared/items/itemTypes.ts';
import { itemTypeNames } from '../../../shared/items/itemType.ts';
import { testConnections } from '../../fixtures/connections.ts';

const itemTypes = itemTypeNames.flatMap((name) => itemTypeNamed(name) ?? []);
const twice = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

describe.each(activities.all.map((definition) => [definition.title, definition] as const))('%s', (_title, definition) => {
  const shape = shapeOf(definition, { properties: {} }, testConnections['mail'], { returns: [], target: () => undefined });
  const fields = [shape.properties, shape.filters, shape.publishes].flatMap((list) => Object.values(list));

  test('is named, explained, grouped and pictured', () => {
    expect(definition.type).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
    expect(definition.summary).toMatch(/^[A-Z].*\.$/);
    expect([definition.category, definition.icon].every((text) => text !== '')).toBe(true);
    expect(definition.reference).toMatch(/^https:\/\/learn\.microsoft\.com\//);
    expect(definition.version).toBeGreaterThan(0);
  });

  test('has fields with labels and help sentences', () => {
    expect(fields.filter((field) => !/^(iCal )?[A-Z]/.test(field.label) || !/^[A-Z].*\.$/.test(field.help))).toEqual([]);
  });

  test.each(['properties', 'filters', 'publishes'] as const)('calls no two of its %s the same', (part) => {
    expect(twice(Object.values(shape[part]).map((field) => field.label))).toEqual([]);
  });

  test('publishes nothing under the name of a common item', () => {
    const common = new Set(Object.values(commonData).map((field) => field.label));
    expect(
      Object.values(shape.publishes)
        .map((field) => field.label)
        .filter((label) => common.has(label)),
    ).toEqual([]);
  });

  test('publishes something, has an effect, or starts a runbook', () => {
    expect(Object.keys(shape.publishes).length > 0 || definition.effect !== 'none' || definition.dynamic !== undefined).toBe(true);
  });

  test('has defaults that its own fields accept', () => {
    expect(fields.filter((field) => field.default !== undefined && !parseValue(field, field.default).ok)).toEqual([]);
  });

  test('says under which value of which property a field shows, and both exist', () => {
    const accepts = (when: { readonly field: string; readonly is: string }): boolean => {
      const other = shape.properties[when.field];
      return other !== undefined && parseValue(other, when.is).ok;
    };
    expect(fields.filter((field) => field.when !== undefined && !accepts(field.when))).toEqual([]);
  });

  test('has a page that names every property and published item', () => {
    const page = activityPage(definition, itemTypes);
    for (const field of fields) expect(page).toContain(`| ${field.label} |`);
  });
});

test('the common data has no label twice', () => {
  expect(twice(Object.values(commonData).map((field) => field.label))).toEqual([]);
});

test('two activities cannot have one type', () => {
  expect(() => registryOf([...activities.all, ...activities.all])).toThrow('same type');
});

describe.each(itemTypes.map((itemType) => [itemType.name, itemType] as const))('item type %s', (_name, itemType) => {
  test('has fields with unique labels, help, and a path in the schema', () => {
    expect(twice(Object.values(itemType.fields).map((field) => field.label))).toEqual([]);
    const odd = Object.values(itemType.fields).filter((field) => !/^[A-Z].*\.$/.test(field.help) || !/^[a-z]+:[A-Za-z]+/.test(field.uri ?? ''));
    expect(odd).toEqual([]);
  });

  const roles = ['create', 'update', 'filter', 'publish'] as const;
  const cases = Object.values(itemType.fields).flatMap((field) =>
    roles.filter((role) => field[role] !== undefined && field[role] !== false).map((role) => [field.label, role, field] as const),
  );
  const valid = {
    text: 'Text',
    body: 'Two\nlines',
    integer: '7',
    number: '1.5',
    boolean: 'True',
    choice: '',
    dateTime: '2026-11-23T09:00:00.000Z',
    list: 'Red, Blue',
    addresses: 'ana@contoso.com',
    files: 'a.txt',
    folder: 'Inbox',
    itemId: 'AAMk=',
    secret: 's',
    activity: 'find',
    runbook: 'helpdesk/answer',
    global: 'Tickets',
    parameters: '',
  };
  const invalid: Readonly<Record<string, string>> = {
    integer: 'x',
    number: 'x',
    boolean: 'maybe',
    choice: 'Chartreuse',
    dateTime: 'yesterday',
    addresses: 'nobody',
  };

  test.each(cases)('%s as %s accepts what fits, gives it back, and refuses the rest in words', (label, _role, field) => {
    const sample = field.kind === 'choice' ? (field.options[0] ?? '') : valid[field.kind];
    const parsed = parseValue(field, sample);
    expect(parsed).toMatchObject({ ok: true });
    const again = parseValue(field, formatValue(parsed.ok ? parsed.value : undefined));
    expect(again).toEqual(parsed);
    const wrong = invalid[field.kind];
    const refused = wrong === undefined ? undefined : parseValue(field, wrong);
    const problem = refused === undefined ? `${label} takes any text.` : refused.ok ? 'It was accepted.' : refused.problem;
    expect(problem.startsWith(`${label} `) && problem.endsWith('.')).toBe(true);
  });
});
