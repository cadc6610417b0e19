import { calendarItemProperties } from './calendarItemProperties.ts';
import { propertyRows, type Property } from './property.ts';

const ofEveryMeetingMessage = propertyRows('meeting', [
  'AssociatedCalendarItemId complex readOnly noQuery default',
  'IsDelegated boolean readOnly',
  'IsOutOfDate boolean readOnly',
  'HasBeenProcessed boolean readOnly default',
  'ResponseType choice readOnly default',
]);
const ofRequests = propertyRows('meetingRequest', ['MeetingRequestType choice readOnly', 'IntendedFreeBusyStatus choice readOnly']);
const ofResponses = propertyRows('meeting', ['ProposedStart dateTime readOnly', 'ProposedEnd dateTime readOnly']);

const identity = new Set(['UID', 'RecurrenceId', 'DateTimeStamp', 'IsOrganizer']);
/** What answers and cancellations tell of the meeting, in their own order: it is not that of calendar items. */
const inShort = ['Start', 'End', 'Location', 'Recurrence', 'CalendarItemType'];
const notInRequests = new Set(['IsResponseRequested', ...identity]);

const calendar = (wanted: (name: string) => boolean): readonly Property[] => calendarItemProperties.filter(({ name }) => wanted(name));
const common = [...ofEveryMeetingMessage, ...calendar((name) => identity.has(name))];
const short = inShort.flatMap((wanted) => calendar((name) => name === wanted));

/** Properties of meeting requests behind those of messages, in the order of the schema (Microsoft Learn: MeetingRequest, EWS reference). */
export const meetingRequestProperties = [...common, ...ofRequests, ...calendar((name) => !notInRequests.has(name))];

/** Properties of answers to meeting requests (Microsoft Learn: MeetingResponse). */
export const meetingResponseProperties = [...common, ...short, ...ofResponses];

/** Properties of messages that call off a meeting (Microsoft Learn: MeetingCancellation). */
export const meetingCancellationProperties = [...common, ...short];
