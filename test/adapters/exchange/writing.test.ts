import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/appError.ts';
import type { NewItem } from '../../../shared/exchange/port.ts';
import { patient } from './hosts.ts';
import { attached, itemXml, operations, scriptedMailbox, type ScriptedMailbox } from './scriptedMailbox.ts';
import { failure, fault, messages } from './soapAnswers.ts';

const closing: (() => Promise<void>)[] = [];
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  file = join(folder, 'a.txt');
  await writeFile(file, 'x');
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});
afterAll(() => rm(folder, { recursive: true }));

async function mailbox(answers: Readonly<Record<string, (count: number, body: string) => string | undefined>>): Promise<ScriptedMailbox> {
  const counts = new Map<string, number>();
  const opened = await scriptedMailbox(({ operation, body }) => {
    const count = (counts.get(operation) ?? 0) + 1;
    counts.set(operation, count);
    const answer = answers[operation];
    return answer === undefined ? failure(operation, 'ErrorItemNotFound') : answer(count, body);
  });
  closing.push(opened.close);
  return opened;
}

async function code(work: Promise<unknown>): Promise<string> {
  const thrown: unknown = await work.catch((reason: unknown) => reason);
  return thrown instanceof AppError ? thrown.data.code : 'no AppError';
}

const modes = (box: ScriptedMailbox): (string | undefined)[] => box.server.seen.map(({ body }) => /SendMeeting\w+="(\w+)"/.exec(body)?.[1]);
const keys = (box: ScriptedMailbox): (string | undefined)[] => box.server.seen.map(({ body }) => /ChangeKey="([^"]+)"/.exec(body)?.[1]);
const created = (name: string) => (): string => messages('CreateItem', itemXml(name, 'n', 'k0'));
const done = (operation: string) => (): string => messages(operation, itemXml('CalendarItem', 'n', 'k9'));
const read = (count: number): string => messages('GetItem', itemXml('CalendarItem', 'i', `g${count}`));

const meeting: NewItem = {
  itemType: 'Appointment',
  values: { subject: 'Review', body: 'b', start: '2027-03-28T07:00:00Z', end: '2027-03-28T08:00:00Z', requiredAttendees: ['bob@contoso.test'] },
};

describe('creating', () => {
  it('invites attendees at once where nothing has to be attached', async () => {
    const box = await mailbox({ CreateItem: created('CalendarItem') });
    expect(await box.exchange.create(meeting, patient)).toEqual({ id: 'n', folder: 'Calendar' });
    expect(operations(box.server)).toEqual(['CreateItem']);
    expect(modes(box)).toEqual(['SendToAllAndSaveCopy']);
  });

  it('invites nobody without attendees, or where the activity says so', async () => {
    const box = await mailbox({ CreateItem: created('CalendarItem') });
    const { requiredAttendees: _nobody, ...alone } = meeting.values;
    await box.exchange.create({ ...meeting, values: alone }, patient);
    await box.exchange.create({ ...meeting, invitations: 'SendToNone' }, patient);
    expect(modes(box)).toEqual(['SendToNone', 'SendToNone']);
  });

  it('attaches before it invites', async () => {
    const box = await mailbox({ CreateItem: created('CalendarItem'), CreateAttachment: () => attached('n', 'k1'), UpdateItem: done('UpdateItem') });
    await box.exchange.create({ ...meeting, values: { ...meeting.values, attachments: [file, file] } }, patient);
    expect(operations(box.server)).toEqual(['CreateItem', 'CreateAttachment', 'CreateAttachment', 'UpdateItem']);
    expect(modes(box)).toEqual(['SendToNone', undefined, undefined, 'SendToAllAndSaveCopy']);
    expect(keys(box)).toEqual([undefined, 'k0', 'k1', 'k1']);
  });

  it('fetches a fresh change key for the invitation, and does not attach again', async () => {
    const box = await mailbox({
      CreateItem: created('CalendarItem'),
      CreateAttachment: () => attached('n', 'k1'),
      GetItem: read,
      UpdateItem: (count) => (count === 1 ? failure('UpdateItem', 'ErrorIrresolvableConflict') : done('UpdateItem')()),
    });
    await box.exchange.create({ ...meeting, values: { ...meeting.values, attachments: [file] } }, patient);
    expect(operations(box.server)).toEqual(['CreateItem', 'CreateAttachment', 'UpdateItem', 'GetItem', 'UpdateItem']);
    expect(keys(box).at(-1)).toBe('g1');
  });

  it('removes what could not be completed, without telling anybody', async () => {
    const box = await mailbox({
      CreateItem: created('CalendarItem'),
      CreateAttachment: () => failure('CreateAttachment', 'ErrorAttachmentSizeLimitExceeded'),
      DeleteItem: () => messages('DeleteItem', ''),
    });
    expect(await code(box.exchange.create({ ...meeting, values: { ...meeting.values, attachments: [file] } }, patient))).toBe('exchange.tooLarge');
    expect(operations(box.server)).toEqual(['CreateItem', 'CreateAttachment', 'DeleteItem']);
    expect(modes(box).at(-1)).toBe('SendToNone');
  });

  it('keeps an appointment whose invitations may have gone out', async () => {
    const box = await mailbox({ CreateItem: created('CalendarItem'), CreateAttachment: () => attached('n', 'k1'), UpdateItem: () => undefined });
    expect(await code(box.exchange.create({ ...meeting, values: { ...meeting.values, attachments: [file] } }, patient))).toBe('network.reset');
    expect(operations(box.server)).toEqual(['CreateItem', 'CreateAttachment', 'UpdateItem']);
  });

  it('waits for a busy server and creates once; after a broken connection it does not try again', async () => {
    const box = await mailbox({ CreateItem: (count) => (count === 1 ? fault('ErrorServerBusy', 1000) : count === 2 ? created('Task')() : undefined) });
    const task: NewItem = { itemType: 'Task', values: { subject: 's', body: 'b', startDate: '2027-05-01', dueDate: '2027-05-04' } };
    expect(await box.exchange.create(task, patient)).toEqual({ id: 'n', folder: 'Tasks' });
    expect(box.waits).toContain(1000);
    expect(await code(box.exchange.create(task, patient))).toBe('network.reset');
    expect(operations(box.server)).toEqual(['CreateItem', 'CreateItem', 'CreateItem']);
    expect(box.server.seen[0]?.body).toContain('<t:DueDate>2027-05-04T00:00:00Z</t:DueDate>');
  });

  it('makes drafts of messages and gives contacts a name to be sorted by', async () => {
    const box = await mailbox({ CreateItem: created('Message') });
    await box.exchange.create({ itemType: 'E-Mail Message', values: { to: ['a@contoso.test'], subject: 's', body: 'b' } }, patient);
    await box.exchange.create({ itemType: 'Contact', values: { displayName: 'Ada', givenName: 'Ada', surname: 'Lovelace' } }, patient);
    expect(box.server.seen[0]?.body).toContain('MessageDisposition="SaveOnly"');
    expect(box.server.seen[0]?.body).toContain('<t:DistinguishedFolderId Id="drafts"');
    expect(box.server.seen[1]?.body).toContain('<t:FileAs>Lovelace, Ada</t:FileAs>');
  });

  it('writes the time zone of this computer with an appointment', async () => {
    const box = await mailbox({ CreateItem: created('CalendarItem') });
    await box.exchange.create(meeting, patient);
    const body = box.server.seen[0]?.body ?? '';
    const zone = /<t:TimeZoneDefinition Id="([^"]+)"/.exec(body)?.[1];
    expect(zone).toMatch(/Time|UTC/);
    expect(body).toContain(`<t:StartTimeZone Id="${zone}"/><t:EndTimeZone Id="${zone}"/>`);
  });

  it.each([
    [{ taskStatus: 'NotStarted', percentComplete: 100 }, 'exchange.taskStateInvalid'],
    [{ recurrence: 'Daily', numberOfOccurrences: 2, recurrenceEnds: '2029-01-01' }, 'exchange.recurrenceInvalid'],
  ])('refuses %o before anything is sent', async (values, expected) => {
    const box = await mailbox({});
    const task = { subject: 's', body: 'b', startDate: '2027-05-01', dueDate: '2027-05-04' };
    expect(await code(box.exchange.create({ itemType: 'Task', values: { ...task, ...values } }, patient))).toBe(expected);
    expect(box.server.seen).toEqual([]);
  });
});

describe('changing', () => {
  it('attaches first, changes with the newest key, and fetches it again while it is stale', async () => {
    const box = await mailbox({
      GetItem: read,
      CreateAttachment: () => attached('i', 'k1'),
      UpdateItem: (count) => (count < 3 ? failure('UpdateItem', 'ErrorStaleObject') : done('UpdateItem')()),
    });
    await box.exchange.update(
      { itemType: 'Appointment', id: 'i', values: { location: 'Room 2', attachments: [file] }, clear: ['categories'], notices: 'SendOnlyToChanged' },
      patient,
    );
    expect(operations(box.server)).toEqual(['GetItem', 'CreateAttachment', 'UpdateItem', 'GetItem', 'UpdateItem', 'GetItem', 'UpdateItem']);
    expect(keys(box).filter((key) => key !== undefined)).toEqual(['g1', 'k1', 'g2', 'g3']);
    expect(modes(box).at(-1)).toBe('SendOnlyToChanged');
    expect(box.server.seen.at(-1)?.body).toContain('<t:DeleteItemField><t:FieldURI FieldURI="item:Categories"/></t:DeleteItemField>');
  });

  it('gives up after three stale keys', async () => {
    const box = await mailbox({ GetItem: read, UpdateItem: () => failure('UpdateItem', 'ErrorIrresolvableConflict') });
    expect(await code(box.exchange.update({ itemType: 'Appointment', id: 'i', values: { location: 'x' }, clear: [] }, patient))).toBe(
      'exchange.changedMeanwhile',
    );
    expect(operations(box.server).filter((name) => name === 'UpdateItem')).toHaveLength(3);
  });

  it('explains an ID that finds nothing', async () => {
    const box = await mailbox({});
    expect(await code(box.exchange.update({ itemType: 'Task', id: 'old', values: { subject: 'x' }, clear: [] }, patient))).toBe('exchange.itemNotFound');
    expect(operations(box.server)).toEqual(['GetItem']);
  });

  it('reads where a series starts that is changed without its start', async () => {
    const box = await mailbox({
      GetItem: () => messages('GetItem', itemXml('CalendarItem', 'i', 'k', '<t:Start>2027-03-28T12:00:00Z</t:Start>')),
      UpdateItem: done('UpdateItem'),
    });
    await box.exchange.update({ itemType: 'Appointment', id: 'i', values: { recurrence: 'The same day each month' }, clear: [] }, patient);
    expect(box.server.seen[0]?.body).toContain('calendar:Start');
    expect(box.server.seen[1]?.body).toContain('<t:DayOfMonth>28</t:DayOfMonth>');
    expect(box.server.seen[1]?.body).not.toContain('<t:Start>');
  });

  it('tells attendees of an attachment that is the only change', async () => {
    const box = await mailbox({
      GetItem: () => messages('GetItem', itemXml('CalendarItem', 'i', 'k', '<t:Subject>Review</t:Subject>')),
      CreateAttachment: () => attached('i', 'k1'),
      UpdateItem: done('UpdateItem'),
    });
    await box.exchange.update({ itemType: 'Appointment', id: 'i', values: { attachments: [file] }, clear: [] }, patient);
    expect(operations(box.server)).toEqual(['GetItem', 'CreateAttachment', 'UpdateItem']);
    expect(box.server.seen[2]?.body).toContain('<t:Subject>Review</t:Subject>');
  });

  it('sets the state of a task in the order in which Exchange must hear it', async () => {
    const box = await mailbox({
      GetItem: () => messages('GetItem', itemXml('Task', 'i', 'k')),
      UpdateItem: () => messages('UpdateItem', itemXml('Task', 'i', 'k2')),
    });
    await box.exchange.update(
      { itemType: 'Task', id: 'i', values: { completeDate: '2027-05-01', taskStatus: 'Completed', percentComplete: 100, subject: 's' }, clear: [] },
      patient,
    );
    const paths = [...(box.server.seen[1]?.body ?? '').matchAll(/FieldURI="([^"]+)"/g)].map((match) => match[1]);
    expect(paths).toEqual(['item:Subject', 'task:PercentComplete', 'task:Status', 'task:CompleteDate']);
  });
});

describe('deleting, forwarding and sending', () => {
  it('deletes with what appointments and tasks need, once', async () => {
    const box = await mailbox({ DeleteItem: (count) => (count === 1 ? messages('DeleteItem', '') : undefined) });
    await box.exchange.remove({ id: 'i', mode: 'softDelete' }, patient);
    expect(box.server.seen[0]?.body).toContain(
      '<m:DeleteItem DeleteType="SoftDelete" SendMeetingCancellations="SendToAllAndSaveCopy" AffectedTaskOccurrences="AllOccurrences">',
    );
    expect(await code(box.exchange.remove({ id: 'i', mode: 'hardDelete', cancellations: 'SendToNone' }, patient))).toBe('network.reset');
    expect(box.server.seen).toHaveLength(2);
  });

  it('says that an item to delete is gone', async () => {
    const box = await mailbox({});
    expect(await code(box.exchange.remove({ id: 'old', mode: 'deletedItems' }, patient))).toBe('exchange.itemNotFound');
  });

  it('forwards with a fresh change key', async () => {
    const box = await mailbox({
      GetItem: read,
      CreateItem: (count) => (count === 1 ? failure('CreateItem', 'ErrorStaleObject') : messages('CreateItem', '<m:Items/>')),
    });
    await box.exchange.forward({ id: 'i', to: ['bob@contoso.test'], body: 'Look & see', bodyType: 'HTML' }, patient);
    expect(operations(box.server)).toEqual(['GetItem', 'CreateItem', 'GetItem', 'CreateItem']);
    expect(box.server.seen[3]?.body).toContain('<t:ReferenceItemId Id="i" ChangeKey="g2"/>');
  });

  it('says that an item cannot be forwarded', async () => {
    const box = await mailbox({ GetItem: read, CreateItem: () => failure('CreateItem', 'ErrorInvalidReferenceItem') });
    expect(await code(box.exchange.forward({ id: 'i', to: ['bob@contoso.test'], body: 'x' }, patient))).toBe('exchange.wrongItemType');
  });

  it('sends a draft with its current change key, and never twice', async () => {
    const box = await mailbox({
      GetItem: read,
      SendItem: (count) => (count === 1 ? failure('SendItem', 'ErrorStaleObject') : count === 2 ? messages('SendItem', '') : undefined),
    });
    await box.exchange.sendDraft('i', patient);
    expect(keys(box).filter((key) => key !== undefined)).toEqual(['g1', 'g2']);
    expect(await code(box.exchange.sendDraft('i', patient))).toBe('network.reset');
    expect(operations(box.server)).toEqual(['GetItem', 'SendItem', 'GetItem', 'SendItem', 'GetItem', 'SendItem']);
  });
});
