import { AppError } from '../../../shared/errors/appError.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';

/** A failure as Exchange words it: its response code, its text, and extra values by name. */
export interface ServerProblem {
  readonly code: string;
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Which of our failures a response code is. Several codes can mean the same to a person; the code itself stays in the details.
 * https://learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode
 */
export const responseCodes: Readonly<Record<string, ErrorCode>> = {
  ErrorItemNotFound: 'exchange.itemNotFound',
  ErrorInvalidId: 'exchange.invalidId',
  ErrorInvalidIdMalformed: 'exchange.invalidId',
  ErrorInvalidIdEmpty: 'exchange.invalidId',
  ErrorInvalidIdMalformedEwsLegacyIdFormat: 'exchange.invalidId',
  ErrorInvalidIdNotAnItemAttachmentId: 'exchange.invalidId',
  ErrorFolderNotFound: 'exchange.folderNotFound',
  ErrorToFolderNotFound: 'exchange.folderNotFound',
  ErrorParentFolderNotFound: 'exchange.folderNotFound',
  ErrorAccessDenied: 'exchange.accessDenied',
  ErrorCreateItemAccessDenied: 'exchange.accessDenied',
  ErrorSendAsDenied: 'exchange.sendAsDenied',
  ErrorImpersonateUserDenied: 'exchange.impersonationDenied',
  ErrorImpersonationDenied: 'exchange.impersonationDenied',
  ErrorImpersonationFailed: 'exchange.impersonationDenied',
  ErrorNonExistentMailbox: 'exchange.mailboxNotFound',
  ErrorMissingEmailAddress: 'exchange.mailboxNotFound',
  ErrorMailboxMoveInProgress: 'exchange.mailboxOffline',
  ErrorMailboxStoreUnavailable: 'exchange.mailboxOffline',
  ErrorMailboxFailover: 'exchange.mailboxOffline',
  ErrorConnectionFailed: 'exchange.mailboxOffline',
  ErrorADUnavailable: 'exchange.serverTrouble',
  ErrorInternalServerTransientError: 'exchange.serverTrouble',
  ErrorInsufficientResources: 'exchange.serverTrouble',
  ErrorNotEnoughMemory: 'exchange.serverTrouble',
  ErrorInternalServerError: 'exchange.serverTrouble',
  ErrorServerBusy: 'exchange.serverBusy',
  ErrorExceededConnectionCount: 'exchange.tooManyConnections',
  ErrorExceededFindCountLimit: 'exchange.tooManyResults',
  ErrorTimeoutExpired: 'exchange.searchTimeout',
  ErrorIrresolvableConflict: 'exchange.changedMeanwhile',
  ErrorStaleObject: 'exchange.changedMeanwhile',
  ErrorChangeKeyRequired: 'exchange.changedMeanwhile',
  ErrorChangeKeyRequiredForWriteOperations: 'exchange.changedMeanwhile',
  ErrorInvalidChangeKey: 'exchange.changedMeanwhile',
  ErrorInvalidPropertySet: 'exchange.readOnlyProperty',
  ErrorInvalidPropertyUpdateSentMessage: 'exchange.readOnlyProperty',
  ErrorSentMeetingRequestUpdate: 'exchange.readOnlyProperty',
  ErrorInvalidPropertyRequest: 'exchange.propertyNotAvailable',
  ErrorUnsupportedPathForQuery: 'exchange.filterNotSupported',
  ErrorUnsupportedPathForSortGroup: 'exchange.filterNotSupported',
  ErrorUnsupportedQueryFilter: 'exchange.filterNotSupported',
  ErrorRestrictionTooComplex: 'exchange.filterNotSupported',
  ErrorInvalidValueForProperty: 'exchange.filterNotSupported',
  ErrorInvalidPropertyForOperation: 'exchange.filterNotSupported',
  ErrorCalendarViewRangeTooBig: 'exchange.calendarRangeTooBig',
  ErrorCalendarEndDateIsEarlierThanStartDate: 'exchange.calendarEndBeforeStart',
  ErrorCalendarDurationIsTooLong: 'exchange.calendarRangeTooBig',
  ErrorCalendarFolderIsInvalidForCalendarView: 'exchange.notACalendar',
  ErrorRecurrenceHasNoOccurrence: 'exchange.recurrenceWithoutDates',
  ErrorCalendarOutOfRange: 'exchange.recurrenceWithoutDates',
  ErrorInvalidRecipients: 'exchange.noRecipients',
  ErrorMissingRecipients: 'exchange.noRecipients',
  ErrorInvalidSmtpAddress: 'exchange.noRecipients',
  ErrorMessageSizeExceeded: 'exchange.tooLarge',
  ErrorAttachmentSizeLimitExceeded: 'exchange.tooLarge',
  ErrorQuotaExceeded: 'exchange.quotaExceeded',
  ErrorSubmissionQuotaExceeded: 'exchange.sendingQuotaExceeded',
  ErrorInvalidAttachmentId: 'exchange.attachmentProblem',
  ErrorAttachmentNestLevelLimitExceeded: 'exchange.attachmentProblem',
  ErrorCannotOpenFileAttachment: 'exchange.attachmentProblem',
  ErrorObjectTypeChanged: 'exchange.wrongItemType',
  ErrorInvalidReferenceItem: 'exchange.wrongItemType',
  ErrorInvalidItemForOperationSendItem: 'exchange.wrongItemType',
  ErrorNameResolutionNoResults: 'exchange.nameNotResolved',
  ErrorNameResolutionMultipleResults: 'exchange.nameNotResolved',
  ErrorInvalidSyncStateData: 'exchange.monitorStateLost',
  ErrorAccountDisabled: 'exchange.accountState',
  ErrorPasswordExpired: 'exchange.accountState',
  ErrorPasswordChangeRequired: 'exchange.accountState',
  ErrorBatchProcessingStopped: 'exchange.batchStopped',
  ErrorNoPublicFolderReplicaAvailable: 'exchange.contentProblem',
  ErrorUnsupportedTypeForConversion: 'exchange.contentProblem',
  ErrorMimeContentConversionFailed: 'exchange.contentProblem',
  ErrorMimeContentInvalid: 'exchange.contentProblem',
  ErrorInvalidServerVersion: 'exchange.versionNotSupported',
  ErrorIncorrectSchemaVersion: 'exchange.versionNotSupported',
  ErrorSchemaValidation: 'exchange.requestRejected',
  ErrorInvalidRequest: 'exchange.requestRejected',
  ErrorMessageDispositionRequired: 'exchange.requestRejected',
  ErrorSendMeetingInvitationsRequired: 'exchange.requestRejected',
  ErrorSendMeetingInvitationsOrCancellationsRequired: 'exchange.requestRejected',
  ErrorSendMeetingCancellationsRequired: 'exchange.requestRejected',
  ErrorAffectedTaskOccurrencesRequired: 'exchange.requestRejected',
};

/** The error for a response code. A code that is not in the table keeps its name and text. */
export function exchangeError(problem: ServerProblem): AppError {
  const code = Object.hasOwn(responseCodes, problem.code) ? responseCodes[problem.code] : undefined;
  const waitMs = Number(problem.values.BackOffMilliseconds);
  return new AppError(code ?? 'exchange.other', {
    responseCode: problem.code,
    ...(problem.text === '' ? {} : { messageText: problem.text }),
    ...(Number.isFinite(waitMs) && waitMs >= 0 ? { waitMs: String(waitMs), waitSeconds: String(Math.ceil(waitMs / 1000)) } : {}),
    ...Object.fromEntries(
      ['LineNumber', 'LinePosition', 'Violation'].flatMap((name) => (problem.values[name] === undefined ? [] : [[name, problem.values[name]]])),
    ),
  });
}

/** The response code that an error came from, where Exchange gave one. */
export const responseCodeOf = (thrown: unknown): string | undefined => (thrown instanceof AppError ? thrown.data.details?.responseCode : undefined);
