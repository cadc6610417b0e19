import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { propertyTables } from '../../../electron/demo/properties/propertyTable.ts';
import type { Property } from '../../../electron/demo/properties/property.ts';
import { call, every, first, startTestServer } from './rawClient.ts';
import { attendees, getItems, set, unset, updateItem } from './requests.ts';

const mailbox = (address: string, name = address) =>
  `<t:Mailbox><t:Name>${name}</t:Name><t:EmailAddress>${address}</t:EmailAddress><t:RoutingType>SMTP</t:RoutingType></t:Mailbox>`;
const recipients = mailbox('ana@contoso.test', 'Ana Costa') + mailbox('x@fabrikam.test', 'X');
const repeated = (start: string) =>
  `<t:WeeklyRecurrence><t:Interval>2</t:Interval><t:DaysOfWeek>Monday Friday</t:DaysOfWeek><t:FirstDayOfWeek>Monday</t:FirstDayOfWeek></t:WeeklyRecurrence><t:NumberedRecurrence><t:StartDate>${start}</t:StartDate><t:NumberOfOccurrences>3</t:NumberOfOccurrences></t:NumberedRecurrence>`;

/** A value for properties whose type does not say enough: as it is sent, and how it comes back where that differs. */
const values: Readonly<Record<string, string>> = {
  'item:ItemClass': 'IPM.Own',
  'item:Sensitivity': 'Private',
  'item:Importance': 'High',
  'item:Culture': 'nb-NO',
  'item:Flag': '<t:FlagStatus>Flagged</t:FlagStatus>',
  'message:ToRecipients': recipients,
  'message:CcRecipients': recipients,
  'message:BccRecipients': recipients,
  'message:ReplyTo': recipients,
  'message:From': mailbox('support@contoso.test', 'Support'),
  'message:Sender': mailbox('support@contoso.test', 'Support'),
  'calendar:Start': '2027-02-01T09:00:00Z',
  'calendar:End': '2027-02-01T10:00:00Z',
  'calendar:LegacyFreeBusyStatus': 'OOF',
  'calendar:Recurrence': repeated('2027-02-01'),
  'calendar:ConferenceType': '2',
  'contacts:FileAsMapping': 'None',
  'contacts:EmailAddresses': '<t:Entry Key="EmailAddress1">a@b.test</t:Entry><t:Entry Key="EmailAddress2">c@d.test</t:Entry>',
  'contacts:PhysicalAddresses': '<t:Entry Key="Business"><t:Street>1 Main St</t:Street><t:City>Oslo</t:City></t:Entry>',
  'contacts:PhoneNumbers': '<t:Entry Key="MobilePhone">+47 1</t:Entry>',
  'contacts:ImAddresses': '<t:Entry Key="ImAddress1">im</t:Entry>',
  'contacts:PostalAddressIndex': 'Business',
  'task:Recurrence': repeated('2027-02-01'),
  'task:Status': 'WaitingOnOthers',
  'task:PercentComplete': '40',
};
const byType: Readonly<Record<string, string>> = {
  string: 'a &amp; b &lt;c&gt;',
  boolean: 'true',
  int: '7',
  double: '7',
  dateTime: '2027-02-01T09:00:00Z',
  date: '2027-02-01T00:00:00Z',
  strings: '<t:String>One</t:String><t:String>Two, three</t:String>',
};
/** Covered by tests of their own, because the server makes something else of them. */
const elsewhere = new Set([
  'calendar:RequiredAttendees',
  'calendar:OptionalAttendees',
  'calendar:Resources',
  'calendar:MeetingTimeZone',
  'calendar:StartTimeZone',
  'calendar:EndTimeZone',
  'calendar:EnhancedLocation',
  'distributionlist:Members',
  'task:CompleteDate',
  'calendar:IsAllDayEvent',
  'contacts:Notes',
  'item:MimeContent',
]);

type Kind = 'Message' | 'CalendarItem' | 'Contact' | 'DistributionList' | 'Task';
const kinds: readonly Kind[] = ['Message', 'CalendarItem', 'Contact', 'DistributionList', 'Task'];

function valueOf(property: Property): string | undefined {
  if (property.type === 'body') return undefined;
  return values[property.uri] ?? byType[property.type];
}

const cases = kinds.flatMap((kind) =>
  propertyTables[kind].all
    .filter(({ traits, uri }) => !traits.has('readOnly') && !traits.has('computed') && !elsewhere.has(uri))
    .flatMap((property) => {
      const value = valueOf(property);
      return value === undefined ? [] : [{ kind, property, value, uri: property.uri }];
    }),
);

describe('properties of items', () => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const create = async (kind: string, content: string) => {
    const answer = await call(
      server,
      `<m:CreateItem MessageDisposition="SaveOnly" SendMeetingInvitations="SendToNone"><m:Items><t:${kind}>${content}</t:${kind}></m:Items></m:CreateItem>`,
    );
    expect(answer).toContain('NoError');
    return first(answer, /ItemId Id="([^"]+)"/);
  };
  const read = async (id: string, uri = 'item:Subject') =>
    call(server, getItems([id], `<t:AdditionalProperties><t:FieldURI FieldURI="${uri}"/></t:AdditionalProperties>`));
  const update = async (id: string, ...changes: string[]) => {
    const answers = every(await call(server, updateItem(id, changes.join(''))), /<m:ResponseCode>(\w+)/g);
    return answers[0] ?? '';
  };
  const text = async (id: string, name: string) => first(await read(id), new RegExp(`<t:${name}>([^<]*)`));

  it.each(cases)('keeps $uri of a new $kind', async ({ kind, property, value }) => {
    const content = `<t:${property.name}>${value}</t:${property.name}>`;
    // An end needs a start before it.
    const start = property.name === 'End' || property.name === 'Recurrence' ? '<t:Start>2027-02-01T09:00:00Z</t:Start>' : '';
    const id = await create(kind, `${kind === 'CalendarItem' ? start : ''}${content}`);
    expect(await read(id, property.uri)).toContain(property.name === 'Start' ? '2027-02-01T09:00:00Z' : content);
  });

  it.each(cases.filter(({ property }) => !property.traits.has('createOnly')))(
    'changes $uri of a $kind, and nothing else',
    async ({ kind, property, value }) => {
      const id = await create(
        kind,
        `<t:Categories><t:String>Stays</t:String></t:Categories>${kind === 'CalendarItem' ? '<t:Start>2027-02-01T08:00:00Z</t:Start><t:End>2027-02-01T09:30:00Z</t:End>' : ''}`,
      );
      const content = `<t:${property.name}>${value}</t:${property.name}>`;
      expect(await update(id, set(property.uri, kind, content))).toBe('NoError');
      const item = await read(id, property.uri);
      expect(item).toContain(content);
      const categories = property.name === 'Categories' ? value : '<t:String>Stays</t:String>';
      expect(item).toContain(`<t:Categories>${categories}</t:Categories>`);
      expect(await update(id, unset(property.uri))).toBe(property.traits.has('fixed') ? 'ErrorInvalidPropertyDelete' : 'NoError');
    },
  );

  it('converts bodies, and appends to them', async () => {
    const id = await create('Message', '<t:Body BodyType="HTML">&lt;p&gt;a&lt;/p&gt;</t:Body>');
    await call(
      server,
      updateItem(
        id,
        '<t:AppendToItemField><t:FieldURI FieldURI="item:Body"/><t:Message><t:Body BodyType="HTML">&lt;p&gt;b&lt;/p&gt;</t:Body></t:Message></t:AppendToItemField>',
      ),
    );
    expect(first(await call(server, getItems([id], '<t:BodyType>Text</t:BodyType>')), /BodyType="Text">([^<]*)/).replace(/&#xD;|\s/g, '')).toBe('ab');
    expect(
      await call(
        server,
        updateItem(id, '<t:AppendToItemField><t:FieldURI FieldURI="item:Subject"/><t:Message><t:Subject>x</t:Subject></t:Message></t:AppendToItemField>'),
      ),
    ).toContain('ErrorInvalidPropertyAppend');
  });

  it('reaches into the dictionaries of contacts', async () => {
    const id = await create('Contact', '<t:GivenName>Ada</t:GivenName><t:Surname>Lovelace</t:Surname>');
    const indexed = (uri: string, index: string) => `<t:IndexedFieldURI FieldURI="${uri}" FieldIndex="${index}"/>`;
    const change = (uri: string, index: string, content: string) => `<t:SetItemField>${indexed(uri, index)}<t:Contact>${content}</t:Contact></t:SetItemField>`;
    await update(
      id,
      change('contacts:EmailAddress', 'EmailAddress2', '<t:EmailAddresses><t:Entry Key="EmailAddress2">ada@x.test</t:Entry></t:EmailAddresses>'),
      change('contacts:PhoneNumber', 'MobilePhone', '<t:PhoneNumbers><t:Entry Key="MobilePhone">1</t:Entry></t:PhoneNumbers>'),
      change('contacts:PhysicalAddress:City', 'Home', '<t:PhysicalAddresses><t:Entry Key="Home"><t:City>Oslo</t:City></t:Entry></t:PhysicalAddresses>'),
      change('contacts:PhysicalAddress:Street', 'Home', '<t:PhysicalAddresses><t:Entry Key="Home"><t:Street>Way 1</t:Street></t:Entry></t:PhysicalAddresses>'),
    );
    const item = await read(id);
    expect(item).toContain('<t:Entry Key="EmailAddress2">ada@x.test</t:Entry>');
    expect(item).toContain('<t:Entry Key="Home"><t:Street>Way 1</t:Street><t:City>Oslo</t:City></t:Entry>');
    expect(item).toContain('<t:DisplayName>Ada Lovelace</t:DisplayName>');
    await update(id, `<t:DeleteItemField>${indexed('contacts:PhoneNumber', 'MobilePhone')}</t:DeleteItemField>`);
    expect(await read(id)).not.toContain('MobilePhone');
  });

  it('keeps the members of a contact group, all or one by one', async () => {
    const members = (...addresses: string[]) =>
      `<t:Members>${addresses.map((one) => `<t:Member><t:Mailbox><t:EmailAddress>${one}</t:EmailAddress></t:Mailbox></t:Member>`).join('')}</t:Members>`;
    const id = await create('DistributionList', `<t:DisplayName>Night shift</t:DisplayName>${members('ana@contoso.test', 'x@fabrikam.test')}`);
    const item = await read(id);
    expect(item).toContain('<t:Subject>Night shift</t:Subject>');
    expect(every(item, /EmailAddress>([^<]+)/g)).toEqual(['ana@contoso.test', 'x@fabrikam.test']);
    expect(item).toContain('<t:Name>Ana Costa</t:Name>');
    await update(
      id,
      set('distributionlist:Members', 'DistributionList', members('li@contoso.test')),
      set('contacts:DisplayName', 'DistributionList', '<t:DisplayName>Day shift</t:DisplayName>'),
    );
    await call(
      server,
      updateItem(
        id,
        `<t:AppendToItemField><t:FieldURI FieldURI="distributionlist:Members"/><t:DistributionList>${members('marek@contoso.test')}</t:DistributionList></t:AppendToItemField>`,
      ),
    );
    const changed = await read(id);
    expect([first(changed, /Subject>([^<]+)/), every(changed, /EmailAddress>([^<]+)/g)]).toEqual(['Day shift', ['li@contoso.test', 'marek@contoso.test']]);
    const key = first(changed, /Member Key="([^"]+)"/);
    await update(id, `<t:DeleteItemField><t:IndexedFieldURI FieldURI="distributionlist:Members:Member" FieldIndex="${key}"/></t:DeleteItemField>`);
    expect(every(await read(id), /EmailAddress>([^<]+)/g)).toEqual(['marek@contoso.test']);
  });

  it.each([
    ['Completed', [], ['Completed', '100', 'true', '2026-11-23T00:00:00Z']],
    ['Completed', [['Status', 'InProgress']], ['InProgress', '0', 'false', '']],
    ['NotStarted', [['PercentComplete', '100']], ['Completed', '100', 'true', '2026-11-23T00:00:00Z']],
    ['NotStarted', [['PercentComplete', '30']], ['InProgress', '30', 'false', '']],
    ['Completed', [['PercentComplete', '50']], ['InProgress', '50', 'false', '']],
    ['Completed', [['PercentComplete', '0']], ['NotStarted', '0', 'false', '']],
    ['NotStarted', [['CompleteDate', '2026-11-20T00:00:00Z']], ['Completed', '100', 'true', '2026-11-20T00:00:00Z']],
    [
      'NotStarted',
      [
        ['PercentComplete', '100'],
        ['Status', 'Deferred'],
      ],
      ['Deferred', '0', 'false', ''],
    ],
    [
      'InProgress',
      [
        ['Status', 'NotStarted'],
        ['PercentComplete', '100'],
      ],
      ['Completed', '100', 'true', '2026-11-23T00:00:00Z'],
    ],
  ] as const)('takes a task from %s by %j to %j', async (status, changes, expected) => {
    const id = await create('Task', `<t:Status>${status}</t:Status>`);
    if (changes.length > 0) await update(id, ...changes.map(([name, value]) => set(`task:${name}`, 'Task', `<t:${name}>${value}</t:${name}>`)));
    expect([await text(id, 'Status'), await text(id, 'PercentComplete'), await text(id, 'IsComplete'), await text(id, 'CompleteDate')]).toEqual(expected);
  });

  it('keeps the days of tasks and counts their changes', async () => {
    const id = await create('Task', `<t:DueDate>2027-05-04T15:30:00Z</t:DueDate><t:Recurrence>${repeated('2027-05-03')}</t:Recurrence>`);
    await update(id, set('task:Mileage', 'Task', '<t:Mileage>12</t:Mileage>'));
    expect([await text(id, 'DueDate'), await text(id, 'ChangeCount'), await text(id, 'IsRecurring')]).toEqual(['2027-05-04T00:00:00Z', '2', 'true']);
  });

  it('takes attendees, and makes a meeting of an appointment and back', async () => {
    const id = await create('CalendarItem', attendees('Resources', 'ana@contoso.test'));
    expect(await text(id, 'IsMeeting')).toBe('true');
    await update(id, unset('calendar:Resources'));
    expect(await text(id, 'IsMeeting')).toBe('false');
  });

  it.each([
    ['ErrorInvalidPropertySet', 'task:IsComplete', 'Task', '<t:IsComplete>true</t:IsComplete>'],
    ['ErrorInvalidPropertySet', 'item:Size', 'Task', '<t:Size>3</t:Size>'],
    ['ErrorInvalidPropertySet', 'message:Sender', 'Message', `<t:Sender>${mailbox('support@contoso.test')}</t:Sender>`],
    ['ErrorInvalidPropertyRequest', 'calendar:Location', 'Message', '<t:Location>x</t:Location>'],
    ['ErrorCalendarEndDateIsEarlierThanStartDate', 'calendar:End', 'CalendarItem', '<t:End>2001-01-01T00:00:00Z</t:End>'],
  ] as const)('answers %s for %s of a %s', async (code, uri, kind, content) => {
    const id = await create(kind, '');
    const item = uri.startsWith('calendar:Location') ? `<t:CalendarItem>${content}</t:CalendarItem>` : `<t:${kind}>${content}</t:${kind}>`;
    const answer = await update(id, `<t:SetItemField><t:FieldURI FieldURI="${uri}"/>${item}</t:SetItemField>`);
    expect(uri === 'calendar:Location' ? ['ErrorInvalidPropertyRequest', 'ErrorObjectTypeChanged'] : [code]).toContain(answer);
  });

  it('leaves a sent message as it was sent, but for its marks', async () => {
    const [id = ''] = every(
      await call(
        server,
        '<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape><m:ParentFolderIds><t:DistinguishedFolderId Id="inbox"/></m:ParentFolderIds></m:FindItem>',
      ),
      /ItemId Id="([^"]+)"/g,
    );
    for (const property of propertyTables.Message.all.filter(({ traits }) => traits.has('draftOnly') && traits.has('append')))
      expect(await update(id, set(property.uri, 'Message', `<t:${property.name}>${recipients}</t:${property.name}>`))).toBe(
        'ErrorInvalidPropertyUpdateSentMessage',
      );
    expect(
      await update(id, set('message:IsRead', 'Message', '<t:IsRead>true</t:IsRead>'), set('item:Importance', 'Message', '<t:Importance>Low</t:Importance>')),
    ).toBe('NoError');
  });

  it('creates items only where they belong', async () => {
    const into = (folder: string, item: string) =>
      `<m:CreateItem MessageDisposition="SaveOnly" SendMeetingInvitations="SendToNone"><m:SavedItemFolderId><t:DistinguishedFolderId Id="${folder}"/></m:SavedItemFolderId><m:Items>${item}</m:Items></m:CreateItem>`;
    expect(await call(server, into('inbox', '<t:CalendarItem/>'))).toContain('ErrorCannotCreateCalendarItemInNonCalendarFolder');
    expect(await call(server, into('inbox', '<t:Contact/>'))).toContain('ErrorCannotCreateContactInNonContactFolder');
    expect(await call(server, into('calendar', '<t:Task/>'))).toContain('ErrorCannotCreateTaskInNonTaskFolder');
  });
});
