import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { call, every, first, startTestServer } from './rawClient.ts';

const view = (
  start: string,
  end: string,
  folder = 'calendar',
  more = '',
) => `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>Default</t:BaseShape></m:ItemShape><m:CalendarView ${more}StartDate="${start}" EndDate="${end}"/>
<m:ParentFolderIds><t:DistinguishedFolderId Id="${folder}"/></m:ParentFolderIds></m:FindItem>`;
const sync = (state = '', most = 512, folder = 'inbox') =>
  `<m:SyncFolderItems><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape><m:SyncFolderId><t:DistinguishedFolderId Id="${folder}"/></m:SyncFolderId>${state === '' ? '' : `<m:SyncState>${state}</m:SyncState>`}<m:MaxChangesReturned>${most}</m:MaxChangesReturned></m:SyncFolderItems>`;
const stateOf = (answer: string) => first(answer, /<m:SyncState>([^<]+)/);
const markRead = (id: string, key: string) =>
  `<m:UpdateItem MessageDisposition="SaveOnly" ConflictResolution="AlwaysOverwrite"><m:ItemChanges><t:ItemChange><t:ItemId Id="${id}" ChangeKey="${key}"/><t:Updates><t:SetItemField><t:FieldURI FieldURI="message:IsRead"/><t:Message><t:IsRead>true</t:IsRead></t:Message></t:SetItemField></t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>`;

describe('calendar views and synchronisation', () => {
  let server: DemoServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  it('expands series into occurrences, sorted by start', async () => {
    const week = await call(server, view('2026-11-23T00:00:00Z', '2026-11-28T00:00:00Z'));
    const starts = every(week, /<t:Start>([^<]+)/g);
    expect(starts).toEqual([...starts].sort());
    expect(every(week, /<t:Subject>(Ticket triage)/g)).toHaveLength(5);
    expect(every(week, /<t:Subject>(Team meeting)/g)).toHaveLength(1);
    expect(week).not.toContain('RecurringMaster');
    const id = first(week, /ItemId Id="([^"]+)"/);
    const read = await call(
      server,
      `<m:GetItem><m:ItemShape><t:BaseShape>AllProperties</t:BaseShape></m:ItemShape><m:ItemIds><t:ItemId Id="${id}"/></m:ItemIds></m:GetItem>`,
    );
    expect(read).toContain('<t:CalendarItemType>Occurrence</t:CalendarItemType>');
    expect(await call(server, view('2026-11-23T00:00:00Z', '2026-11-28T00:00:00Z'))).toBe(week);
  });

  it('leaves out what starts at the end and what ends before the start', async () => {
    expect(every(await call(server, view('2026-11-23T07:00:00Z', '2026-11-23T07:30:00Z')), /<t:Subject>(Ticket)/g)).toHaveLength(0);
    expect(every(await call(server, view('2026-11-23T07:45:00Z', '2026-11-23T08:00:00Z')), /<t:Subject>(Ticket)/g)).toHaveLength(1);
    expect(every(await call(server, view('2026-11-23T07:46:00Z', '2026-11-23T08:00:00Z')), /<t:Subject>(Ticket)/g)).toHaveLength(0);
  });

  it('tells when a view was cut, and refuses impossible ones', async () => {
    expect(await call(server, view('2026-11-23T00:00:00Z', '2026-11-28T00:00:00Z', 'calendar', 'MaxEntriesReturned="2" '))).toContain(
      'IncludesLastItemInRange="false"',
    );
    expect(await call(server, view('2026-11-28T00:00:00Z', '2026-11-23T00:00:00Z'))).toContain('ErrorCalendarEndDateIsEarlierThanStartDate');
    expect(await call(server, view('2024-11-28T00:00:00Z', '2027-11-23T00:00:00Z'))).toContain('ErrorCalendarViewRangeTooBig');
    expect(await call(server, view('2026-11-23T00:00:00Z', '2026-11-28T00:00:00Z', 'inbox'))).toContain('ErrorCalendarFolderIsInvalidForCalendarView');
  });

  it('deletes one occurrence without the others', async () => {
    const range = ['2026-11-23T00:00:00Z', '2026-11-28T00:00:00Z'] as const;
    const id = first(await call(server, view(...range)), /ItemId Id="([^"]+)"[^>]*\/><t:Subject>Ticket/);
    await call(
      server,
      `<m:DeleteItem DeleteType="HardDelete" SendMeetingCancellations="SendToNone"><m:ItemIds><t:ItemId Id="${id}"/></m:ItemIds></m:DeleteItem>`,
    );
    expect(every(await call(server, view(...range)), /<t:Subject>(Ticket)/g)).toHaveLength(4);
  });

  it('tells in pages what is there, then only what changed', async () => {
    const ids: string[] = [];
    let state = '';
    for (let last = false; !last;) {
      const page = await call(server, sync(state, 15));
      ids.push(...every(page, /ItemId Id="([^"]+)"/g));
      state = stateOf(page);
      last = page.includes('<m:IncludesLastItemInRange>true');
    }
    expect(new Set(ids).size).toBe(40);
    expect(await call(server, sync(state))).toContain('<m:Changes/>');

    const unread = await call(
      server,
      '<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape><m:Restriction><t:IsEqualTo><t:FieldURI FieldURI="message:IsRead"/><t:FieldURIOrConstant><t:Constant Value="false"/></t:FieldURIOrConstant></t:IsEqualTo></m:Restriction><m:ParentFolderIds><t:DistinguishedFolderId Id="inbox"/></m:ParentFolderIds></m:FindItem>',
    );
    const [read = '', gone = ''] = every(unread, /ItemId Id="([^"]+)"/g);
    await call(server, markRead(read, first(unread, /ChangeKey="([^"]+)"/)));
    await call(server, `<m:DeleteItem DeleteType="MoveToDeletedItems"><m:ItemIds><t:ItemId Id="${gone}"/></m:ItemIds></m:DeleteItem>`);
    await call(
      server,
      '<m:CreateItem MessageDisposition="SendOnly"><m:Items><t:Message><t:Subject>New</t:Subject><t:ToRecipients><t:Mailbox><t:EmailAddress>helpdesk@contoso.test</t:EmailAddress></t:Mailbox></t:ToRecipients></t:Message></m:Items></m:CreateItem>',
      'ana',
    );
    const changes = await call(server, sync(state));
    expect(every(changes, /<t:(Create|Update|Delete|ReadFlagChange)>/g)).toEqual(['ReadFlagChange', 'Delete', 'Create']);
  });

  it('refuses a state that is not of this folder, or from before a reset', async () => {
    const state = stateOf(await call(server, sync()));
    expect(await call(server, sync(state, 512, 'sentitems'))).toContain('ErrorInvalidSyncStateData');
    expect(await call(server, sync('nonsense'))).toContain('ErrorInvalidSyncStateData');
    server.reset();
    expect(await call(server, sync(state))).toContain('ErrorInvalidSyncStateData');
  });

  it('tells the folders, and converts ids there and back', async () => {
    const folders = await call(server, '<m:SyncFolderHierarchy><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape></m:SyncFolderHierarchy>');
    expect(every(folders, /DisplayName>([^<]+)/g)).toEqual(expect.arrayContaining(['Inbox', 'Done', 'Archive', 'Tasks']));
    const id = first(await call(server, sync()), /ItemId Id="([^"]+)"/);
    const convert = (from: string, to: string, one: string) =>
      `<m:ConvertId DestinationFormat="${to}"><m:SourceIds><t:AlternateId Format="${from}" Id="${one}" Mailbox="helpdesk@contoso.test"/></m:SourceIds></m:ConvertId>`;
    const hex = await call(server, convert('EwsId', 'HexEntryId', id));
    expect(hex).toContain('Mailbox="helpdesk@contoso.test"');
    expect(await call(server, convert('HexEntryId', 'EwsId', first(hex, / Id="([^"]+)"/)))).toContain(` Id="${id}"`);
  });
});
