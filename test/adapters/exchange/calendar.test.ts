import { afterEach, describe, expect, it } from 'vitest';
import { windowsOf } from '../../../electron/exchange/ews/calendar.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import type { AppointmentQuery, ItemValues } from '../../../shared/exchange/port.ts';
import { patient } from './hosts.ts';
import { operations, scriptedMailbox, type ScriptedMailbox } from './scriptedMailbox.ts';
import type { SeenRequest } from './scriptedServer.ts';
import { failure, messages } from './soapAnswers.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function mailbox(answer: (request: SeenRequest, number: number) => string | undefined): Promise<ScriptedMailbox> {
  const opened = await scriptedMailbox((request, number) => (request.operation === 'GetItem' ? itemsAnswer(request.body) : answer(request, number)));
  closing.push(opened.close);
  return opened;
}

const idsIn = (body: string): string[] => [...body.matchAll(/<t:ItemId Id="([^"]+)"/g)].map((match) => match[1] ?? '');
const itemsAnswer = (body: string): string =>
  messages('GetItem', ...idsIn(body).map((id) => `<m:Items><t:CalendarItem><t:ItemId Id="${id}"/><t:Subject>${id}</t:Subject></t:CalendarItem></m:Items>`));

function view(entries: readonly string[], complete = true, start = '2027-01-01T10:00:00Z'): string {
  const items = entries.map((id) => `<t:CalendarItem><t:ItemId Id="${id}"/><t:Start>${start}</t:Start></t:CalendarItem>`).join('');
  return messages(
    'FindItem',
    `<m:RootFolder TotalItemsInView="${entries.length}" IncludesLastItemInRange="${complete}"><t:Items>${items}</t:Items></m:RootFolder>`,
  );
}

const query: AppointmentQuery = { folder: 'Calendar', subfolders: false, from: '2027-01-01T00:00:00.000Z', to: '2027-02-01T00:00:00.000Z', filters: [] };

async function ids(items: AsyncIterable<ItemValues>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of items) found.push(item.id);
  return found;
}

async function code(work: Promise<unknown>): Promise<string> {
  const thrown: unknown = await work.catch((reason: unknown) => reason);
  return thrown instanceof AppError ? thrown.data.code : 'no AppError';
}

describe('listing appointments', () => {
  it('splits what is longer than Exchange allows, and takes each appointment once', async () => {
    const box = await mailbox((request) => view(request.body.includes('StartDate="2027-01-01') ? ['a', 'across'] : ['across', 'b']));
    expect(await ids(box.exchange.findAppointments({ ...query, to: '2028-06-01T00:00:00.000Z' }, patient))).toEqual(['a', 'across', 'b']);
    expect(operations(box.server)).toEqual(['FindItem', 'FindItem', 'GetItem']);
    expect(box.server.seen[1]?.body).toContain('StartDate="2028-01-01T00:00:00Z" EndDate="2028-06-01T00:00:00Z"');
  });

  it('has no window of more than a year, and none that is left out', () => {
    const windows = windowsOf('2020-01-01T00:00:00Z', '2027-01-01T12:00:00Z');
    expect(windows[0]?.from).toBe('2020-01-01T00:00:00Z');
    expect(windows.at(-1)?.to).toBe('2027-01-01T12:00:00Z');
    for (const window of windows) expect(Date.parse(window.to) - Date.parse(window.from)).toBeLessThanOrEqual(366 * 86_400_000);
    expect(windows.slice(1).map((window) => window.from)).toEqual(windows.slice(0, -1).map((window) => window.to));
    expect(windowsOf(query.from, query.from)).toHaveLength(1);
  });

  it('goes on from the last start where a view was cut off', async () => {
    const box = await mailbox((_, number) => (number === 1 ? view(['a', 'b'], false, '2027-01-05T08:00:00Z') : view(['b', 'c'])));
    expect(await ids(box.exchange.findAppointments(query, patient))).toEqual(['a', 'b', 'c']);
    expect(box.server.seen[1]?.body).toContain('StartDate="2027-01-05T08:00:00Z"');
  });

  it('ends where a cut view brings nothing new', async () => {
    const box = await mailbox(() => view(['a'], false));
    expect(await ids(box.exchange.findAppointments(query, patient))).toEqual(['a']);
  });

  it('asks for no more than the maximum, and filters here, because Exchange takes no filter with a view', async () => {
    const box = await mailbox(() => view(['a', 'b', 'c']));
    expect(await ids(box.exchange.findAppointments({ ...query, maximum: 2 }, patient))).toEqual(['a', 'b']);
    expect(box.server.seen[0]?.body).toContain('MaxEntriesReturned="2"');
    const filtered = { ...query, maximum: 1, filters: [{ field: 'subject', operator: 'equals', value: 'c' }] } as const;
    expect(await ids(box.exchange.findAppointments(filtered, patient))).toEqual(['c']);
    const body = box.server.seen.at(-2)?.body ?? '';
    expect(body).not.toContain('MaxEntriesReturned');
    expect(body).not.toContain('Restriction');
  });

  it('refuses an end before the start without asking', async () => {
    const box = await mailbox(() => undefined);
    expect(await code(ids(box.exchange.findAppointments({ ...query, to: '2026-01-01T00:00:00Z' }, patient)))).toBe('exchange.calendarEndBeforeStart');
    expect(box.server.seen).toEqual([]);
  });

  it('wants a calendar to be named, and passes over other folders inside it', async () => {
    const notCalendar = failure('FindItem', 'ErrorCalendarFolderIsInvalidForCalendarView');
    const folders =
      '<m:RootFolder IndexedPagingOffset="1" IncludesLastItemInRange="true"><t:Folders><t:Folder><t:FolderId Id="f"/><t:DisplayName>x</t:DisplayName></t:Folder></t:Folders></m:RootFolder>';
    const box = await mailbox(({ operation, body }) => {
      if (operation === 'FindFolder') return messages('FindFolder', folders);
      return body.includes('FolderId Id="f"') ? notCalendar : view(['a']);
    });
    expect(await ids(box.exchange.findAppointments({ ...query, subfolders: true }, patient))).toEqual(['a']);
    const inbox = await mailbox(() => notCalendar);
    expect(await code(ids(inbox.exchange.findAppointments({ ...query, folder: 'Inbox' }, patient)))).toBe('exchange.notACalendar');
  });
});

describe('addresses without SMTP', () => {
  const person = '<t:Mailbox><t:Name>Ann</t:Name><t:EmailAddress>/o=contoso/cn=ann</t:EmailAddress><t:RoutingType>EX</t:RoutingType></t:Mailbox>';
  const item = `<m:Items><t:CalendarItem><t:ItemId Id="a"/><t:Organizer>${person}</t:Organizer><t:RequiredAttendees><t:Attendee>${person}</t:Attendee></t:RequiredAttendees></t:CalendarItem></m:Items>`;
  const resolution = messages(
    'ResolveNames',
    '<m:ResolutionSet><t:Resolution><t:Mailbox><t:EmailAddress>ann@contoso.test</t:EmailAddress></t:Mailbox></t:Resolution></m:ResolutionSet>',
  );

  async function people(answer: string): Promise<{ values: ItemValues[]; asked: string[] }> {
    const box = await scriptedMailbox(({ operation }) =>
      operation === 'GetItem' ? messages('GetItem', item) : operation === 'FindItem' ? view(['a']) : answer,
    );
    closing.push(box.close);
    const values: ItemValues[] = [];
    for (const _ of [1, 2]) for await (const found of box.exchange.findAppointments(query, patient)) values.push(found);
    return { values, asked: operations(box.server).filter((name) => name === 'ResolveNames') };
  }

  it('are looked up once', async () => {
    const { values, asked } = await people(resolution);
    expect(values).toHaveLength(2);
    expect(values[1]).toMatchObject({ organizer: 'ann@contoso.test', requiredAttendees: ['ann@contoso.test'] });
    expect(asked).toHaveLength(1);
  });

  it('stay what they are where the directory does not know them', async () => {
    const { values } = await people(failure('ResolveNames', 'ErrorNameResolutionNoResults'));
    expect(values[0]).toMatchObject({ organizer: '/o=contoso/cn=ann' });
  });
});
