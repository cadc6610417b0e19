import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { call, every, first, startTestServer } from './rawClient.ts';
import { findIn, saveItem } from './requests.ts';

const equal = (path: string, value: string) =>
  `<m:Restriction><t:IsEqualTo>${path}<t:FieldURIOrConstant><t:Constant Value="${value}"/></t:FieldURIOrConstant></t:IsEqualTo></m:Restriction>`;
const field = (uri: string) => `<t:FieldURI FieldURI="${uri}"/>`;
const own = '<t:ExtendedFieldURI PropertySetId="c11ff724-aa03-4555-9952-8fa248a11c3e" PropertyName="Ticket" PropertyType="Integer"/>';

describe('searches of every kind of item', () => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await startTestServer();
    for (const number of [3, 12])
      await call(
        server,
        saveItem(`<t:Task><t:Subject>Ticket ${number}</t:Subject><t:ExtendedProperty>${own}<t:Value>${number}</t:Value></t:ExtendedProperty></t:Task>`),
      );
  });
  afterAll(() => server.close());

  const subjects = async (folder: string, parts: Parameters<typeof findIn>[1]) => every(await call(server, findIn(folder, parts)), /<t:Subject>([^<]*)/g);

  it.each([
    [
      'a phone number of a contact',
      'contacts',
      equal('<t:IndexedFieldURI FieldURI="contacts:PhoneNumber" FieldIndex="MobilePhone"/>', '+47 900 00 417'),
      ['Ken Sato'],
    ],
    [
      'an address of a contact',
      'contacts',
      equal('<t:IndexedFieldURI FieldURI="contacts:EmailAddress" FieldIndex="EmailAddress1"/>', 'LEA.MOREAU@ADATUM.TEST'),
      ['Léa Moreau'],
    ],
    [
      'the city of a contact',
      'contacts',
      equal('<t:IndexedFieldURI FieldURI="contacts:PhysicalAddress:City" FieldIndex="Business"/>', 'Bergen'),
      ['Ingrid Solberg'],
    ],
    ['the name of a group', 'contacts', equal(field('contacts:DisplayName'), 'Key users'), ['Key users']],
    [
      'an extended property as the number it is',
      'tasks',
      `<m:Restriction><t:IsGreaterThan>${own}<t:FieldURIOrConstant><t:Constant Value="4"/></t:FieldURIOrConstant></t:IsGreaterThan></m:Restriction>`,
      ['Ticket 12'],
    ],
    ['items that have an extended property', 'tasks', `<m:Restriction><t:Exists>${own}</t:Exists></m:Restriction>`, ['Ticket 12', 'Ticket 3']],
    ['the day a task is due', 'tasks', equal(field('task:DueDate'), '2026-12-05T00:00:00Z'), ['Renew the certificate of mail.contoso.test']],
    ['the place of an appointment', 'calendar', equal(field('calendar:Location'), 'room oslo'), ['Budget of next year']],
    ['who organizes', 'calendar', equal(field('calendar:Organizer'), 'li@contoso.test'), ['Budget of next year']],
  ])('finds %s', async (_what, folder, restriction, expected) => {
    expect((await subjects(folder, { restriction })).toSorted()).toEqual(expected);
  });

  it('sorts by an extended property', async () => {
    const sort = `<m:SortOrder><t:FieldOrder Order="Descending">${own}</t:FieldOrder></m:SortOrder>`;
    expect((await subjects('tasks', { sort })).slice(0, 2)).toEqual(['Ticket 12', 'Ticket 3']);
  });

  it.each([
    'calendar:AllowNewTimeProposal',
    'calendar:AppointmentSequenceNumber',
    'calendar:IsResponseRequested',
    'calendar:UID',
    'calendar:RequiredAttendees',
    'task:Status',
    'task:PercentComplete',
    'item:ReminderDueBy',
    'item:ItemId',
    'distributionlist:Members',
    'message:ReplyTo',
  ])('refuses %s, as Exchange does', async (uri) => {
    expect(await call(server, findIn('inbox', { restriction: equal(field(uri), 'x') }))).toContain('ErrorUnsupportedPathForQuery');
  });

  it.each([
    ['subject:printer', 2],
    ['subject:"label printer"', 1],
    ['subject:prin*', 2],
    ['from:monitoring', 6],
    ['from:monitoring AND NOT subject:alert', 3],
    ['(from:sofia OR from:marek) subject:"[HD]"', 5],
    ['importance:high', 6],
    ['hasattachment:true', 7],
    ['isread:no', 6],
    ['received:>=2026-11-22', 11],
    ['received:2026-11-01..2026-11-21', 27],
    ['umlauts', 1],
    ['nothing of the kind', 0],
  ])('understands the query %s', async (query, count) => {
    const found = await subjects('inbox', { query: `<m:QueryString>${query}</m:QueryString>` });
    expect(found).toHaveLength(count);
  });

  it('refuses a query that is broken, or stands beside a restriction', async () => {
    expect(await call(server, findIn('inbox', { query: '<m:QueryString>(subject:x</m:QueryString>' }))).toContain('ErrorInvalidRequest');
    const both = findIn('inbox', { restriction: equal(field('message:IsRead'), 'true'), query: '<m:QueryString>x</m:QueryString>' });
    expect(await call(server, both)).toContain('ErrorInvalidRequest');
  });

  it('groups by a property, and by conversation', async () => {
    const groupBy =
      '<m:GroupBy Order="Descending"><t:FieldURI FieldURI="item:Importance"/><t:AggregateOn Aggregate="Maximum"><t:FieldURI FieldURI="item:DateTimeReceived"/></t:AggregateOn></m:GroupBy>';
    const answer = await call(server, findIn('inbox', { view: groupBy }));
    expect(every(answer, /<t:GroupIndex>([^<]*)/g).toSorted()).toEqual(['High', 'Low', 'Normal']);
    expect(every(answer, /<t:(Message)>/g)).toHaveLength(40);
    expect(
      await call(
        server,
        findIn('inbox', {
          view: '<m:DistinguishedGroupBy Order="Descending"><t:StandardGroupBy>ConversationTopic</t:StandardGroupBy></m:DistinguishedGroupBy>',
        }),
      ),
    ).toContain('<t:GroupIndex>');
  });

  it('creates, empties and deletes folders, and tells of it', async () => {
    const sync = (state: string) =>
      `<m:SyncFolderHierarchy><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape>${state === '' ? '' : `<m:SyncState>${state}</m:SyncState>`}</m:SyncFolderHierarchy>`;
    const stateOf = (answer: string) => first(answer, /<m:SyncState>([^<]+)/);
    const create = (parent: string, folder: string) =>
      `<m:CreateFolder><m:ParentFolderId><t:DistinguishedFolderId Id="${parent}"/></m:ParentFolderId><m:Folders>${folder}</m:Folders></m:CreateFolder>`;
    let state = stateOf(await call(server, sync('')));
    const created = await call(server, create('inbox', '<t:Folder><t:DisplayName>Projects</t:DisplayName></t:Folder>'));
    const id = first(created, /FolderId Id="([^"]+)"/);
    expect(await call(server, create('inbox', '<t:Folder><t:DisplayName>Projects</t:DisplayName></t:Folder>'))).toContain('ErrorFolderExists');
    expect(await call(server, create('calendar', '<t:Folder><t:DisplayName>Team</t:DisplayName></t:Folder>'))).toContain('<t:CalendarFolder>');
    let changes = await call(server, sync(state));
    expect(every(changes, /<t:(Create|Update|Delete)>/g)).toEqual(['Create', 'Create']);
    state = stateOf(changes);
    await call(
      server,
      `<m:CreateItem MessageDisposition="SaveOnly"><m:SavedItemFolderId><t:FolderId Id="${id}"/></m:SavedItemFolderId><m:Items><t:Message><t:Subject>x</t:Subject></t:Message></m:Items></m:CreateItem>`,
    );
    const remove = (target: string, mode = 'HardDelete') => `<m:DeleteFolder DeleteType="${mode}"><m:FolderIds>${target}</m:FolderIds></m:DeleteFolder>`;
    expect(
      await call(
        server,
        `<m:EmptyFolder DeleteType="MoveToDeletedItems" DeleteSubFolders="true"><m:FolderIds><t:FolderId Id="${id}"/></m:FolderIds></m:EmptyFolder>`,
      ),
    ).toContain('NoError');
    expect(await subjects('deleteditems', {})).toEqual(['x']);
    expect(await call(server, remove(`<t:FolderId Id="${id}"/>`))).toContain('NoError');
    expect(await call(server, remove('<t:DistinguishedFolderId Id="inbox"/>'))).toContain('ErrorDeleteDistinguishedFolder');
    changes = await call(server, sync(state));
    expect(every(changes, /<t:(Create|Update|Delete)>/g)).toEqual(['Delete']);
  });

  it('leaves out of a synchronisation what the client asks it to ignore', async () => {
    const request = (more: string) =>
      `<m:SyncFolderItems><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape><m:SyncFolderId><t:DistinguishedFolderId Id="tasks"/></m:SyncFolderId>${more}<m:MaxChangesReturned>512</m:MaxChangesReturned></m:SyncFolderItems>`;
    const ids = every(await call(server, request('')), /ItemId Id="([^"]+)"/g);
    expect(every(await call(server, request(`<m:Ignore><t:ItemId Id="${ids[0] ?? ''}"/></m:Ignore>`)), /ItemId Id="([^"]+)"/g)).toEqual(ids.slice(1));
  });
});
