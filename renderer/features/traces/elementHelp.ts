import { itemTypes } from '../../../shared/items/itemTypes.ts';

/** Elements that every answer has, in a sentence each. https://learn.microsoft.com/exchange/client-developer/web-service-reference/ */
const envelope: Readonly<Record<string, string>> = {
  ResponseCode: 'How Exchange answered this message: NoError, or the name of what went wrong.',
  MessageText: 'The error in words, from Exchange.',
  ResponseMessages: 'One message for each item that the request named.',
  ServerVersionInfo: 'The version and build of the server.',
  RequestServerVersion: 'The version of the schema that the request keeps to.',
  ExchangeImpersonation: 'The account on whose behalf the request is made.',
  BackOffMilliseconds: 'How long Exchange asks to wait before the next request.',
  Restriction: 'The filter that the server applies.',
  ItemShape: 'Which properties the answer holds.',
  AdditionalProperties: 'Properties that are asked for by name.',
  IncludesLastItemInRange: 'Whether this page is the last one.',
  IndexedPageItemView: 'Which page of the result is asked for.',
  ItemId: 'The ID of an item, with the change key of the version that was read.',
  ParentFolderId: 'The folder that holds the item.',
  DistinguishedFolderId: 'A folder by its well-known name.',
  SavedItemFolderId: 'Where a copy of what is sent is kept.',
  FieldURI: 'The property that is meant.',
  SetItemField: 'A property and its new value.',
};

let elements: ReadonlyMap<string, string> | undefined;

/** The element of a property: `item:Subject` is written as `Subject`. */
function fromFields(): ReadonlyMap<string, string> {
  const known = new Map(Object.entries(envelope));
  for (const itemType of itemTypes) {
    for (const field of Object.values(itemType.fields)) {
      const name = field.uri?.split(/[:/]/)[1];
      if (field.uri !== undefined && name !== undefined && !known.has(name)) known.set(name, `${field.uri} – ${field.label}. ${field.help}`);
    }
  }
  return known;
}

/** What an element means, from the field lists of the item types; undefined for one that they do not know. */
export function elementHelp(name: string): string | undefined {
  elements ??= fromFields();
  return elements.get(name);
}
