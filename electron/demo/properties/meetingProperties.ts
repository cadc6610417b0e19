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
const short = new Set(['Start', 'End', 'Location', 'Recurrence', 'CalendarItemType']);
const notInRequests = new Set(['IsResponseRequested', ...identity]);

const calendar = (wanted: (name: string) => boolean): readonly Property[] => calendarItemProperties.filter(({ name }) => wanted(name));
const common = [...ofEveryMeetingMessage, ...calendar((name) => identity.has(name))];

/** Properties of meeting requests behind those of messages, in the order of the schema (Microsoft Learn: MeetingRequest, EWS reference). */
export const meetingRequestProperties = [...common, ...ofRequests, ...calendar((name) => !notInRequests.has(name))];

/** Properties of answers to meeting requests (Microsoft Learn: MeetingResponse). */
export const meetingResponseProperties = [...common, ...calendar((name) => short.has(name)), ...ofResponses];

/** Properties of messages that call off a meeting (Microsoft Learn: MeetingCancellation). */
export const meetingCancellationProperties = [...common, ...calendar((name) => short.has(name))];
