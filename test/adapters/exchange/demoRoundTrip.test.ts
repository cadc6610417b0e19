import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../electron/demo/demoServer.ts';
import { openSession, type ExchangeSession } from '../../../electron/exchange/session.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import type { Exchange, Filter, ItemQuery, ItemValues } from '../../../shared/exchange/port.ts';
import { patient, testConnection, testHost } from './hosts.ts';

const hostile = [
  'a & b <c> "d"',
  ']]>',
  'x</t:Subject><t:Importance>High</t:Importance><t:Subject>y',
  'emoji 🎉 and é and 漢字',
  'quotes \' and " and &amp; already escaped &#13;',
  '<!-- no comment --> <![CDATA[ no cdata ]]>',
];

let server: DemoServer;
let folder: string;
const sessions: ExchangeSession[] = [];

function mailboxOf(index: number): { exchange: Exchange; address: string } {
  const user = server.facts.users[index];
  if (user === undefined) throw new Error('The demo server has fewer users than the test needs.');
  const session = openSession(
    testConnection(server.facts.url, {
      username: user.username,
      domain: user.domain,
      type: 'Exchange Configuration (Item Activity)',
      itemType: 'E-Mail Message',
    }),
    user.password,
    testHost(),
  );
  sessions.push(session);
  return { exchange: session.mailbox({}), address: user.mailbox };
}

async function find(exchange: Exchange, query: Partial<ItemQuery>): Promise<ItemValues[]> {
  const items: ItemValues[] = [];
  for await (const item of exchange.find({ itemType: 'E-Mail Message', folder: 'Inbox', subfolders: false, filters: [], maximum: 1000, ...query }, patient))
    items.push(item);
  return items;
}

const subjectIs = (value: string): Filter => ({ field: 'subject', operator: 'equals', value });

beforeAll(async () => {
  server = await startDemoServer();
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
});
beforeEach(() => server.reset());
afterAll(async () => {
  await Promise.all(sessions.map((session) => session.close()));
  await server.close();
  await rm(folder, { recursive: true });
});

describe('the mailbox of the demo server', () => {
  it('finds messages, unread ones only where asked, and all of them with their properties', async () => {
    const { exchange } = mailboxOf(0);
    const everything = await find(exchange, {});
    const unread = await find(exchange, { filters: [{ field: 'isRead', operator: 'equals', value: false }] });
    expect(unread.length).toBeGreaterThan(0);
    expect(everything.filter((item) => item.isRead === false)).toHaveLength(unread.length);
    expect(new Set(everything.map((item) => item.id)).size).toBe(everything.length);
    for (const item of everything) {
      expect(item.subject).toBeTypeOf('string');
      expect(item.dateTimeReceived).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(item.from).toContain('@');
      expect(item.bodyType).toMatch(/^(Text|HTML)$/);
    }
  });

  it('stops at the maximum', async () => {
    expect(await find(mailboxOf(0).exchange, { maximum: 3 })).toHaveLength(3);
  });

  it('reads one item by its ID, and nothing where there is none', async () => {
    const { exchange } = mailboxOf(0);
    const [first] = await find(exchange, { maximum: 1 });
    if (typeof first?.id !== 'string') throw new Error('The demo mailbox is empty.');
    expect(await find(exchange, { filters: [{ field: 'id', operator: 'equals', value: first.id }] })).toEqual([first]);
    const { id } = await exchange.move(first.id, 'Deleted Items', 'move', patient);
    expect(id).not.toBe(first.id);
    expect(await find(exchange, { filters: [{ field: 'id', operator: 'equals', value: first.id }] })).toEqual([]);
  });

  it.each(hostile)('sends %j unharmed as subject, body, category and name', async (text) => {
    const [ann, bob] = [mailboxOf(0), mailboxOf(1)];
    await ann.exchange.send(
      {
        to: [`"${text.replaceAll(/[<>",;]/g, '')}" <${bob.address}>`],
        subject: text,
        body: `${text}\r\nsecond line\n\tthird`,
        bodyType: 'Text',
        categories: [text],
      },
      patient,
    );
    const [received] = await find(bob.exchange, { filters: [subjectIs(text)] });
    expect(received).toMatchObject({
      subject: text,
      body: `${text}\r\nsecond line\n\tthird`,
      bodyType: 'Text',
      importance: 'Normal',
      from: ann.address,
      to: [bob.address],
      isRead: false,
    });
    const [copy] = await find(ann.exchange, { folder: 'Sent Items', filters: [subjectIs(text)] });
    expect(copy).toMatchObject({ subject: text, categories: [text] });
  });

  it('drops characters that XML cannot hold', async () => {
    const [ann, bob] = [mailboxOf(0), mailboxOf(1)];
    await ann.exchange.send({ to: [bob.address], subject: 'bell\u0007 null\u0000 lone\uD800 end', body: 'x' }, patient);
    expect(await find(bob.exchange, { filters: [subjectIs('bell null lone end')] })).toHaveLength(1);
  });

  it('carries a body of a megabyte', async () => {
    const [ann, bob] = [mailboxOf(0), mailboxOf(1)];
    const body = `<p>${'long & <b>bold</b> '.repeat(50_000)}</p>`;
    await ann.exchange.send({ to: [bob.address], subject: 'large', body, bodyType: 'HTML' }, patient);
    const [received] = await find(bob.exchange, { filters: [subjectIs('large')] });
    expect(received?.body).toBe(body);
    expect(received?.bodyType).toBe('HTML');
  });

  it('sends attachments and leaves no draft behind', async () => {
    const [ann, bob] = [mailboxOf(0), mailboxOf(1)];
    const names = ['report & figures.txt', 'second, file.bin'];
    await writeFile(join(folder, 'report & figures.txt'), 'twelve jobs');
    await writeFile(join(folder, 'second, file.bin'), Buffer.alloc(100_000, 7));
    const drafts = await find(ann.exchange, { folder: 'Drafts' });
    await ann.exchange.send({ to: [bob.address], subject: 'with files', body: 'x', attachments: names.map((name) => join(folder, name)) }, patient);
    const [received] = await find(bob.exchange, { filters: [subjectIs('with files')] });
    expect(received).toMatchObject({ attachments: names, hasAttachments: true });
    expect(await find(ann.exchange, { folder: 'Drafts' })).toHaveLength(drafts.length);
  });

  it('removes the draft again when sending fails, and reports why it failed', async () => {
    const { exchange } = mailboxOf(0);
    await writeFile(join(folder, 'a.txt'), 'a');
    const drafts = await find(exchange, { folder: 'Drafts' });
    const failing = exchange.send({ to: [], subject: 'to nobody', body: 'x', attachments: [join(folder, 'a.txt')] }, patient);
    await expect(failing).rejects.toMatchObject({ data: { code: 'exchange.noRecipients' } });
    expect(await find(exchange, { folder: 'Drafts' })).toHaveLength(drafts.length);
  });

  it('creates nothing when a file to attach cannot be read', async () => {
    const { exchange } = mailboxOf(0);
    const failing = exchange.send({ to: ['a@contoso.test'], subject: 's', body: 'x', attachments: [join(folder, 'missing.txt')] }, patient);
    await expect(failing).rejects.toMatchObject({ data: { code: 'exchange.attachmentUnreadable', why: 'There is no such file.' } });
  });

  it('answers a message to its sender', async () => {
    const [ann, bob] = [mailboxOf(0), mailboxOf(1)];
    await bob.exchange.send({ to: [ann.address], subject: 'question', body: 'How?' }, patient);
    const [question] = await find(ann.exchange, { filters: [subjectIs('question')] });
    if (typeof question?.id !== 'string') throw new Error('The question did not arrive.');
    await ann.exchange.reply({ id: question.id, toAll: false, body: 'So & <so>' }, patient);
    const [answer] = await find(bob.exchange, { filters: [subjectIs('RE: question')] });
    expect(answer?.from).toBe(ann.address);
    expect(answer?.body).toContain('So ');
  });

  it('answers everybody, with further copies beside the original ones', async () => {
    const [ann, bob, carl] = [mailboxOf(0), mailboxOf(1), mailboxOf(2)];
    const dora = mailboxOf(3);
    await bob.exchange.send({ to: [ann.address], cc: [carl.address], subject: 'meeting', body: 'When?' }, patient);
    const [question] = await find(ann.exchange, { filters: [subjectIs('meeting')] });
    if (typeof question?.id !== 'string') throw new Error('The question did not arrive.');
    await ann.exchange.reply({ id: question.id, toAll: true, body: 'Now', cc: [dora.address, carl.address.toUpperCase()] }, patient);
    for (const { exchange } of [bob, carl, dora]) {
      const [answer] = await find(exchange, { filters: [subjectIs('RE: meeting')] });
      expect(answer).toMatchObject({ to: [bob.address], cc: [carl.address, dora.address] });
    }
  });

  it('compares text with regard to case although servers do not', async () => {
    const [ann, bob] = [mailboxOf(0), mailboxOf(1)];
    await ann.exchange.send({ to: [bob.address], subject: 'Disk ALERT', body: 'x' }, patient);
    const asked = async (filter: Filter): Promise<number> =>
      (await find(bob.exchange, { filters: [filter, { field: 'subject', operator: 'startsWith', value: 'Disk' }] })).length;
    expect(await asked({ field: 'subject', operator: 'contains', value: 'ALERT' })).toBe(1);
    expect(await asked({ field: 'subject', operator: 'contains', value: 'alert' })).toBe(0);
    expect(await asked({ field: 'subject', operator: 'doesNotContain', value: 'alert' })).toBe(1);
    expect(await asked({ field: 'from', operator: 'equals', value: ann.address.toUpperCase() })).toBe(1);
    expect(await asked({ field: 'from', operator: 'doesNotEqual', value: ann.address })).toBe(0);
  });

  it('finds what does not equal a value', async () => {
    const [ann, bob] = [mailboxOf(0), mailboxOf(1)];
    await ann.exchange.send({ to: [bob.address], subject: 'not read yet', body: 'x' }, patient);
    const asked = async (value: boolean): Promise<number> =>
      (await find(bob.exchange, { filters: [subjectIs('not read yet'), { field: 'isRead', operator: 'doesNotEqual', value }] })).length;
    expect([await asked(true), await asked(false)]).toEqual([1, 0]);
  });

  it('says which folder was not found', async () => {
    await expect(find(mailboxOf(0).exchange, { folder: 'Inbox\\No such folder' })).rejects.toMatchObject({
      data: { code: 'exchange.folderNotFound', what: 'The folder "Inbox\\No such folder" does not exist, or the account may not see it.' },
    });
  });

  it('searches below a folder: the whole mailbox holds what its folders hold', async () => {
    const { exchange } = mailboxOf(0);
    const whole = await find(exchange, { folder: '/', subfolders: true });
    for (const folderName of ['Inbox', 'Sent Items', 'drafts']) {
      const items = await find(exchange, { folder: folderName });
      expect([folderName, items.length]).not.toEqual([folderName, 0]);
      for (const item of items) expect(whole).toContainEqual(item);
    }
    expect(await find(exchange, { folder: '/' })).toEqual([]);
  });

  it('refuses a wrong password with the name that was used', async () => {
    const host = testHost();
    const session = openSession(testConnection(server.facts.url, { username: server.facts.users[0]?.username ?? '' }), 'certainly-wrong-password', host);
    sessions.push(session);
    await expect(find(session.mailbox({}), {})).rejects.toBeInstanceOf(AppError);
    expect(host.traces).toMatchObject([{ status: 401, error: { code: 'signIn.rejected' } }]);
  });
});
