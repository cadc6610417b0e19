import { singleAddress } from '../items/addresses.ts';
import { draftOf, submit } from '../mail/submit.ts';
import { currentItemOf } from '../operations/itemIds.ts';
import type { Answer, OperationContext } from '../operations/operation.ts';
import { EwsError } from '../soap/ewsError.ts';
import { dateText } from '../store/dates.ts';
import type { Folder } from '../store/folder.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import type { NewItem } from '../store/mailbox.ts';
import { child, m, t, withoutPositions, type XmlElement } from '../xml/element.ts';
import { withAnswer } from './attendees.ts';
import { entryOf, putEntry } from './calendarCopy.ts';
import { cancelMeeting } from './cancel.ts';
import { associated, meetingMessage } from './meetingMessage.ts';
import { isOrganizer } from './roles.ts';

/** The three answers to an invitation. */
const responses = {
  AcceptItem: { type: 'Accept', prefix: 'Accepted: ', suffix: 'Pos', code: 'Accept' },
  TentativelyAcceptItem: { type: 'Tentative', prefix: 'Tentative: ', suffix: 'Tent', code: 'Tentative' },
  DeclineItem: { type: 'Decline', prefix: 'Declined: ', suffix: 'Neg', code: 'Decline' },
} as const;
type ResponseName = keyof typeof responses;

function responseOf(name: string): (typeof responses)[ResponseName] | undefined {
  return name === 'AcceptItem' || name === 'TentativelyAcceptItem' || name === 'DeclineItem' ? responses[name] : undefined;
}

/** Whether an element asks to answer, cancel or clear away a meeting. */
export function isMeetingAction(source: XmlElement): boolean {
  return responseOf(source.name) !== undefined || source.name === 'CancelCalendarItem' || source.name === 'RemoveItem';
}

function named(item: Item, { mailbox }: OperationContext): XmlElement {
  return t(item.kind, [t('ItemId', [], { Id: item.id, ChangeKey: mailbox.changeKeyOf(item) })]);
}

function bodyOf(source: XmlElement): XmlElement {
  const body = child(source, 'Body') ?? child(source, 'NewBodyContent');
  return t('Body', body?.text ?? '', { BodyType: body?.attributes['BodyType'] ?? 'Text' });
}

/** Notes an answer in the organizer's calendar, as the calendar attendant does when the message arrives. */
function noteAnswer(meeting: Item, type: string, { mailbox, organisation, now }: OperationContext): void {
  const organizer = singleAddress(meeting.values.get('Organizer'));
  const theirs = organizer === undefined ? undefined : organisation.mailbox(organizer.address);
  const entry = theirs === undefined ? undefined : entryOf(meeting, theirs);
  if (theirs === undefined || entry === undefined) return;
  const lists = withAnswer(entry.values, { address: mailbox.person.address, response: type, at: now() });
  theirs.change(
    entry,
    lists.map(({ name }) => name),
    (values) => {
      for (const list of lists) values.set(list.name, list);
    },
  );
}

function responseMessage(source: XmlElement, name: ResponseName, meeting: Item): NewItem {
  const { type, prefix, suffix } = responses[name];
  const organizer = singleAddress(meeting.values.get('Organizer'));
  const times = ['ProposedStart', 'ProposedEnd'].map((one) => child(source, one)).map((one) => (one === undefined ? undefined : withoutPositions(one)));
  return meetingMessage('MeetingResponse', meeting, {
    prefix,
    to: organizer === undefined ? [] : [organizer],
    body: bodyOf(source),
    values: [t('ItemClass', `IPM.Schedule.Meeting.Resp.${suffix}`), t('ResponseType', type), t('HasBeenProcessed', 'true'), ...times],
  });
}

/** Sends an answer; the organizer's copy of it points at the organizer's entry. */
function sendResponse(message: NewItem, meeting: Item, type: string, disposition: string, folder: Folder | undefined, context: OperationContext): void {
  const saveIn = disposition === 'SendAndSaveCopy' ? (folder ?? context.mailbox.distinguished('sentitems')) : undefined;
  noteAnswer(meeting, type, context);
  submit(message, saveIn, context, (organizer) => {
    const entry = entryOf(meeting, organizer);
    return entry === undefined ? [] : [associated(entry, organizer.changeKeyOf(entry))];
  });
}

function answerMeeting(source: XmlElement, name: ResponseName, disposition: string, folder: Folder | undefined, context: OperationContext): Answer {
  const { mailbox, now } = context;
  const { type, code } = responses[name];
  const reference = referenced(source, context);
  if (reference.kind !== 'MeetingRequest' && reference.kind !== 'CalendarItem') throw new EwsError('ErrorInvalidReferenceItem');
  // Somebody who deleted the entry and answers the request all the same gets it back.
  const meeting = reference.kind === 'CalendarItem' ? reference : (entryOf(reference, mailbox) ?? putEntry(reference, true, mailbox));
  if (reference.kind === 'CalendarItem' && textOf(meeting, 'IsMeeting') !== 'true') throw new EwsError('ErrorInvalidReferenceItem');
  if (isOrganizer(meeting)) throw new EwsError(`ErrorCalendarIsOrganizerFor${code}`);
  if (textOf(meeting, 'IsCancelled') === 'true') throw new EwsError(`ErrorCalendarIsCancelledFor${code}`);
  const message = responseMessage(source, name, meeting);
  if (disposition === 'SaveOnly') {
    const draft = mailbox.add(folder ?? mailbox.distinguished('drafts'), draftOf(message, context));
    return { content: [m('Items', [named(draft, context)])] };
  }
  sendResponse(message, meeting, type, disposition, folder, context);
  const busy = type === 'Accept' ? (textOf(meeting, 'IntendedFreeBusyStatus') ?? 'Busy') : 'Tentative';
  const values = [t('MyResponseType', type), t('AppointmentReplyTime', dateText(now())), t('LegacyFreeBusyStatus', busy)];
  mailbox.change(
    meeting,
    values.map((value) => value.name),
    (kept) => {
      for (const value of values) kept.set(value.name, value);
    },
  );
  const kept = type === 'Decline' ? discard(meeting, context) : meeting;
  const request = reference.kind === 'MeetingRequest' ? mailbox.move(reference, mailbox.distinguished('deleteditems')) : undefined;
  return { content: [m('Items', [...(kept === undefined ? [] : [named(kept, context)]), ...(request === undefined ? [] : [named(request, context)])])] };
}

/** Puts an entry into Deleted Items; an occurrence just leaves its series. */
function discard(entry: Item, { mailbox }: OperationContext): Item | undefined {
  if (mailbox.masterOf(entry) === undefined) return mailbox.move(entry, mailbox.distinguished('deleteditems'));
  mailbox.remove(entry);
  return undefined;
}

function referenced(source: XmlElement, context: OperationContext): Item {
  const reference = child(source, 'ReferenceItemId');
  if (reference === undefined) throw new EwsError('ErrorInvalidReferenceItem');
  return currentItemOf(reference, context);
}

function cancel(source: XmlElement, disposition: string, context: OperationContext): Answer {
  const meeting = referenced(source, context);
  if (meeting.kind !== 'CalendarItem') throw new EwsError('ErrorInvalidReferenceItem');
  if (!isOrganizer(meeting)) throw new EwsError('ErrorCalendarIsNotOrganizer');
  cancelMeeting(meeting, disposition === 'SendOnly' ? 'SendOnlyToAll' : 'SendToAllAndSaveCopy', bodyOf(source), context);
  const kept = discard(meeting, context);
  return { content: [m('Items', kept === undefined ? [] : [named(kept, context)])] };
}

function clearAway(source: XmlElement, context: OperationContext): Answer {
  const { mailbox } = context;
  const message = referenced(source, context);
  if (message.kind !== 'MeetingCancellation') throw new EwsError('ErrorInvalidReferenceItem');
  const entry = entryOf(message, mailbox);
  if (entry !== undefined) discard(entry, context);
  return { content: [m('Items', [named(mailbox.move(message, mailbox.distinguished('deleteditems')), context)])] };
}

/** Answers, cancels or clears away a meeting (https://learn.microsoft.com/exchange/client-developer/web-service-reference/acceptitem and its siblings). */
export function actOnMeeting(source: XmlElement, disposition: string | undefined, folder: Folder | undefined, context: OperationContext): Answer {
  if (disposition === undefined) throw new EwsError('ErrorMessageDispositionRequired');
  if (source.name === 'CancelCalendarItem') return cancel(source, disposition, context);
  if (source.name === 'RemoveItem') return clearAway(source, context);
  const name = source.name === 'AcceptItem' || source.name === 'TentativelyAcceptItem' ? source.name : 'DeclineItem';
  return answerMeeting(source, name, disposition, folder, context);
}

/** Tells the organizer that somebody deleted a meeting: deleting counts as declining. */
export function declineByDeleting(meeting: Item, mode: string, context: OperationContext): void {
  const message = responseMessage(t('DeclineItem'), 'DeclineItem', meeting);
  sendResponse(message, meeting, 'Decline', mode.endsWith('SaveCopy') ? 'SendAndSaveCopy' : 'SendOnly', undefined, context);
}
