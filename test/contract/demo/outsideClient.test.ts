import {
  BasePropertySet,
  BodyType,
  ConflictResolutionMode,
  ContainmentMode,
  ComparisonMode,
  DateTime,
  DeleteMode,
  EmailAddress,
  EmailMessage,
  EmailMessageSchema,
  FileAttachment,
  Folder,
  FolderId,
  FolderSchema,
  FolderTraversal,
  FolderView,
  Item,
  ItemId,
  ItemSchema,
  ItemView,
  LogicalOperator,
  MessageBody,
  PropertySet,
  ResolveNameSearchLocation,
  SearchFilter,
  ServiceError,
  SortDirection,
  WellKnownFolderName,
  type ExchangeService,
} from 'ews-javascript-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { outsideService } from './outsideClient.ts';
import { startTestServer } from './rawClient.ts';

describe('ews-javascript-api against the demo server', () => {
  let server: DemoServer;
  let service: ExchangeService;
  beforeEach(async () => {
    server = await startTestServer();
    service = outsideService(server);
  });
  afterEach(() => server.close());

  const inbox = () => new FolderId(WellKnownFolderName.Inbox);
  const inboxOf = async (username: string, subject: string) => {
    const found = await outsideService(server, username).FindItems(inbox(), new SearchFilter.IsEqualTo(ItemSchema.Subject, subject), new ItemView(10));
    return found.Items;
  };

  it('binds folders and finds subfolders', async () => {
    const folder = await Folder.Bind(service, WellKnownFolderName.Inbox);
    expect([folder.DisplayName, folder.UnreadCount, folder.ChildFolderCount]).toEqual(['Inbox', 6, 2]);
    const view = new FolderView(50);
    view.Traversal = FolderTraversal.Deep;
    const all = await service.FindFolders(new FolderId(WellKnownFolderName.MsgFolderRoot), view);
    expect(all.Folders.map((one) => one.DisplayName)).toEqual(expect.arrayContaining(['Inbox', 'Done', 'Help desk', 'Archive', 'Calendar', 'Tasks']));
    const filtered = new SearchFilter.IsEqualTo(FolderSchema.DisplayName, 'Done');
    expect((await service.FindFolders(new FolderId(WellKnownFolderName.Inbox), filtered, new FolderView(10))).Folders).toHaveLength(1);
  });

  it('sends a message with an attachment, which arrives once', async () => {
    const message = new EmailMessage(service);
    message.Subject = 'Report of the week';
    message.Body = new MessageBody(BodyType.Text, 'See the file.');
    message.ToRecipients.Add('ana@contoso.test');
    message.CcRecipients.Add('li@contoso.test');
    message.Attachments.AddFileAttachment('week.txt', Buffer.from('all good').toString('base64'));
    await message.SendAndSaveCopy();

    const arrived = await inboxOf('ana', 'Report of the week');
    expect(arrived).toHaveLength(1);
    const item = arrived[0];
    if (item === undefined) throw new Error('Nothing arrived.');
    await item.Load(new PropertySet(BasePropertySet.FirstClassProperties));
    expect([item.HasAttachments, item.Attachments.Count]).toEqual([true, 1]);
    const file = item.Attachments._getItem(0);
    if (!(file instanceof FileAttachment)) throw new Error('Not a file.');
    await file.Load();
    expect(Buffer.from(file.Base64Content, 'base64').toString()).toBe('all good');
    expect(await inboxOf('li', 'Report of the week')).toHaveLength(1);
    expect(
      (await service.FindItems(WellKnownFolderName.SentItems, new SearchFilter.IsEqualTo(ItemSchema.Subject, 'Report of the week'), new ItemView(10)))
        .TotalCount,
    ).toBe(1);
    expect((await service.FindItems(WellKnownFolderName.Drafts, new ItemView(10))).TotalCount).toBe(2);
  });

  it('saves a draft, adds an attachment, changes it and sends it', async () => {
    const draft = new EmailMessage(service);
    draft.Subject = 'Draft';
    draft.ToRecipients.Add('priya@contoso.test');
    await draft.Save();
    const firstKey = draft.Id.ChangeKey;
    draft.Attachments.AddFileAttachment('a.txt', Buffer.from('a').toString('base64'));
    draft.Subject = 'Draft, changed';
    await draft.Update(ConflictResolutionMode.AutoResolve);
    expect(draft.Id.ChangeKey).not.toBe(firstKey);
    await draft.Load();
    await draft.SendAndSaveCopy();
    const [arrived] = await inboxOf('priya', 'Draft, changed');
    expect(arrived?.HasAttachments).toBe(true);
    await expect(EmailMessage.Bind(service, draft.Id)).rejects.toMatchObject({ ErrorCode: ServiceError.ErrorItemNotFound });
  });

  it('pages through a folder in a stable order', async () => {
    const subjects: string[] = [];
    let offset = 0;
    for (let more = true; more;) {
      const view = new ItemView(7, offset);
      view.PropertySet = new PropertySet(BasePropertySet.IdOnly, [ItemSchema.Subject, ItemSchema.DateTimeReceived]);
      view.OrderBy.Add(ItemSchema.DateTimeReceived, SortDirection.Ascending);
      const page = await service.FindItems(inbox(), view);
      subjects.push(...page.Items.map((item) => item.Subject));
      more = page.MoreAvailable;
      offset = page.NextPageOffset;
      expect(page.TotalCount).toBe(40);
    }
    expect(subjects).toHaveLength(40);
  });

  it('filters with every kind of condition', async () => {
    const count = async (filter: SearchFilter) => (await service.FindItems(inbox(), filter, new ItemView(100))).TotalCount;
    const helpDesk = new SearchFilter.ContainsSubstring(ItemSchema.Subject, '[HD]', ContainmentMode.Substring, ComparisonMode.Exact);
    const unread = new SearchFilter.IsEqualTo(EmailMessageSchema.IsRead, false);
    expect(await count(helpDesk)).toBeGreaterThan(6);
    expect(await count(unread)).toBe(6);
    expect(await count(new SearchFilter.SearchFilterCollection(LogicalOperator.And, [helpDesk, unread]))).toBe(6);
    expect(await count(new SearchFilter.SearchFilterCollection(LogicalOperator.Or, [helpDesk, unread]))).toBe(await count(helpDesk));
    expect(await count(new SearchFilter.Not(unread))).toBe(34);
    expect(await count(new SearchFilter.IsNotEqualTo(EmailMessageSchema.IsRead, false))).toBe(34);
    const since = new DateTime('2026-11-22T00:00:00Z');
    const newer = await count(new SearchFilter.IsGreaterThanOrEqualTo(ItemSchema.DateTimeReceived, since));
    expect(newer + (await count(new SearchFilter.IsLessThan(ItemSchema.DateTimeReceived, since)))).toBe(40);
    expect(await count(new SearchFilter.Exists(ItemSchema.Categories))).toBeGreaterThan(5);
    const lower = (comparison: ComparisonMode) => new SearchFilter.ContainsSubstring(ItemSchema.Subject, '[hd]', ContainmentMode.Prefixed, comparison);
    expect([await count(lower(ComparisonMode.Exact)), await count(lower(ComparisonMode.IgnoreCase))]).toEqual([0, await count(helpDesk)]);
  });

  it('reads, replies, forwards, copies, moves and deletes', async () => {
    const [found] = (await service.FindItems(inbox(), new SearchFilter.IsEqualTo(EmailMessageSchema.IsRead, false), new ItemView(1))).Items;
    if (found === undefined) throw new Error('No unread mail.');
    const message = await EmailMessage.Bind(service, found.Id);
    const username = message.From.Address.split('@')[0] ?? '';
    await message.Reply(new MessageBody(BodyType.Text, 'We look into it.'), false);
    const [answer] = await inboxOf(username, `RE: ${message.Subject}`);
    if (answer === undefined) throw new Error('No answer arrived.');
    const text = new PropertySet(BasePropertySet.FirstClassProperties);
    text.RequestedBodyType = BodyType.Text;
    await answer.Load(text);
    expect(answer.Body.Text).toMatch(/^We look into it\./);
    expect(answer.Body.Text).toContain('From: ');

    await message.Forward(new MessageBody(BodyType.Text, 'For you.'), [new EmailAddress('marek@contoso.test')]);
    expect(await inboxOf('marek', `FW: ${message.Subject}`)).toHaveLength(1);

    const [done] = (await service.FindFolders(inbox(), new SearchFilter.IsEqualTo(FolderSchema.DisplayName, 'Done'), new FolderView(10))).Folders;
    if (done === undefined) throw new Error('No folder Done.');
    const copy = await message.Copy(done.Id);
    const moved = await message.Move(done.Id);
    expect(new Set([copy.Id.UniqueId, moved.Id.UniqueId, message.Id.UniqueId]).size).toBe(3);
    await expect(EmailMessage.Bind(service, message.Id)).rejects.toMatchObject({ ErrorCode: ServiceError.ErrorItemNotFound });
    expect((await service.FindItems(done.Id, new ItemView(10))).TotalCount).toBe(5);
  });

  it('keeps flags, categories and versions', async () => {
    const [found] = (await service.FindItems(inbox(), new ItemView(1))).Items;
    if (found === undefined) throw new Error('The inbox is empty.');
    const [mine, other] = [await EmailMessage.Bind(service, found.Id), await EmailMessage.Bind(service, found.Id)];
    mine.Categories.Add('Seen');
    await mine.Update(ConflictResolutionMode.NeverOverwrite);
    other.Categories.Add('Late');
    await expect(other.Update(ConflictResolutionMode.NeverOverwrite)).rejects.toMatchObject({ ErrorCode: ServiceError.ErrorIrresolvableConflict });
    await expect(other.Update(ConflictResolutionMode.AutoResolve)).rejects.toMatchObject({ ErrorCode: ServiceError.ErrorIrresolvableConflict });
    other.IsRead = !other.IsRead;
    await other.Update(ConflictResolutionMode.AlwaysOverwrite);
  });

  it('finds names', async () => {
    const one = await service.ResolveName('ana', ResolveNameSearchLocation.DirectoryOnly, true);
    expect([one.Count, one._getItem(0).Mailbox.Address]).toEqual([1, 'ana@contoso.test']);
    expect((await service.ResolveName('nobody at all')).Count).toBe(0);
    expect((await service.ResolveName('contoso')).Count).toBe(0);
  });

  it('deletes in three ways', async () => {
    const ids = (await service.FindItems(inbox(), new ItemView(3))).Items.map((item) => item.Id);
    const total = async (folder: WellKnownFolderName) => (await Folder.Bind(service, folder)).TotalCount;
    for (const [index, mode] of [DeleteMode.MoveToDeletedItems, DeleteMode.SoftDelete, DeleteMode.HardDelete].entries()) {
      const item = await Item.Bind(service, ids[index] ?? new ItemId(''));
      await item.Delete(mode);
      await expect(Item.Bind(service, item.Id)).rejects.toMatchObject({ ErrorCode: ServiceError.ErrorItemNotFound });
    }
    expect([
      await total(WellKnownFolderName.Inbox),
      await total(WellKnownFolderName.DeletedItems),
      await total(WellKnownFolderName.RecoverableItemsDeletions),
    ]).toEqual([37, 1, 1]);
  });
});
