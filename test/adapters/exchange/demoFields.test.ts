import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../electron/demo/demoServer.ts';
import type { ExchangeSession } from '../../../electron/exchange/session.ts';
import { openSession } from '../../../electron/exchange/session.ts';
import type { Exchange, Filter, ItemValues } from '../../../shared/exchange/port.ts';
import type { Field, FieldValue } from '../../../shared/fields/field.ts';
import { itemTypeNames, type ItemType } from '../../../shared/items/itemType.ts';
import { itemTypeNamed } from '../../../shared/items/itemTypes.ts';
import { patient, testConnection, testHost } from './hosts.ts';

const types = itemTypeNames.flatMap((name) => itemTypeNamed(name) ?? []);

let server: DemoServer;
let session: ExchangeSession;
let exchange: Exchange;

beforeAll(async () => {
  server = await startDemoServer();
  const [user] = server.facts.users;
  session = openSession(testConnection(server.facts.url, { username: user?.username ?? '', domain: user?.domain ?? '' }), user?.password ?? '', testHost());
  exchange = session.mailbox({});
});
afterAll(async () => {
  await session.close();
  await server.close();
});

/** What a server works out by itself, or changes together with something else, and so cannot be compared with what was written. */
const own: Readonly<Record<string, readonly string[]>> = {
  Task: ['taskStatus', 'percentComplete', 'completeDate'],
  Appointment: [],
};

/** A value for a field; the second one differs. */
function sample(field: Field, key: string, second: boolean): FieldValue {
  switch (field.kind) {
    case 'boolean':
      return key === 'isAllDayEvent' ? false : !second;
    case 'integer':
    case 'number':
      return second ? 30 : 45;
    case 'dateTime':
      if (field.day === true) return second ? '2027-05-05' : '2027-05-04';
      return key === 'end' ? (second ? '2027-05-04T12:00:00Z' : '2027-05-04T11:00:00Z') : second ? '2027-05-04T09:30:00Z' : '2027-05-04T10:00:00Z';
    case 'choice':
      return field.options[second ? 1 : 2] ?? field.options[1] ?? '';
    case 'addresses':
      return second ? ['ann@contoso.test', 'bob@contoso.test'] : ['carl@contoso.test'];
    case 'list':
      return second ? ['Red'] : ['Blue & green', 'Yellow'];
    default:
      if (key === 'businessHomePage') return second ? 'https://contoso.test/b' : 'https://contoso.test/a?x=1&y=2';
      if (key.startsWith('email') || key === 'from' || key === 'sender') return second ? 'ada@contoso.test' : 'grace@contoso.test';
      return second ? `Second ${key} <b> & "c"` : `First ${key} & <more> "text"`;
  }
}

const isPlain = ([key, field]: [string, Field], type: ItemType): boolean =>
  field.kind !== 'files' && !(field.uri ?? '').endsWith(':Recurrence') && key !== 'bodyType' && own[type.name]?.includes(key) !== true;

const settable = (type: ItemType, role: 'create' | 'update'): [string, Field][] =>
  Object.entries<Field>(type.fields).filter((entry) => entry[1][role] !== undefined && entry[1][role] !== false && isPlain(entry, type));

async function read(type: ItemType, id: string): Promise<ItemValues | undefined> {
  const query = { itemType: type.name, folder: type.defaultFolder.create, subfolders: false, maximum: 1000 };
  for await (const item of exchange.find({ ...query, filters: [{ field: 'id', operator: 'equals', value: id }] }, patient)) return item;
  return undefined;
}

/** Whether a search with this filter alone finds the item. */
async function isFound(type: ItemType, id: string, filter: Filter): Promise<boolean> {
  const query = { itemType: type.name, folder: type.defaultFolder.create, subfolders: false, maximum: 1000, filters: [filter] };
  for await (const item of exchange.find(query, patient)) if (item.id === id) return true;
  return false;
}

describe.each(types.map((type) => [type.name, type] as const))('%s on the demo server', (_name, type) => {
  const first = Object.fromEntries(settable(type, 'create').map(([key, field]) => [key, sample(field, key, false)]));
  let id: string;
  let made: ItemValues | undefined;

  beforeAll(async () => {
    ({ id } = await exchange.create({ itemType: type.name, values: first, invitations: 'SendToNone' }, patient));
    made = await read(type, id);
  });

  it.each(settable(type, 'create').filter(([, field]) => field.publish === true))('keeps %s of a new item', (key) => {
    expect(made?.[key]).toEqual(first[key]);
  });

  const companions = (key: string, field: Field): Record<string, FieldValue> =>
    field.attribute === 'Name' ? { [key.replace('DisplayName', '')]: 'ada@contoso.test' } : {};

  /** Exchange lets the sender be named when a message is made, and not afterwards. */
  const isFixed = (key: string): boolean => key === 'sender';

  it.each(settable(type, 'update').filter(([key]) => isFixed(key)))('refuses to change %s, in words', async (key, field) => {
    const changing = exchange.update({ itemType: type.name, id, values: { [key]: sample(field, key, true) }, clear: [] }, patient);
    await expect(changing).rejects.toMatchObject({ data: { code: 'exchange.readOnlyProperty' } });
  });

  it.each(settable(type, 'update').filter(([key, field]) => field.publish === true && !isFixed(key)))('changes %s', async (key, field) => {
    const value = sample(field, key, true);
    await exchange.update({ itemType: type.name, id, values: { ...companions(key, field), [key]: value }, clear: [], notices: 'SendToNone' }, patient);
    expect((await read(type, id))?.[key]).toEqual(value);
  });

  describe('as it is now', () => {
    let now: ItemValues;

    beforeAll(async () => {
      now = (await read(type, id)) ?? expect.fail('The item is gone.');
    });

    it.each(Object.entries<Field>(type.fields).filter(([, field]) => field.filter !== undefined))('is found by %s, and left out by what does not fit', async (key) => {
      const value = now[key];
      // What the item does not have equals nothing.
      const compared = value ?? 'something';
      expect(await isFound(type, id, { field: key, operator: 'equals', value: compared })).toBe(value !== undefined);
      expect(await isFound(type, id, { field: key, operator: 'doesNotEqual', value: compared })).toBe(value === undefined);
    });
  });

  // The server works out another File As for one that is emptied.
  const optional = settable(type, 'update').filter(([key, field]) => field.create === 'optional' && field.kind === 'text' && !isFixed(key) && key !== 'fileAs');
  it.each(optional)('empties %s', async (key) => {
    await exchange.update({ itemType: type.name, id, values: {}, clear: [key], notices: 'SendToNone' }, patient);
    expect((await read(type, id))?.[key] ?? '').toBe('');
  });
});
