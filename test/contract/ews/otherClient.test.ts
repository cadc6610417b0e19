import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BasePropertySet,
  BodyType,
  ComparisonMode,
  ConflictResolutionMode,
  ContainmentMode,
  EmailMessage,
  EmailMessageSchema,
  ExchangeService,
  ExchangeVersion,
  Folder,
  FolderId,
  FolderSchema,
  FolderView,
  FolderTraversal,
  Importance,
  ItemId,
  ItemSchema,
  ItemView,
  LogicalOperator,
  MessageBody,
  PropertySet,
  SearchFilter,
  Sensitivity,
  SortDirection,
  StringList,
  TimeZoneInfo,
  Uri,
  WebCredentials,
  WellKnownFolderName,
} from 'ews-javascript-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkConnection } from '../../../electron/exchange/checkConnection.ts';
import type { Exchange } from '../../../shared/exchange/port.ts';
import { patient, testConnection, testHost, testPassword, testSession } from '../../adapters/exchange/hosts.ts';
import { scriptedServer, type ScriptedServer } from '../../adapters/exchange/scriptedServer.ts';
import { failure, messages, sendXml } from '../../adapters/exchange/soapAnswers.ts';
import { bothSend, parts, requestsOf } from './twoClients.ts';

const item = '<m:Items><t:Message><t:ItemId Id="i1" ChangeKey="k1"/><t:Subject>question</t:Subject></t:Message></m:Items>';
const answers: Readonly<Record<string, string>> = {
  GetItem: messages('GetItem', item),
  CreateItem: messages('CreateItem', '<m:Items><t:Message><t:ItemId Id="d1" ChangeKey="k1"/></t:Message></m:Items>'),
  CreateAttachment: messages(
    'CreateAttachment',
    '<m:Attachments><t:FileAttachment><t:AttachmentId Id="a1" RootItemId="d1" RootItemChangeKey="k2"/></t:FileAttachment></m:Attachments>',
  ),
  SendItem: messages('SendItem', ''),
  MoveItem: messages('MoveItem', item),
  CopyItem: messages('CopyItem', item),
  FindItem: messages('FindItem', '<m:RootFolder IndexedPagingOffset="0" TotalItemsInView="0" IncludesLastItemInRange="true"><t:Items/></m:RootFolder>'),
};

let server: ScriptedServer;
let ours: Exchange;
let theirs: ExchangeService;

beforeAll(async () => {
  server = await scriptedServer((request, response) => sendXml(response, answers[request.operation] ?? failure(request.operation, 'ErrorItemNotFound')));
  const host = testHost();
  const session = testSession(server.url, host);
  ours = session.mailbox({});
  theirs = new ExchangeService(ExchangeVersion.Exchange2013_SP1, TimeZoneInfo.Utc);
  theirs.Url = new Uri(server.url);
  theirs.Credentials = new WebCredentials('ann', 'not-a-real-password-2');
  afterAll(async () => {
    await session.close();
    await server.close();
  });
});
beforeEach(() => void server.seen.splice(0));

async function first<T>(items: AsyncIterable<T>): Promise<T | undefined> {
  for await (const one of items) return one;
  return undefined;
}

const idOnly = (): PropertySet => new PropertySet(BasePropertySet.IdOnly);

describe('requests have the form that ews-javascript-api gives them', () => {
  it('FindItem with a restriction', async () => {
    const filter = new SearchFilter.SearchFilterCollection(LogicalOperator.And, [
      new SearchFilter.ContainsSubstring(ItemSchema.Subject, 'alert', ContainmentMode.Substring, ComparisonMode.IgnoreCase),
      new SearchFilter.IsEqualTo(EmailMessageSchema.IsRead, false),
    ]);
    const view = new ItemView(200);
    view.PropertySet = idOnly();
    view.OrderBy.Add(ItemSchema.DateTimeReceived, SortDirection.Ascending);
    const query = {
      itemType: 'E-Mail Message',
      folder: 'Inbox',
      subfolders: false,
      maximum: 10,
      filters: [
        { field: 'subject', operator: 'contains', value: 'alert' },
        { field: 'isRead', operator: 'equals', value: false },
      ],
    } as const;
    const { mine, other } = await bothSend(
      server,
      'FindItem',
      () => first(ours.find(query, patient)),
      () => theirs.FindItems(WellKnownFolderName.Inbox, filter, view),
    );
    expect([mine]).toEqual(other);
  });

  it('FindFolder for a name', async () => {
    const view = new FolderView(200);
    view.PropertySet = new PropertySet(BasePropertySet.IdOnly, [FolderSchema.DisplayName]);
    view.Traversal = FolderTraversal.Shallow;
    const named = new SearchFilter.IsEqualTo(FolderSchema.DisplayName, 'Projects');
    const { mine, other } = await bothSend(
      server,
      'FindFolder',
      () => ours.move('i1', 'Inbox\\Projects', 'move', patient),
      () => theirs.FindFolders(WellKnownFolderName.Inbox, named, view),
    );
    expect([mine]).toEqual(other);
  });

  it('GetFolder', async () => {
    const check = async (): Promise<void> => {
      for await (const event of checkConnection(testConnection(server.url), testPassword, testHost(), patient)) if (event.type === 'finished') return;
    };
    const { mine, other } = await bothSend(server, 'GetFolder', check, () =>
      Folder.Bind(theirs, WellKnownFolderName.Inbox, new PropertySet(BasePropertySet.IdOnly, [FolderSchema.DisplayName, FolderSchema.TotalCount])),
    );
    expect([mine]).toEqual(other);
  });

  it('CreateItem of a message that is sent', async () => {
    const their = async (): Promise<void> => {
      const message = new EmailMessage(theirs);
      message.Subject = 'Report';
      message.Body = new MessageBody(BodyType.HTML, 'done');
      message.Importance = Importance.High;
      message.Sensitivity = Sensitivity.Private;
      message.Categories = new StringList(['Red', 'Blue']);
      message.ToRecipients.Add('bob@contoso.test');
      message.CcRecipients.Add('carl@contoso.test');
      message.IsReadReceiptRequested = true;
      await message.SendAndSaveCopy();
    };
    const message = {
      to: ['bob@contoso.test'],
      cc: ['carl@contoso.test'],
      subject: 'Report',
      body: 'done',
      bodyType: 'HTML',
      importance: 'High',
      sensitivity: 'Private',
      categories: ['Red', 'Blue'],
      isReadReceiptRequested: true,
    } as const;
    const { mine, other } = await bothSend(server, 'CreateItem', () => ours.send(message, patient), their);
    expect([mine]).toEqual(other);
  });

  it('MoveItem and CopyItem', async () => {
    const id = new ItemId('i1');
    const folder = new FolderId(WellKnownFolderName.DeletedItems);
    const moved = await bothSend(
      server,
      'MoveItem',
      () => ours.move('i1', 'Deleted Items', 'move', patient),
      () => theirs.MoveItems([id], folder, true),
    );
    expect([moved.mine]).toEqual(moved.other);
    const copied = await bothSend(
      server,
      'CopyItem',
      () => ours.move('i1', 'Deleted Items', 'copy', patient),
      () => theirs.CopyItems([id], folder, true),
    );
    expect([copied.mine]).toEqual(copied.other);
  });

  it('a reply to everybody', async () => {
    const their = async (): Promise<void> => {
      const question = await EmailMessage.Bind(theirs, new ItemId('i1'), idOnly());
      await question.Reply(new MessageBody(BodyType.Text, 'Thanks'), true);
    };
    const { mine, other } = await bothSend(server, 'CreateItem', () => ours.reply({ id: 'i1', toAll: true, body: 'Thanks' }, patient), their);
    expect([mine]).toEqual(other);
  });

  it('the item that a reply is made to', async () => {
    const { mine, other } = await bothSend(
      server,
      'GetItem',
      () => ours.reply({ id: 'i1', toAll: false, body: 'Thanks' }, patient),
      () => EmailMessage.Bind(theirs, new ItemId('i1'), idOnly()),
    );
    expect([mine]).toEqual(other);
  });

  it('an attachment, beside the flags that it adds and a server sets by itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'attachment-'));
    await writeFile(join(folder, 'a.txt'), 'ok');
    const their = async (): Promise<void> => {
      const draft = await EmailMessage.Bind(theirs, new ItemId('i1'), idOnly());
      draft.Attachments.AddFileAttachment('a.txt', Buffer.from('ok').toString('base64'));
      await draft.Update(ConflictResolutionMode.AutoResolve);
    };
    const [mine] = await requestsOf(
      server,
      () => ours.send({ to: ['bob@contoso.test'], subject: 's', body: 'b', attachments: [join(folder, 'a.txt')] }, patient),
      'CreateAttachment',
    );
    const [other] = await requestsOf(server, their, 'CreateAttachment');
    await rm(folder, { recursive: true });
    expect(parts(mine)).toEqual([
      ['CreateAttachment', ''],
      ['ParentItemId', ''],
      ['Attachments', ''],
      ['FileAttachment', ''],
      ['Name', 'a.txt'],
      ['Content', 'b2s='],
    ]);
    expect(parts(other).filter(([name]) => name !== 'IsInline' && name !== 'IsContactPhoto')).toEqual(parts(mine));
  });
});
