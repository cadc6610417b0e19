import {
  AffectedTaskOccurrence,
  Appointment,
  BasePropertySet,
  BodyType,
  CalendarView,
  ConflictResolutionMode,
  Contact,
  ContactGroup,
  DateTime,
  DayOfTheWeek,
  DeleteMode,
  EmailAddress,
  EmailAddressKey,
  EmailMessage,
  ExchangeService,
  ExchangeVersion,
  FolderId,
  GroupMember,
  AppointmentSchema,
  ItemId,
  MessageBody,
  PhoneNumberKey,
  PropertySet,
  Recurrence,
  ResolveNameSearchLocation,
  SendCancellationsMode,
  SendInvitationsMode,
  SendInvitationsOrCancellationsMode,
  StringList,
  SyncFolderItemsScope,
  Task,
  TaskStatus,
  TimeZoneInfo,
  Uri,
  WebCredentials,
  WellKnownFolderName,
} from 'ews-javascript-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resolveNames } from '../../../electron/exchange/ews/operations/resolveNames.ts';
import { envelope } from '../../../electron/exchange/ews/soap.ts';
import type { Exchange } from '../../../shared/exchange/port.ts';
import { patient, testHost, testSession } from '../../adapters/exchange/hosts.ts';
import { itemXml } from '../../adapters/exchange/scriptedMailbox.ts';
import { scriptedServer, type ScriptedServer } from '../../adapters/exchange/scriptedServer.ts';
import { failure, messages, sendXml } from '../../adapters/exchange/soapAnswers.ts';
import { bothSend, operation, type Shape } from './twoClients.ts';

const emptyView = '<m:RootFolder TotalItemsInView="0" IncludesLastItemInRange="true"><t:Items/></m:RootFolder>';
const noChanges = '<m:SyncState>s1</m:SyncState><m:IncludesLastItemInRange>true</m:IncludesLastItemInRange><m:Changes/>';

/** The canned answers; the class of the item is what the test is about. */
function answers(operation: string, exchangeClass: string): string {
  const item = itemXml(exchangeClass, 'i1', 'k1', '<t:Subject>s</t:Subject>');
  if (operation === 'FindItem') return messages('FindItem', emptyView);
  if (operation === 'SyncFolderItems') return messages('SyncFolderItems', noChanges);
  return ['GetItem', 'CreateItem', 'UpdateItem'].includes(operation) ? messages(operation, item) : failure(operation, 'ErrorNameResolutionNoResults');
}

let server: ScriptedServer;
let ours: Exchange;
let theirs: ExchangeService;
let exchangeClass = 'Message';

beforeAll(async () => {
  server = await scriptedServer((request, response) => sendXml(response, answers(request.operation, exchangeClass)));
  const session = testSession(server.url, testHost());
  ours = session.mailbox({});
  theirs = new ExchangeService(ExchangeVersion.Exchange2013_SP1, TimeZoneInfo.Utc);
  theirs.Url = new Uri(server.url);
  theirs.Credentials = new WebCredentials('ann', 'not-a-real-password-2');
  afterAll(async () => {
    await session.close();
    await server.close();
  });
});
beforeEach(() => void (exchangeClass = 'Message'));

/** The shape without elements that only one of the clients sends and that mean the same left out. */
function without(shape: Shape | undefined, names: readonly string[]): Shape | undefined {
  if (shape === undefined || typeof shape.content === 'string') return shape;
  const content = shape.content.filter((child) => !names.includes(child.name)).flatMap((child) => without(child, names) ?? []);
  return { ...shape, content };
}

const id = new ItemId('i1');
const idOnly = (): PropertySet => new PropertySet(BasePropertySet.IdOnly);
const at = (text: string): DateTime => new DateTime(Date.parse(text));

describe('requests of the pack have the form that ews-javascript-api gives them', () => {
  it('CreateItem of a contact', async () => {
    exchangeClass = 'Contact';
    const their = async (): Promise<void> => {
      const contact = new Contact(theirs);
      contact.FileAs = 'Lovelace, Ada';
      contact.DisplayName = 'Ada Lovelace';
      contact.GivenName = 'Ada';
      contact.Surname = 'Lovelace';
      contact.CompanyName = 'Analytical';
      contact.EmailAddresses._setItem(EmailAddressKey.EmailAddress1, new EmailAddress('ada@contoso.test'));
      contact.PhoneNumbers._setItem(PhoneNumberKey.MobilePhone, '+47 1');
      await contact.Save(WellKnownFolderName.Contacts);
    };
    const values = {
      displayName: 'Ada Lovelace',
      givenName: 'Ada',
      surname: 'Lovelace',
      companyName: 'Analytical',
      email1: 'ada@contoso.test',
      mobilePhone: '+47 1',
    };
    const { mine, other } = await bothSend(server, 'CreateItem', () => ours.create({ itemType: 'Contact', values }, patient), their);
    // The library writes attributes of the address that a server works out by itself.
    const bare = (shape: Shape): Shape => ({
      ...shape,
      content: typeof shape.content === 'string' ? shape.content : shape.content.map(bare),
      attributes: Object.fromEntries(Object.entries(shape.attributes).filter(([name]) => name === 'Key' || name === 'Id')),
    });
    expect([bare(mine)]).toEqual(other.map(bare));
  });

  it('CreateItem of a contact group', async () => {
    exchangeClass = 'DistributionList';
    const their = async (): Promise<void> => {
      const group = new ContactGroup(theirs);
      group.DisplayName = 'Team';
      group.Members.Add(new GroupMember('ada@contoso.test'));
      await group.Save(WellKnownFolderName.Contacts);
    };
    const { mine, other } = await bothSend(
      server,
      'CreateItem',
      () => ours.create({ itemType: 'Contact Group', values: { displayName: 'Team', members: ['ada@contoso.test'] } }, patient),
      their,
    );
    expect(without(mine, [])?.content).toEqual(other.map((shape) => without(shape, ['RoutingType', 'MailboxType'])?.content)[0]);
  });

  it('CreateItem of a task', async () => {
    exchangeClass = 'Task';
    const their = async (): Promise<void> => {
      const task = new Task(theirs);
      task.Subject = 'Renew';
      task.Body = new MessageBody(BodyType.Text, 'b');
      task.StartDate = at('2027-05-01T00:00:00Z');
      task.DueDate = at('2027-05-04T00:00:00Z');
      task.Status = TaskStatus.InProgress;
      task.PercentComplete = 25;
      task.Categories = new StringList(['Red']);
      await task.Save(WellKnownFolderName.Tasks);
    };
    const values = {
      subject: 'Renew',
      body: 'b',
      startDate: '2027-05-01',
      dueDate: '2027-05-04',
      taskStatus: 'InProgress',
      percentComplete: 25,
      categories: ['Red'],
    };
    const { mine, other } = await bothSend(server, 'CreateItem', () => ours.create({ itemType: 'Task', values }, patient), their);
    expect(plainTimes(mine).content).toEqual(other.map(plainTimes)[0]?.content);
  });

  it('CreateItem of a meeting that repeats', async () => {
    exchangeClass = 'CalendarItem';
    const their = async (): Promise<void> => {
      const meeting = new Appointment(theirs);
      meeting.Subject = 'Review';
      meeting.Body = new MessageBody(BodyType.Text, 'b');
      meeting.Start = at('2027-03-28T07:00:00Z');
      meeting.End = at('2027-03-28T08:00:00Z');
      meeting.Location = 'Room';
      meeting.RequiredAttendees.Add('bob@contoso.test');
      const weekly = new Recurrence.WeeklyPattern();
      weekly.StartDate = at('2027-03-28T07:00:00Z');
      weekly.Interval = 2;
      weekly.DaysOfTheWeek.AddRange([DayOfTheWeek.Monday, DayOfTheWeek.Friday]);
      weekly.NumberOfOccurrences = 5;
      meeting.Recurrence = weekly;
      await meeting.Save(WellKnownFolderName.Calendar, SendInvitationsMode.SendToAllAndSaveCopy);
    };
    const series = { recurrence: 'Weekly', recursOnTheseDays: 'Mon, Fri', recurrenceInterval: 2, numberOfOccurrences: 5 };
    const times = { start: '2027-03-28T07:00:00Z', end: '2027-03-28T08:00:00Z' };
    const values = { subject: 'Review', body: 'b', location: 'Room', requiredAttendees: ['bob@contoso.test'], ...times, ...series };
    const { mine, other } = await bothSend(server, 'CreateItem', () => ours.create({ itemType: 'Appointment', values }, patient), their);
    const zones = ['StartTimeZone', 'EndTimeZone'];
    expect(mine.attributes).toEqual({ SendMeetingInvitations: 'SendToAllAndSaveCopy' });
    expect(plainTimes(without(mine, zones)).content).toEqual(plainTimes(without(other[0], zones)).content);
  });

  it('UpdateItem of an appointment', async () => {
    exchangeClass = 'CalendarItem';
    const their = async (): Promise<void> => {
      const meeting = await Appointment.Bind(theirs, id, new PropertySet(BasePropertySet.IdOnly, [AppointmentSchema.Location]));
      meeting.Location = 'Room 2';
      await meeting.Update(ConflictResolutionMode.AutoResolve, SendInvitationsOrCancellationsMode.SendOnlyToChanged);
    };
    const change = { itemType: 'Appointment', id: 'i1', values: { location: 'Room 2' }, clear: [], notices: 'SendOnlyToChanged' } as const;
    const { mine, other } = await bothSend(server, 'UpdateItem', () => ours.update(change, patient), their);
    expect(mine.content).toEqual(other[0]?.content);
    expect(mine.attributes).toMatchObject({ ConflictResolution: 'AutoResolve', SendMeetingInvitationsOrCancellations: 'SendOnlyToChanged' });
  });

  it('DeleteItem', async () => {
    const their = (): Promise<unknown> =>
      theirs.DeleteItems([id], DeleteMode.SoftDelete, SendCancellationsMode.SendToAllAndSaveCopy, AffectedTaskOccurrence.AllOccurrences);
    const { mine, other } = await bothSend(server, 'DeleteItem', () => ours.remove({ id: 'i1', mode: 'softDelete' }, patient), their);
    expect([mine]).toEqual(other);
  });

  it('a message that is passed on', async () => {
    const their = async (): Promise<void> => {
      const message = await EmailMessage.Bind(theirs, id, idOnly());
      await message.Forward(new MessageBody(BodyType.HTML, 'Look'), [new EmailAddress('bob@contoso.test')]);
    };
    const forward = { id: 'i1', to: ['bob@contoso.test'], body: 'Look', bodyType: 'HTML' } as const;
    const { mine, other } = await bothSend(server, 'CreateItem', () => ours.forward(forward, patient), their);
    expect([mine]).toEqual(other);
  });

  it('SendItem of a draft', async () => {
    const their = async (): Promise<void> => {
      const message = await EmailMessage.Bind(theirs, id, idOnly());
      await message.SendAndSaveCopy();
    };
    const { mine, other } = await bothSend(server, 'SendItem', () => ours.sendDraft('i1', patient), their);
    expect([mine]).toEqual(other);
  });

  it('FindItem with a calendar view', async () => {
    const view = new CalendarView(at('2027-03-01T00:00:00Z'), at('2027-04-01T00:00:00Z'), 50);
    view.PropertySet = new PropertySet(BasePropertySet.IdOnly, [AppointmentSchema.Start]);
    const query = { folder: 'Calendar', subfolders: false, from: '2027-03-01T00:00:00Z', to: '2027-04-01T00:00:00Z', filters: [], maximum: 50 };
    const our = async (): Promise<void> => {
      for await (const _ of ours.findAppointments(query, patient)) return;
    };
    const { mine, other } = await bothSend(server, 'FindItem', our, () => theirs.FindAppointments(WellKnownFolderName.Calendar, view));
    expect(plainTimes(mine)).toEqual(plainTimes(other[0]));
  });

  it('SyncFolderItems', async () => {
    const stop = new AbortController();
    const our = async (): Promise<void> => {
      const query = { itemType: 'E-Mail Message', folder: 'Inbox', subfolders: false, filters: [], created: true, updated: true, intervalSeconds: 60 } as const;
      const watching = ours.changesSince(query, stop.signal)[Symbol.asyncIterator]().next();
      await server.arrived(1);
      stop.abort();
      await watching;
    };
    const their = (): Promise<unknown> =>
      theirs.SyncFolderItems(new FolderId(WellKnownFolderName.Inbox), idOnly(), [], 512, SyncFolderItemsScope.NormalItems, '');
    const { mine, other } = await bothSend(server, 'SyncFolderItems', our, their);
    expect(mine).toEqual(without(other[0], ['SyncScope', 'SyncState']));
  });

  it('ResolveNames', async () => {
    await theirs.ResolveName('Ann', ResolveNameSearchLocation.DirectoryOnly, false).catch(() => undefined);
    expect(operation(envelope(resolveNames.payload('Ann')))).toEqual(operation(server.seen.at(-1)?.body ?? ''));
  });
});

/** The shape with times without fractions and without the zone that UTC may be spelled with. */
function plainTimes(shape: Shape | undefined): Shape {
  if (shape === undefined) throw new Error('There is no request.');
  const plain = (text: string): string =>
    /^\d{4}-\d\d-\d\dT/.test(text) ? new Date(text).toISOString() : text.replace(/^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$/, '$1');
  const attributes = Object.fromEntries(Object.entries(shape.attributes).map(([name, value]) => [name, plain(value)]));
  return { ...shape, attributes, content: typeof shape.content === 'string' ? plain(shape.content) : shape.content.map(plainTimes) };
}
