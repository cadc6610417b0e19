import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/appError.ts';
import type { Exchange, ItemQuery } from '../../../shared/exchange/port.ts';
import { patient, testHost, testSession } from './hosts.ts';
import { scriptedServer, type ScriptedServer, type SeenRequest } from './scriptedServer.ts';
import { failure, fault, folderAnswer, messages, sendXml } from './soapAnswers.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A mailbox on a server that answers each request by what was asked. */
async function mailbox(
  answer: (request: SeenRequest, number: number) => string | undefined,
): Promise<{ exchange: Exchange; server: ScriptedServer; waits: readonly number[] }> {
  const server = await scriptedServer((request, response, socket) => {
    const xml = answer(request, server.seen.length);
    if (xml === undefined) socket.destroy();
    else sendXml(response, xml, xml.includes('s:Fault') ? 500 : 200);
  });
  const host = testHost();
  const session = testSession(server.url, host);
  closing.push(session.close, server.close);
  return { exchange: session.mailbox({}), server, waits: host.waits };
}

const query: ItemQuery = { itemType: 'E-Mail Message', folder: 'Inbox', subfolders: false, filters: [], maximum: 1000 };

async function subjects(items: AsyncIterable<Readonly<Record<string, unknown>>>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of items) found.push(item.subject);
  return found;
}

async function code(work: Promise<unknown>): Promise<string> {
  const thrown: unknown = await work.catch((reason: unknown) => reason);
  return thrown instanceof AppError ? thrown.data.code : 'no AppError';
}

const idsIn = (body: string): string[] => [...body.matchAll(/<t:ItemId Id="([^"]+)"/g)].map((match) => match[1] ?? '');
const offsetIn = (body: string): number => Number(/Offset="(\d+)"/.exec(body)?.[1]);
const item = (id: string): string => `<m:Items><t:Message><t:ItemId Id="${id}" ChangeKey="k"/><t:Subject>${id}</t:Subject></t:Message></m:Items>`;
const itemsAnswer = (body: string): string => messages('GetItem', ...idsIn(body).map(item));

function page(ids: readonly string[], next: number, isLast: boolean): string {
  const found = ids.map((id) => `<t:Message><t:ItemId Id="${id}"/></t:Message>`).join('');
  return messages(
    'FindItem',
    `<m:RootFolder IndexedPagingOffset="${next}" TotalItemsInView="9" IncludesLastItemInRange="${isLast}"><t:Items>${found}</t:Items></m:RootFolder>`,
  );
}

const operations = (server: ScriptedServer): string[] => server.seen.map((request) => request.operation);
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `i${index}`);

describe('searching', () => {
  it('lists IDs page by page, reads ten items at a time, and takes each item once', async () => {
    const pages = [page(numbered(12), 12, false), page(['i11', 'x1', 'x2'], 15, true)];
    const { exchange, server } = await mailbox((request) =>
      request.operation === 'GetItem' ? itemsAnswer(request.body) : offsetIn(request.body) === 0 ? pages[0] : pages[1],
    );
    expect(await subjects(exchange.find(query, patient))).toEqual([...numbered(12), 'x1', 'x2']);
    expect(operations(server)).toEqual(['FindItem', 'FindItem', 'GetItem', 'GetItem']);
    expect(server.seen.slice(2).map((request) => idsIn(request.body).length)).toEqual([10, 4]);
  });

  it('asks for no more pages and items than the maximum needs', async () => {
    const { exchange, server } = await mailbox((request) => (request.operation === 'GetItem' ? itemsAnswer(request.body) : page(numbered(12), 12, false)));
    expect(await subjects(exchange.find({ ...query, maximum: 3 }, patient))).toEqual(['i0', 'i1', 'i2']);
    expect(operations(server)).toEqual(['FindItem', 'GetItem']);
    expect(idsIn(server.seen[1]?.body ?? '')).toHaveLength(3);
  });

  it('goes on paging when filters drop what was read', async () => {
    const pages = [page(['a', 'b'], 2, false), page(['keep'], 3, true)];
    const { exchange } = await mailbox((request) =>
      request.operation === 'GetItem' ? itemsAnswer(request.body) : offsetIn(request.body) === 0 ? pages[0] : pages[1],
    );
    expect(await subjects(exchange.find({ ...query, maximum: 1, filters: [{ field: 'subject', operator: 'equals', value: 'keep' }] }, patient))).toEqual([
      'keep',
    ]);
  });

  it('ends when a server does not advance', async () => {
    const { exchange, server } = await mailbox((request) => (request.operation === 'GetItem' ? itemsAnswer(request.body) : page(['a'], 0, false)));
    expect(await subjects(exchange.find(query, patient))).toEqual(['a']);
    expect(operations(server)).toEqual(['FindItem', 'GetItem']);
  });

  it('searches again without a restriction that the server refuses', async () => {
    const { exchange, server } = await mailbox((request) => {
      if (request.operation === 'GetItem') return itemsAnswer(request.body);
      return request.body.includes('Restriction') ? failure('FindItem', 'ErrorUnsupportedPathForQuery') : page(['a', 'b'], 2, true);
    });
    expect(await subjects(exchange.find({ ...query, filters: [{ field: 'subject', operator: 'equals', value: 'b' }] }, patient))).toEqual(['b']);
    expect(operations(server)).toEqual(['FindItem', 'FindItem', 'GetItem']);
  });

  it('leaves out items that are gone and asks again for those before which the server stopped', async () => {
    const { exchange, server } = await mailbox((request, number) => {
      if (request.operation === 'FindItem') return page(['a', 'b', 'c'], 3, true);
      if (number > 2) return itemsAnswer(request.body);
      const gone = failure('GetItem', 'ErrorItemNotFound');
      const stopped =
        /<m:GetItemResponseMessage[\s\S]*<\/m:GetItemResponseMessage>/.exec(failure('GetItem', 'ErrorBatchProcessingStopped', 'x', 'Warning'))?.[0] ?? '';
      return gone.replace('</m:ResponseMessages>', `${stopped}</m:ResponseMessages>`);
    });
    expect(await subjects(exchange.find(query, patient))).toEqual(['b', 'c']);
    expect(operations(server)).toEqual(['FindItem', 'GetItem', 'GetItem']);
  });

  it('finds a folder by its path once and remembers it', async () => {
    const { exchange, server } = await mailbox((request) => {
      if (request.operation === 'FindItem') return page([], 0, true);
      return messages(
        'FindFolder',
        '<m:RootFolder IndexedPagingOffset="1" TotalItemsInView="1" IncludesLastItemInRange="true"><t:Folders><t:Folder><t:FolderId Id="f2"/><t:DisplayName>projects</t:DisplayName></t:Folder></t:Folders></m:RootFolder>',
      );
    });
    for (const _ of [1, 2]) expect(await subjects(exchange.find({ ...query, folder: 'team@contoso.test:Inbox\\Projects' }, patient))).toEqual([]);
    expect(operations(server)).toEqual(['FindFolder', 'FindItem', 'FindItem']);
    expect(server.seen[0]?.body).toContain('<t:EmailAddress>team@contoso.test</t:EmailAddress>');
    expect(server.seen[1]?.body).toContain('<t:FolderId Id="f2"/>');
  });
});

describe('sending', () => {
  it('fetches the change key again when Exchange calls it stale', async () => {
    let replies = 0;
    const { exchange, server } = await mailbox((request) => {
      if (request.operation === 'GetItem') return itemsAnswer(request.body);
      replies += 1;
      return replies < 3 ? failure('CreateItem', 'ErrorStaleObject') : messages('CreateItem', '<m:Items/>');
    });
    await exchange.reply({ id: 'i', toAll: false, body: 'x' }, patient);
    expect(operations(server)).toEqual(['GetItem', 'CreateItem', 'GetItem', 'CreateItem', 'GetItem', 'CreateItem']);
  });

  it('gives up after three stale change keys', async () => {
    const { exchange, server } = await mailbox((request) =>
      request.operation === 'GetItem' ? itemsAnswer(request.body) : failure('CreateItem', 'ErrorIrresolvableConflict'),
    );
    expect(await code(exchange.reply({ id: 'i', toAll: false, body: 'x' }, patient))).toBe('exchange.changedMeanwhile');
    expect(operations(server)).toHaveLength(6);
  });

  it('sends a draft with the change key of the last attachment, and leaves it alone when nobody knows whether it went out', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'attachments-'));
    closing.push(() => rm(folder, { recursive: true }));
    const files = ['one.txt', 'two.txt'].map((name) => join(folder, name));
    await Promise.all(files.map((file) => writeFile(file, 'x')));
    let attached = 0;
    const { exchange, server } = await mailbox((request) => {
      if (request.operation === 'CreateItem') return messages('CreateItem', '<m:Items><t:Message><t:ItemId Id="d" ChangeKey="k0"/></t:Message></m:Items>');
      if (request.operation !== 'CreateAttachment') return undefined;
      attached += 1;
      return messages(
        'CreateAttachment',
        `<m:Attachments><t:FileAttachment><t:AttachmentId Id="a" RootItemId="d" RootItemChangeKey="k${attached}"/></t:FileAttachment></m:Attachments>`,
      );
    });
    expect(await code(exchange.send({ to: ['a@contoso.test'], subject: 's', body: 'b', attachments: files }, patient))).toBe('network.reset');
    expect(operations(server)).toEqual(['CreateItem', 'CreateAttachment', 'CreateAttachment', 'SendItem']);
    expect(server.seen.slice(1).map((request) => /ChangeKey="([^"]+)"/.exec(request.body)?.[1])).toEqual(['k0', 'k1', 'k2']);
  });

  it('holds back other requests of the account while the server is busy', async () => {
    const { exchange, waits } = await mailbox((_, number) => (number === 1 ? fault('ErrorServerBusy', 4000) : messages('MoveItem', item('n'))));
    await exchange.move('i', 'Inbox', 'move', patient);
    await exchange.move('i', 'Inbox', 'move', patient);
    expect(waits[0]).toBe(4000);
    expect(waits[1]).toBeGreaterThan(3000);
  });

  it('answers no ID where the server tells none', async () => {
    const { exchange } = await mailbox(() => messages('MoveItem', '<m:Items/>'));
    expect(await exchange.move('i', 'other@contoso.test:Inbox', 'move', patient)).toEqual({ id: undefined });
  });

  it('reports an answer to another question', async () => {
    const { exchange } = await mailbox(() => folderAnswer.replaceAll('ResponseMessage', 'Other'));
    expect(await code(exchange.move('i', 'Inbox', 'move', patient))).toBe('exchange.unexpectedAnswer');
  });
});
