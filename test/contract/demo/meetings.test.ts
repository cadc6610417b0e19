import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { call, every, first, startTestServer } from './rawClient.ts';
import { attendees, calendarView, createAppointment, findIn, getItems, set, updateItem } from './requests.ts';

const meeting = (mode: string, ...to: string[]) =>
  createAppointment(
    `<t:Subject>Cut-over</t:Subject><t:Body BodyType="Text">Bring the plan.</t:Body><t:Start>2026-12-01T09:00:00Z</t:Start><t:End>2026-12-01T10:00:00Z</t:End><t:Location>Room Oslo</t:Location>${attendees('RequiredAttendees', ...to)}${attendees('OptionalAttendees', 'priya@contoso.test')}`,
    mode,
  );
const idOf = (answer: string) => first(answer, /ItemId Id="([^"]+)"/);
const day = ['2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z'] as const;

describe('meetings of the demo organisation', () => {
  let server: DemoServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  const inboxOf = async (user: string) => call(server, findIn('inbox', { fields: ['item:Subject', 'item:ItemClass'] }), user);
  const read = async (id: string, user = 'helpdesk') => call(server, getItems([id]), user);
  const requestOf = async (user: string) => first(await inboxOf(user), /<t:MeetingRequest><t:ItemId Id="([^"]+)"/);
  const entryOf = async (user: string) =>
    first(await call(server, calendarView(...day), user), /ItemId Id="([^"]+)"[^>]*\/><t:Subject>(?:Canceled: )?Cut-over/);
  const respond = (name: string, id: string, answer: string, disposition = 'SendAndSaveCopy') =>
    `<m:CreateItem MessageDisposition="${disposition}"><m:Items><t:${name}><t:ReferenceItemId Id="${id}" ChangeKey="${first(answer, /ChangeKey="([^"]+)"/)}"/></t:${name}></m:Items></m:CreateItem>`;

  it('keeps a meeting to itself as long as nothing is sent', async () => {
    const own = await read(idOf(await call(server, meeting('SendToNone', 'ana@contoso.test'))));
    expect(own).toContain('<t:IsMeeting>true</t:IsMeeting>');
    expect(own).toContain('<t:MeetingRequestWasSent>false</t:MeetingRequestWasSent>');
    expect(await requestOf('ana')).toBe('');
  });

  it('delivers a request and a tentative entry to everybody invited', async () => {
    const id = idOf(await call(server, meeting('SendToAllAndSaveCopy', 'ana@contoso.test', 'someone@fabrikam.test')));
    for (const user of ['ana', 'priya']) {
      const request = await read(await requestOf(user), user);
      expect(request).toContain('<t:ItemClass>IPM.Schedule.Meeting.Request</t:ItemClass>');
      expect(request).toContain('<t:MeetingRequestType>NewMeetingRequest</t:MeetingRequestType>');
      expect(request).toContain('<t:Location>Room Oslo</t:Location>');
      const entry = await read(first(request, /AssociatedCalendarItemId Id="([^"]+)"/), user);
      for (const part of [
        'MyResponseType>NoResponseReceived',
        'LegacyFreeBusyStatus>Tentative',
        'EmailAddress>helpdesk@contoso.test',
        'IsOrganizer>false',
        'Bring the plan.',
      ])
        expect(entry).toContain(part);
    }
    const own = await read(id);
    expect(own).toContain('<t:MeetingRequestWasSent>true</t:MeetingRequestWasSent>');
    expect(own).toContain('<t:MyResponseType>Organizer</t:MyResponseType>');
    expect(await call(server, findIn('sentitems'))).toContain('<t:MeetingRequest>');
  });

  it.each([
    ['AcceptItem', 'Accepted', 'Accept', 'Busy'],
    ['TentativelyAcceptItem', 'Tentative', 'Tentative', 'Tentative'],
  ])('tells the organizer of %s', async (name, word, response, busy) => {
    const id = idOf(await call(server, meeting('SendOnlyToAll', 'ana@contoso.test')));
    const request = await requestOf('ana');
    expect(await call(server, respond(name, request, await read(request, 'ana')), 'ana')).toMatch(/<t:CalendarItem>.*<t:MeetingRequest>/);
    const entry = await read(await entryOf('ana'), 'ana');
    expect(entry).toContain(`<t:MyResponseType>${response}</t:MyResponseType>`);
    expect(entry).toContain(`<t:LegacyFreeBusyStatus>${busy}</t:LegacyFreeBusyStatus>`);
    expect(entry).toContain('<t:AppointmentReplyTime>2026-11-23T09:30:00Z</t:AppointmentReplyTime>');
    expect(await requestOf('ana')).toBe('');
    expect(await inboxOf('helpdesk')).toContain(`<t:Subject>${word}: Cut-over</t:Subject>`);
    expect(await read(id)).toMatch(
      new RegExp(
        `ana@contoso\\.test</t:EmailAddress><t:RoutingType>SMTP</t:RoutingType></t:Mailbox><t:ResponseType>${response}</t:ResponseType><t:LastResponseTime>`,
      ),
    );
  });

  it('takes a declined meeting out of the calendar', async () => {
    await call(server, meeting('SendOnlyToAll', 'ana@contoso.test'));
    const entry = await entryOf('ana');
    await call(server, respond('DeclineItem', entry, await read(entry, 'ana')), 'ana');
    expect(await entryOf('ana')).toBe('');
    const arrived = first(await inboxOf('helpdesk'), /<t:MeetingResponse><t:ItemId Id="([^"]+)"/);
    expect(await read(arrived)).toContain('<t:ItemClass>IPM.Schedule.Meeting.Resp.Neg</t:ItemClass>');
  });

  it('refuses answers that make no sense', async () => {
    const id = idOf(await call(server, meeting('SendToAllAndSaveCopy', 'ana@contoso.test')));
    expect(await call(server, respond('AcceptItem', id, await read(id)))).toContain('ErrorCalendarIsOrganizerForAccept');
    const entry = await entryOf('ana');
    expect(await call(server, respond('CancelCalendarItem', entry, await read(entry, 'ana')), 'ana')).toContain('ErrorCalendarIsNotOrganizer');
    const [mail = ''] = every(await call(server, findIn('inbox')), /ItemId Id="([^"]+)"/g);
    expect(await call(server, respond('AcceptItem', mail, await read(mail)))).toContain('ErrorInvalidReferenceItem');
    expect(await call(server, updateItem(await requestOf('ana'), set('calendar:Location', 'MeetingRequest', '<t:Location>x</t:Location>')), 'ana')).toContain(
      'ErrorSentMeetingRequestUpdate',
    );
  });

  it('asks everybody again when the time changes, and only informs of the rest', async () => {
    const id = idOf(await call(server, meeting('SendToAllAndSaveCopy', 'ana@contoso.test')));
    const entry = await entryOf('ana');
    await call(server, respond('AcceptItem', entry, await read(entry, 'ana')), 'ana');
    await call(
      server,
      updateItem(id, set('calendar:Location', 'CalendarItem', '<t:Location>Room Bergen</t:Location>'), { invitations: 'SendToAllAndSaveCopy' }),
    );
    expect(await read(await requestOf('ana'), 'ana')).toContain('InformationalUpdate');
    expect(await read(entry, 'ana')).toMatch(/<t:Location>Room Bergen.*<t:MyResponseType>Accept</);
    const later =
      set('calendar:Start', 'CalendarItem', '<t:Start>2026-12-01T12:00:00Z</t:Start>') +
      set('calendar:End', 'CalendarItem', '<t:End>2026-12-01T13:00:00Z</t:End>');
    await call(server, updateItem(id, later, { invitations: 'SendToAllAndSaveCopy' }));
    expect(await read(entry, 'ana')).toMatch(/<t:Start>2026-12-01T12:00:00Z.*<t:MyResponseType>NoResponseReceived</);
    const own = await read(id);
    expect(own).toContain('<t:AppointmentSequenceNumber>1</t:AppointmentSequenceNumber>');
    expect(own).not.toContain('<t:ResponseType>Accept');
  });

  it('invites who was added and cancels for who was removed', async () => {
    const id = idOf(await call(server, meeting('SendToAllAndSaveCopy', 'ana@contoso.test')));
    await call(
      server,
      updateItem(id, set('calendar:RequiredAttendees', 'CalendarItem', attendees('RequiredAttendees', 'li@contoso.test')), {
        invitations: 'SendToChangedAndSaveCopy',
      }),
    );
    expect(await requestOf('li')).not.toBe('');
    expect(every(await inboxOf('priya'), /(<t:MeetingRequest>)/g)).toHaveLength(1);
    expect(await inboxOf('ana')).toContain('<t:Subject>Canceled: Cut-over</t:Subject>');
    expect(await read(await entryOf('ana'), 'ana')).toContain('<t:IsCancelled>true</t:IsCancelled>');
  });

  it('sends files that were added before the invitations', async () => {
    const id = idOf(await call(server, meeting('SendToNone', 'ana@contoso.test')));
    await call(
      server,
      `<m:CreateAttachment><m:ParentItemId Id="${id}"/><m:Attachments><t:FileAttachment><t:Name>plan.txt</t:Name><t:Content>b2sK</t:Content></t:FileAttachment></m:Attachments></m:CreateAttachment>`,
    );
    await call(server, updateItem(id, set('item:Subject', 'CalendarItem', '<t:Subject>Cut-over</t:Subject>'), { invitations: 'SendToAllAndSaveCopy' }));
    const request = await read(await requestOf('ana'), 'ana');
    expect(request).toContain('NewMeetingRequest');
    const file = first(request, /AttachmentId Id="([^"]+)"/);
    const got = await call(server, `<m:GetAttachment><m:AttachmentIds><t:AttachmentId Id="${file}"/></m:AttachmentIds></m:GetAttachment>`, 'ana');
    expect(got).toContain('<t:Name>plan.txt</t:Name>');
    expect(await read(await entryOf('ana'), 'ana')).toContain('plan.txt');
  });

  it.each([
    ['CancelCalendarItem', (id: string, answer: string) => respond('CancelCalendarItem', id, answer)],
    [
      'DeleteItem',
      (id: string) =>
        `<m:DeleteItem DeleteType="MoveToDeletedItems" SendMeetingCancellations="SendToAllAndSaveCopy"><m:ItemIds><t:ItemId Id="${id}"/></m:ItemIds></m:DeleteItem>`,
    ],
  ])('calls a meeting off with %s, which RemoveItem clears away', async (_name, request) => {
    const id = idOf(await call(server, meeting('SendToAllAndSaveCopy', 'ana@contoso.test')));
    await call(server, request(id, await read(id)));
    expect(await entryOf('helpdesk')).toBe('');
    expect(await read(await entryOf('ana'), 'ana')).toMatch(/Canceled: Cut-over.*<t:LegacyFreeBusyStatus>Free.*<t:IsCancelled>true.*<t:AppointmentState>7</);
    const message = first(await inboxOf('ana'), /<t:MeetingCancellation><t:ItemId Id="([^"]+)"/);
    expect(await call(server, respond('RemoveItem', message, await read(message, 'ana')), 'ana')).toContain('NoError');
    expect(await entryOf('ana')).toBe('');
  });

  it('declines for somebody invited who deletes the entry', async () => {
    await call(server, meeting('SendOnlyToAll', 'ana@contoso.test'));
    const entry = await entryOf('ana');
    await call(
      server,
      `<m:DeleteItem DeleteType="MoveToDeletedItems" SendMeetingCancellations="SendOnlyToAll"><m:ItemIds><t:ItemId Id="${entry}"/></m:ItemIds></m:DeleteItem>`,
      'ana',
    );
    expect(await inboxOf('helpdesk')).toContain('Declined: Cut-over');
  });

  it('invites to a series, and moves or calls off one occurrence of it', async () => {
    const series = `<t:Subject>Cut-over</t:Subject><t:Start>2026-12-01T09:00:00Z</t:Start><t:End>2026-12-01T10:00:00Z</t:End>${attendees('RequiredAttendees', 'ana@contoso.test')}<t:Recurrence><t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence><t:NumberedRecurrence><t:StartDate>2026-12-01</t:StartDate><t:NumberOfOccurrences>3</t:NumberOfOccurrences></t:NumberedRecurrence></t:Recurrence>`;
    await call(server, createAppointment(series, 'SendToAllAndSaveCopy'));
    const week = ['2026-12-01T00:00:00Z', '2026-12-08T00:00:00Z'] as const;
    const starts = async (user: string) => every(await call(server, calendarView(...week), user), /Cut-over.*?<t:Start>([^<]+)/g);
    expect(await starts('ana')).toEqual(['2026-12-01T09:00:00Z', '2026-12-02T09:00:00Z', '2026-12-03T09:00:00Z']);
    const own = every(await call(server, calendarView(...week)), /ItemId Id="([^"]+)"[^>]*\/><t:Subject>Cut-over/g);
    const later =
      set('calendar:Start', 'CalendarItem', '<t:Start>2026-12-02T14:00:00Z</t:Start>') +
      set('calendar:End', 'CalendarItem', '<t:End>2026-12-02T15:00:00Z</t:End>');
    await call(server, updateItem(own[1] ?? '', later, { invitations: 'SendToAllAndSaveCopy' }));
    expect(await starts('ana')).toEqual(['2026-12-01T09:00:00Z', '2026-12-02T14:00:00Z', '2026-12-03T09:00:00Z']);
    await call(
      server,
      `<m:DeleteItem DeleteType="HardDelete" SendMeetingCancellations="SendOnlyToAll"><m:ItemIds><t:ItemId Id="${own[2] ?? ''}"/></m:ItemIds></m:DeleteItem>`,
    );
    expect(await starts('helpdesk')).toEqual(['2026-12-01T09:00:00Z', '2026-12-02T14:00:00Z']);
    expect(await call(server, calendarView('2026-12-03T00:00:00Z', '2026-12-04T00:00:00Z'), 'ana')).toContain('Canceled: Cut-over');
  });

  it('returns mail to addresses of its own that nobody has', async () => {
    const send =
      '<m:CreateItem MessageDisposition="SendOnly"><m:Items><t:Message><t:Subject>Hello</t:Subject><t:ToRecipients><t:Mailbox><t:EmailAddress>nobody@contoso.test</t:EmailAddress></t:Mailbox><t:Mailbox><t:EmailAddress>ana@contoso.test</t:EmailAddress></t:Mailbox></t:ToRecipients></t:Message></m:Items></m:CreateItem>';
    expect(await call(server, send)).toContain('NoError');
    expect(await inboxOf('ana')).toContain('<t:Subject>Hello</t:Subject>');
    const report = first(await inboxOf('helpdesk'), /ItemId Id="([^"]+)"[^>]*\/><t:ItemClass>REPORT\.IPM\.Note\.NDR</);
    expect(await read(report)).toContain('nobody@contoso.test');
  });
});
