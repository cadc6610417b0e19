import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../electron/demo/demoServer.ts';
import { openSession, type ExchangeSession } from '../../../electron/exchange/session.ts';
import type { AppointmentQuery, Exchange, ItemQuery, ItemValues } from '../../../shared/exchange/port.ts';
import { formatValue } from '../../../shared/fields/value.ts';
import { patient, testConnection, testHost } from './hosts.ts';

let server: DemoServer;
const sessions: ExchangeSession[] = [];

beforeAll(async () => {
  server = await startDemoServer();
});
beforeEach(() => server.reset());
afterAll(async () => {
  await Promise.all(sessions.map((session) => session.close()));
  await server.close();
});

function mailboxOf(index: number, wake?: () => Promise<void>): { exchange: Exchange; address: string } {
  const user = server.facts.users[index];
  if (user === undefined) throw new Error('The demo server has fewer users than the test needs.');
  const host = testHost(wake === undefined ? {} : { sleep: wake });
  const session = openSession(testConnection(server.facts.url, { username: user.username, domain: user.domain }), user.password, host);
  sessions.push(session);
  return { exchange: session.mailbox({ activity: 'watch' }), address: user.mailbox };
}

async function all(items: AsyncIterable<ItemValues>): Promise<ItemValues[]> {
  const found: ItemValues[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const mail = (exchange: Exchange, subject: string, folder = 'Inbox'): Promise<ItemValues[]> => {
  const query: ItemQuery = {
    itemType: 'E-Mail Message',
    folder,
    subfolders: false,
    maximum: 10,
    filters: [{ field: 'subject', operator: 'equals', value: subject }],
  };
  return all(exchange.find(query, patient));
};

const year: AppointmentQuery = { folder: 'Calendar', subfolders: false, from: '2031-01-01T00:00:00Z', to: '2034-01-01T00:00:00Z', filters: [] };
const subjectIs = (value: string): AppointmentQuery['filters'] => [{ field: 'subject', operator: 'equals', value }];

describe('the pack on the demo server', () => {
  it.each([
    [{ recurrence: 'Daily', recurrenceInterval: 2, numberOfOccurrences: 3 }, ['2031-03-31', '2031-04-02', '2031-04-04']],
    [{ recurrence: 'Weekly', recursOnTheseDays: 'Mon, Thu', recurrenceEnds: '2031-04-10' }, ['2031-03-31', '2031-04-03', '2031-04-07', '2031-04-10']],
    [{ recurrence: 'The same week each month', recursOnTheseDays: 'Last Monday', numberOfOccurrences: 2 }, ['2031-03-31', '2031-04-28']],
    [{ recurrence: 'The same day each year', numberOfOccurrences: 2 }, ['2031-03-31', '2032-03-31']],
  ])('expands the series %o across years', async (series, days) => {
    const { exchange } = mailboxOf(0);
    const values = { subject: 'Series', body: 'b', start: '2031-03-31T10:00:00Z', end: '2031-03-31T11:30:00Z', ...series };
    await exchange.create({ itemType: 'Appointment', values }, patient);
    const found = await all(exchange.findAppointments({ ...year, filters: subjectIs('Series') }, patient));
    expect(found.map((item) => formatValue(item.start).slice(0, 10))).toEqual(days);
    expect(found.every((item) => item.durationInMinutes === 90 && item.appointmentType === 'Occurrence')).toBe(true);
  });

  it('invites, tells of a change, and cancels', async () => {
    const [ann, bob] = [mailboxOf(0), mailboxOf(1)];
    const values = { subject: 'Budget', body: 'b', start: '2031-05-01T10:00:00Z', end: '2031-05-01T11:00:00Z', requiredAttendees: [bob.address] };
    const { id } = await ann.exchange.create({ itemType: 'Appointment', values }, patient);
    const seen = (): Promise<ItemValues[]> => all(bob.exchange.findAppointments({ ...year, filters: subjectIs('Budget') }, patient));
    expect(await seen()).toMatchObject([{ organizer: ann.address, isMeeting: true }]);
    await ann.exchange.update({ itemType: 'Appointment', id, values: { location: 'Room 2' }, clear: [] }, patient);
    expect(await seen()).toMatchObject([{ location: 'Room 2' }]);
    await ann.exchange.remove({ id, mode: 'deletedItems' }, patient);
    expect((await seen()).filter((item) => item.isCancelled !== true)).toEqual([]);
  });

  it('sends a draft once, and forwards what arrived', async () => {
    const [ann, bob, carl] = [mailboxOf(0), mailboxOf(1), mailboxOf(2)];
    const { id } = await ann.exchange.create({ itemType: 'E-Mail Message', values: { to: [bob.address], subject: 'Draft & more', body: 'b' } }, patient);
    await ann.exchange.sendDraft(id, patient);
    await expect(ann.exchange.sendDraft(id, patient)).rejects.toMatchObject({ data: { code: 'exchange.itemNotFound' } });
    const [arrived] = await mail(bob.exchange, 'Draft & more');
    await bob.exchange.forward({ id: formatValue(arrived?.id), to: [carl.address], body: 'See <below>' }, patient);
    const [forwarded] = await mail(carl.exchange, 'FW: Draft & more');
    expect(forwarded?.from).toBe(bob.address);
  });

  it.each(['hardDelete', 'softDelete', 'deletedItems'] as const)('deletes with the mode %s', async (mode) => {
    const { exchange } = mailboxOf(0);
    const { id } = await exchange.create({ itemType: 'E-Mail Message', values: { to: ['a@contoso.test'], subject: 'Away', body: 'b' } }, patient);
    await exchange.remove({ id, mode }, patient);
    expect(await mail(exchange, 'Away', 'Drafts')).toEqual([]);
    expect(await mail(exchange, 'Away', 'Deleted Items')).toHaveLength(mode === 'deletedItems' ? 1 : 0);
  });

  it('notices what arrives while it waits, once', async () => {
    const bob = mailboxOf(1);
    let sent = 0;
    const ann = mailboxOf(0, async () => {
      sent += 1;
      await bob.exchange.send({ to: [ann.address], subject: `Number ${sent}`, body: 'b' }, patient);
    });
    const query = { itemType: 'E-Mail Message', folder: 'Inbox', subfolders: false, filters: [], created: true, updated: false, intervalSeconds: 60 } as const;
    const subjects: unknown[] = [];
    for await (const { values } of ann.exchange.changesSince(query, patient)) {
      subjects.push(values.subject);
      if (subjects.length === 3) break;
    }
    expect(subjects).toEqual(['Number 1', 'Number 2', 'Number 3']);
  });
});
