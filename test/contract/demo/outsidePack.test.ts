import {
  AffectedTaskOccurrence,
  AlternateId,
  Appointment,
  AppointmentType,
  BasePropertySet,
  CalendarView,
  ChangeType,
  ConflictResolutionMode,
  Contact,
  ContactGroup,
  DateTime,
  DayOfTheWeek,
  DeleteMode,
  EmailAddress,
  EmailAddressKey,
  EmailMessage,
  Folder,
  FolderId,
  GroupMember,
  IdFormat,
  Item,
  ItemSchema,
  ItemView,
  LegacyFreeBusyStatus,
  MeetingRequest,
  MeetingResponseType,
  MessageBody,
  MimeContent,
  Month,
  PhoneNumberKey,
  PropertySet,
  Recurrence,
  SearchFilter,
  SendCancellationsMode,
  SendInvitationsMode,
  SendInvitationsOrCancellationsMode,
  ServiceError,
  SyncFolderItemsScope,
  Task,
  TaskStatus,
  WellKnownFolderName,
  type ExchangeService,
} from 'ews-javascript-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { outsideService } from './outsideClient.ts';
import { startTestServer } from './rawClient.ts';

const at = (text: string) => new DateTime(text);
const all = new PropertySet(BasePropertySet.FirstClassProperties);
const invitations = SendInvitationsOrCancellationsMode;

function weekly(): Recurrence {
  const pattern = new Recurrence.WeeklyPattern();
  pattern.DaysOfTheWeek.AddRange([DayOfTheWeek.Monday, DayOfTheWeek.Thursday]);
  return pattern;
}

describe('ews-javascript-api and the whole pack', () => {
  let server: DemoServer;
  let service: ExchangeService;
  beforeEach(async () => {
    server = await startTestServer();
    service = outsideService(server);
  });
  afterEach(() => server.close());

  const appointment = (subject: string, start = '2027-02-01T09:00:00Z', end = '2027-02-01T10:00:00Z') => {
    const item = new Appointment(service);
    item.Subject = subject;
    item.Body = new MessageBody('Notes');
    item.Start = at(start);
    item.End = at(end);
    item.Location = 'Room Oslo';
    return item;
  };
  const view = async (start: string, end: string, as = service) =>
    (await as.FindAppointments(WellKnownFolderName.Calendar, new CalendarView(at(start), at(end)))).Items;

  it('creates, changes and deletes an appointment', async () => {
    const item = appointment('Check the backup');
    item.LegacyFreeBusyStatus = LegacyFreeBusyStatus.Tentative;
    item.ReminderMinutesBeforeStart = 30;
    item.Categories.Add('Maintenance');
    await item.Save(SendInvitationsMode.SendToNone);
    const bound = await Appointment.Bind(service, item.Id);
    expect([bound.Subject, bound.Location, bound.ReminderMinutesBeforeStart, bound.AppointmentType, bound.Duration.TotalMinutes]).toEqual([
      'Check the backup',
      'Room Oslo',
      30,
      AppointmentType.Single,
      60,
    ]);
    bound.Location = 'Room Bergen';
    bound.End = at('2027-02-01T11:00:00Z');
    await bound.Update(ConflictResolutionMode.AutoResolve, invitations.SendToNone);
    const [found] = await view('2027-02-01T00:00:00Z', '2027-02-02T00:00:00Z');
    expect([found?.Location, found?.End.ToISOString()]).toEqual(['Room Bergen', '2027-02-01T11:00:00.000Z']);
    await bound.Delete(DeleteMode.MoveToDeletedItems, SendCancellationsMode.SendToNone);
    expect(await view('2027-02-01T00:00:00Z', '2027-02-02T00:00:00Z')).toEqual([]);
  });

  it.each([
    ['daily', () => Object.assign(new Recurrence.DailyPattern(), { Interval: 2 }), ['02-01', '02-03', '02-05']],
    ['weekly', weekly, ['02-01', '02-04', '02-08']],
    ['monthly', () => Object.assign(new Recurrence.MonthlyPattern(), { Interval: 1, DayOfMonth: 1 }), ['02-01', '03-01', '04-01']],
    ['yearly', () => Object.assign(new Recurrence.YearlyPattern(), { Month: Month.February, DayOfMonth: 1 }), ['02-01', '02-01', '02-01']],
  ] as const)('creates a %s series and reaches its occurrences', async (_what, pattern, days) => {
    const item = appointment('Round');
    item.Recurrence = pattern();
    item.Recurrence.StartDate = at('2027-02-01T00:00:00Z');
    item.Recurrence.NumberOfOccurrences = 3;
    await item.Save(SendInvitationsMode.SendToNone);
    const found = [];
    for (const index of [1, 2, 3]) found.push((await Appointment.BindToOccurrence(service, item.Id, index)).Start.ToISOString().slice(5, 10));
    expect(found).toEqual(days);
    const second = await Appointment.BindToOccurrence(service, item.Id, 2);
    second.Subject = 'Round, elsewhere';
    await second.Update(ConflictResolutionMode.AlwaysOverwrite, invitations.SendToNone);
    const changed = await Appointment.Bind(service, second.Id);
    expect([changed.Subject, changed.AppointmentType]).toEqual(['Round, elsewhere', AppointmentType.Exception]);
    const master = await Appointment.BindToRecurringMaster(service, second.Id);
    expect([master.Id.UniqueId, master.AppointmentType, master.ModifiedOccurrences.Count]).toEqual([item.Id.UniqueId, AppointmentType.RecurringMaster, 1]);
    await (await Appointment.BindToOccurrence(service, item.Id, 3)).Delete(DeleteMode.HardDelete, SendCancellationsMode.SendToNone);
    await expect(Appointment.BindToOccurrence(service, item.Id, 3)).rejects.toMatchObject({ ErrorCode: ServiceError.ErrorCalendarOccurrenceIsDeletedFromRecurrence });
  });

  it('invites, accepts, declines and cancels', async () => {
    const ana = outsideService(server, 'ana');
    const item = appointment('Cut-over');
    item.RequiredAttendees.Add('ana@contoso.test');
    item.OptionalAttendees.Add('li@contoso.test');
    await item.Save(SendInvitationsMode.SendToAllAndSaveCopy);
    const [request] = (await ana.FindItems(WellKnownFolderName.Inbox, new SearchFilter.IsEqualTo(ItemSchema.Subject, 'Cut-over'), new ItemView(5))).Items;
    if (request === undefined) throw new Error('No invitation.');
    const bound = await MeetingRequest.Bind(ana, request.Id);
    expect([bound.Location, bound.Organizer.Address]).toEqual(['Room Oslo', 'helpdesk@contoso.test']);
    await bound.Accept(true);
    const [li] = await view('2027-02-01T00:00:00Z', '2027-02-02T00:00:00Z', outsideService(server, 'li'));
    const liItem = await Appointment.Bind(outsideService(server, 'li'), li?.Id ?? item.Id);
    await liItem.Decline(true);
    const own = await Appointment.Bind(service, item.Id);
    expect([own.RequiredAttendees._getItem(0).ResponseType, own.OptionalAttendees._getItem(0).ResponseType]).toEqual([
      MeetingResponseType.Accept,
      MeetingResponseType.Decline,
    ]);
    await own.CancelMeeting('No longer needed.');
    const [theirs] = await view('2027-02-01T00:00:00Z', '2027-02-02T00:00:00Z', ana);
    expect([theirs?.Subject, theirs?.IsCancelled]).toEqual(['Canceled: Cut-over', true]);
  });

  it('keeps contacts and groups', async () => {
    const contact = new Contact(service);
    contact.GivenName = 'Ada';
    contact.Surname = 'Lovelace';
    contact.CompanyName = 'Analytical';
    contact.EmailAddresses._setItem(EmailAddressKey.EmailAddress1, new EmailAddress('ada@fabrikam.test'));
    contact.PhoneNumbers._setItem(PhoneNumberKey.MobilePhone, '+47 1');
    await contact.Save();
    const bound = await Contact.Bind(service, contact.Id);
    expect([
      bound.DisplayName,
      bound.EmailAddresses._getItem(EmailAddressKey.EmailAddress1).Address,
      bound.PhoneNumbers._getItem(PhoneNumberKey.MobilePhone),
    ]).toEqual(['Ada Lovelace', 'ada@fabrikam.test', '+47 1']);
    bound.PhoneNumbers._setItem(PhoneNumberKey.BusinessPhone, '+47 2');
    bound.JobTitle = 'Analyst';
    await bound.Update(ConflictResolutionMode.AlwaysOverwrite);
    const again = await Contact.Bind(service, contact.Id);
    expect([again.JobTitle, again.PhoneNumbers._getItem(PhoneNumberKey.BusinessPhone), again.PhoneNumbers._getItem(PhoneNumberKey.MobilePhone)]).toEqual([
      'Analyst',
      '+47 2',
      '+47 1',
    ]);

    const group = new ContactGroup(service);
    group.DisplayName = 'Night shift';
    group.Members.Add(new GroupMember('ana@contoso.test'));
    await group.Save();
    const found = await ContactGroup.Bind(service, group.Id, all);
    expect([found.DisplayName, found.Members.Count]).toEqual(['Night shift', 1]);
    found.Members.Add(new GroupMember('li@contoso.test'));
    await found.Update(ConflictResolutionMode.AlwaysOverwrite);
    expect((await ContactGroup.Bind(service, group.Id, all)).Members.Count).toBe(2);
  });

  it('keeps tasks and what follows from their state', async () => {
    const task = new Task(service);
    task.Subject = 'Renew';
    task.DueDate = at('2027-05-04T00:00:00Z');
    task.PercentComplete = 25;
    await task.Save();
    const bound = await Task.Bind(service, task.Id);
    expect([bound.Status, bound.IsComplete]).toEqual([TaskStatus.InProgress, false]);
    bound.Status = TaskStatus.Completed;
    await bound.Update(ConflictResolutionMode.AlwaysOverwrite);
    const done = await Task.Bind(service, task.Id);
    expect([done.PercentComplete, done.IsComplete]).toEqual([100, true]);
    await service.DeleteItems([done.Id], DeleteMode.HardDelete, SendCancellationsMode.SendToNone, AffectedTaskOccurrence.AllOccurrences);
    await expect(Task.Bind(service, task.Id)).rejects.toMatchObject({ ErrorCode: ServiceError.ErrorItemNotFound });
  });

  it('synchronises items and folders', async () => {
    const inbox = new FolderId(WellKnownFolderName.Inbox);
    const sync = (state: string | null) => service.SyncFolderItems(inbox, PropertySet.IdOnly, [], 100, SyncFolderItemsScope.NormalItems, state ?? '');
    const start = await sync(null);
    expect(start.Count).toBe(40);
    const [first, second] = (await service.FindItems(inbox, new SearchFilter.IsEqualTo(ItemSchema.Importance, 'High'), new ItemView(2))).Items;
    if (first === undefined || second === undefined) throw new Error('No mail.');
    const message = await EmailMessage.Bind(service, first.Id);
    message.IsRead = !message.IsRead;
    await message.Update(ConflictResolutionMode.AlwaysOverwrite);
    await second.Delete(DeleteMode.HardDelete);
    const changes = await sync(start.SyncState);
    expect([0, 1].map((index) => changes._getItem(index).ChangeType)).toEqual([ChangeType.ReadFlagChange, ChangeType.Delete]);
    const folders = await service.SyncFolderHierarchy(new FolderId(WellKnownFolderName.MsgFolderRoot), PropertySet.FirstClassProperties, '');
    expect(folders.Count).toBeGreaterThan(10);
    const folder = new Folder(service);
    folder.DisplayName = 'Projects';
    await folder.Save(WellKnownFolderName.Inbox);
    expect((await Folder.Bind(service, folder.Id)).DisplayName).toBe('Projects');
    await folder.Delete(DeleteMode.HardDelete);
    await expect(Folder.Bind(service, folder.Id)).rejects.toMatchObject({ ErrorCode: ServiceError.ErrorFolderNotFound });
  });

  it('reads and writes MIME, converts ids, and asks for time zones', async () => {
    const message = new EmailMessage(service);
    message.MimeContent = new MimeContent(
      'UTF-8',
      Buffer.from('To: ana@contoso.test\r\nSubject: from MIME\r\nContent-Type: text/plain\r\n\r\nHello').toString('base64'),
    );
    await message.Save(WellKnownFolderName.Drafts);
    const withMime = await Item.Bind(service, message.Id, new PropertySet(BasePropertySet.FirstClassProperties, [ItemSchema.MimeContent]));
    expect(withMime.Subject).toBe('from MIME');
    expect(Buffer.from(withMime.MimeContent.Content.toString(), 'base64').toString()).toContain('Subject: from MIME');
    const converted = await service.ConvertId(new AlternateId(IdFormat.EwsId, message.Id.UniqueId, 'helpdesk@contoso.test'), IdFormat.HexEntryId);
    expect(converted.Format).toBe(IdFormat.HexEntryId);
    const zones = await service.GetServerTimeZones();
    expect(zones.map(({ Id }) => Id)).toEqual(expect.arrayContaining(['UTC', 'W. Europe Standard Time']));
  });

  it('adds a file to an appointment, and takes it away', async () => {
    const item = appointment('With a plan');
    await item.Save(SendInvitationsMode.SendToNone);
    item.Attachments.AddFileAttachment('plan.txt', Buffer.from('plan').toString('base64'));
    await item.Update(ConflictResolutionMode.AlwaysOverwrite, invitations.SendToNone);
    const bound = await Appointment.Bind(service, item.Id, all);
    expect(bound.Attachments._getItem(0).Name).toBe('plan.txt');
    bound.Attachments.RemoveAt(0);
    await bound.Update(ConflictResolutionMode.AlwaysOverwrite, invitations.SendToNone);
    expect((await Appointment.Bind(service, item.Id, all)).HasAttachments).toBe(false);
  });
});
