import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../electron/demo/demoServer.ts';
import { openSession, type ExchangeSession } from '../../../electron/exchange/session.ts';
import { activities } from '../../../shared/activities/registry.ts';
import type { Connection } from '../../../shared/connections/connection.ts';
import { matchesOf } from '../../../shared/engine/matches.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import type { BrowseEvent } from '../../../shared/engine/browse.ts';
import type { MailFolder } from '../../../shared/exchange/browse.ts';
import { Activity, type FilterRow } from '../../../shared/runbook/runbook.ts';
import { patient, testConnection, testHost } from './hosts.ts';

let server: DemoServer;
let session: ExchangeSession;
let connection: Connection;

beforeAll(async () => {
  server = await startDemoServer();
  const [user] = server.facts.users;
  if (user === undefined) throw new Error('The demo server has no users.');
  connection = testConnection(server.facts.url, { username: user.username, domain: user.domain, type: 'Exchange Configuration (Item Activity)', itemType: 'E-Mail Message' });
  session = openSession(connection, user.password, testHost());
});
afterAll(async () => {
  await session.close();
  await server.close();
});

async function folders(): Promise<readonly MailFolder[]> {
  const found: MailFolder[] = [];
  for await (const page of session.browser({}).folders(patient)) found.push(...page);
  return found;
}

async function matching(filters: readonly FilterRow[], type = 'exchange.getItem'): Promise<BrowseEvent | undefined> {
  const activity = Activity.parse({ type, name: 'Find', connection: 'demo', properties: { searchFolder: 'Inbox', searchSubfolders: 'False' }, filters });
  let last: BrowseEvent | undefined;
  for await (const event of matchesOf(activity, connection, activities, session.mailbox({}), patient)) last = event;
  return last;
}

describe('looking into a mailbox', () => {
  it('tells all folders with what they are in', async () => {
    const all = await folders();
    const inbox = all.find(({ name }) => name === 'Inbox');
    expect(inbox?.items).toBeGreaterThan(10);
    expect(all.filter(({ parent }) => parent === inbox?.id).length).toBeGreaterThan(0);
  });

  it('lists items newest first, and searches subjects', async () => {
    const { items } = await session.browser({}).items({ folder: 'Inbox', search: '', offset: 0 }, patient);
    const times = items.map(({ at = '' }) => at);
    expect(times).toEqual([...times].toSorted().toReversed());
    const searched = await session.browser({}).items({ folder: 'Inbox', search: '[hd]', offset: 0 }, patient);
    expect(searched.items.length).toBeGreaterThan(0);
    expect(searched.items.every(({ title }) => title.includes('[HD]'))).toBe(true);
  });

  it('names the folder that is not there', async () => {
    const thrown: unknown = await session.browser({}).items({ folder: 'Nowhere', search: '', offset: 0 }, patient).catch((reason: unknown) => reason);
    expect(thrown instanceof AppError ? thrown.data : undefined).toMatchObject({ code: 'exchange.folderNotFound', details: { folder: 'Nowhere' } });
  });

  it('counts what the filters of an activity let through, and shows the first few', async () => {
    const all = await matching([]);
    const some = await matching([{ field: 'Subject', operator: 'contains', value: '[HD]' }]);
    if (all?.type !== 'matches' || some?.type !== 'matches') throw new Error('Nothing was counted.');
    expect(some.count).toBeGreaterThan(0);
    expect(some.count).toBeLessThan(all.count);
    expect(all.items).toHaveLength(5);
    expect(some.items.every(({ title }) => title.includes('[HD]'))).toBe(true);
  });

  it('counts for a monitor too, and says what is wrong with a filter', async () => {
    expect(await matching([], 'exchange.monitorItem')).toMatchObject({ type: 'matches', more: false });
    await expect(matching([{ field: 'Size', operator: 'equals', value: 'large' }])).rejects.toThrow(AppError);
  });
});
