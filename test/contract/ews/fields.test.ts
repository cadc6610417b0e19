import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { propertyOf } from '../../../electron/exchange/ews/properties.ts';
import { schemaOrder } from '../../../electron/exchange/ews/schemaOrder.ts';
import { responseCodes } from '../../../electron/exchange/ews/faults.ts';
import type { Field } from '../../../shared/fields/field.ts';
import { itemTypeNames } from '../../../shared/items/itemType.ts';
import { itemTypeNamed } from '../../../shared/items/itemTypes.ts';

const types = readFileSync(new URL('../schema/types.xsd', import.meta.url), 'utf8');
const messages = readFileSync(new URL('../schema/messages.xsd', import.meta.url), 'utf8');

/** The source of a named type of the schema. */
function typeNamed(schema: string, name: string): string {
  const found = new RegExp(`<xs:(simple|complex)Type name="${name}"[\\s\\S]*?</xs:\\1Type>`).exec(schema);
  if (found === null) throw new Error(`The schema has no type ${name}.`);
  return found[0];
}

const all = (source: string, pattern: RegExp): string[] => [...source.matchAll(pattern)].map((match) => match[1] ?? '');
const elementsOf = (name: string): string[] => all(typeNamed(types, name), /<xs:element (?:name|ref)="(?:t:)?([^"]+)"/g);
const valuesOf = (name: string): Set<string> => new Set(all(typeNamed(types, name), /<xs:enumeration value="([^"]+)"/g));
const paths = valuesOf('UnindexedFieldURIType');
const dictionaries = valuesOf('DictionaryURIType');
const keys = new Set(['EmailAddressKeyType', 'PhoneNumberKeyType', 'PhysicalAddressKeyType'].flatMap((name) => [...valuesOf(name)]));
/** Whether Exchange knows the path of a field. */
const isPath = ({ uri = '', index }: Field): boolean => (index === undefined ? paths.has(uri) : dictionaries.has(uri) && keys.has(index));
/** Schema types whose names differ from their elements. */
const schemaTypes: Readonly<Record<string, string>> = {
  CalendarItem: 'CalendarItemType',
  Contact: 'ContactItemType',
  DistributionList: 'DistributionListType',
};
const known = itemTypeNames.flatMap((name) => itemTypeNamed(name) ?? []);

describe.each(known.map((type) => [type.name, type] as const))('the fields of %s', (_name, type) => {
  const elements = [...elementsOf('ItemType'), ...elementsOf(schemaTypes[type.exchangeClass] ?? `${type.exchangeClass}Type`)];
  const properties = Object.values(type.fields).map((field) => ({ field, property: propertyOf(field) }));

  it('have paths that Exchange knows, and elements of that item class', () => {
    const unknown = properties.filter(({ field, property }) => !isPath(field) || !elements.includes(property?.element ?? ''));
    expect(unknown.map(({ field }) => field.label)).toEqual([]);
  });

  it('have a place in the schema order when they can be written', () => {
    const order = schemaOrder(type.exchangeClass);
    const writable = properties.filter(({ field, property }) => (field.create !== undefined || field.update === true) && property?.form !== 'attachments');
    for (const { property } of writable) expect(order).toContain(property?.element);
    expect([...order].toSorted((left, right) => elements.indexOf(left) - elements.indexOf(right))).toEqual(order);
  });

  it('push down only what they also offer as a filter', () => {
    const pointless = properties.filter(({ field }) => field.pushDown === true && field.filter === undefined);
    expect(pointless.map(({ field }) => field.label)).toEqual([]);
  });
});

/** Response codes that the pack's users meet (Microsoft, ResponseCode). */
const explained = [
  'ErrorADUnavailable ErrorAccessDenied ErrorAccountDisabled ErrorAffectedTaskOccurrencesRequired ErrorAttachmentNestLevelLimitExceeded',
  'ErrorAttachmentSizeLimitExceeded ErrorBatchProcessingStopped ErrorCalendarDurationIsTooLong ErrorCalendarEndDateIsEarlierThanStartDate',
  'ErrorCalendarOutOfRange ErrorCalendarViewRangeTooBig ErrorChangeKeyRequired ErrorChangeKeyRequiredForWriteOperations ErrorConnectionFailed',
  'ErrorExceededConnectionCount ErrorExceededFindCountLimit ErrorFolderNotFound ErrorImpersonateUserDenied ErrorImpersonationDenied',
  'ErrorImpersonationFailed ErrorIncorrectSchemaVersion ErrorInsufficientResources ErrorInternalServerError ErrorInternalServerTransientError',
  'ErrorInvalidAttachmentId ErrorInvalidChangeKey ErrorInvalidId ErrorInvalidIdEmpty ErrorInvalidIdMalformed ErrorInvalidPropertyRequest',
  'ErrorInvalidPropertySet ErrorInvalidPropertyUpdateSentMessage ErrorInvalidRecipients ErrorInvalidRequest ErrorInvalidServerVersion',
  'ErrorInvalidSmtpAddress ErrorIrresolvableConflict ErrorItemNotFound ErrorMailboxFailover ErrorMailboxMoveInProgress',
  'ErrorMailboxStoreUnavailable ErrorMessageDispositionRequired ErrorMessageSizeExceeded ErrorMimeContentConversionFailed',
  'ErrorMissingRecipients ErrorNameResolutionMultipleResults ErrorNameResolutionNoResults ErrorNoPublicFolderReplicaAvailable',
  'ErrorNonExistentMailbox ErrorNotEnoughMemory ErrorObjectTypeChanged ErrorPasswordChangeRequired ErrorPasswordExpired ErrorQuotaExceeded',
  'ErrorRecurrenceHasNoOccurrence ErrorRestrictionTooComplex ErrorSchemaValidation ErrorSendAsDenied ErrorSendMeetingCancellationsRequired',
  'ErrorSendMeetingInvitationsOrCancellationsRequired ErrorSendMeetingInvitationsRequired ErrorServerBusy ErrorStaleObject',
  'ErrorSubmissionQuotaExceeded ErrorTimeoutExpired ErrorToFolderNotFound ErrorUnsupportedPathForQuery ErrorUnsupportedPathForSortGroup',
  'ErrorUnsupportedQueryFilter ErrorUnsupportedTypeForConversion',
].flatMap((line) => line.split(' '));

describe('response codes', () => {
  it('are codes of the schema', () => {
    const codes = new Set(all(typeNamed(messages, 'ResponseCodeType'), /<xs:enumeration value="([^"]+)"/g));
    expect(Object.keys(responseCodes).filter((code) => !codes.has(code))).toEqual([]);
  });

  it('are explained, all that an administrator can meet', () => {
    expect(explained.filter((code) => !Object.hasOwn(responseCodes, code))).toEqual([]);
  });
});
