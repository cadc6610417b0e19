import type { Field } from '../../../shared/fields/field.ts';

/** How a property is written in XML: as plain text, or in one of the forms that Exchange uses for the rest. */
export type PropertyForm =
  | 'plain'
  | 'id'
  | 'body'
  | 'bodyType'
  | 'mailbox'
  | 'mailboxes'
  | 'attendees'
  | 'members'
  | 'strings'
  | 'attachments'
  | 'minutes'
  | 'recurrence'
  | 'delegation'
  | 'entry'
  | 'entryName'
  | 'address';

/** A property's element and form. */
export interface Property {
  readonly element: string;
  readonly form: PropertyForm;
  /** Key of the entry in a dictionary. */
  readonly index?: string;
  /** Element of an entry that holds the value, for a part of a postal address. */
  readonly part?: string;
}

/** Properties that are not plain text, by path. `item:Body` holds two fields: the text, and its format as attribute. */
const forms: Readonly<Record<string, PropertyForm>> = {
  'item:ItemId': 'id',
  'item:ParentFolderId': 'id',
  'item:ConversationId': 'id',
  'item:Attachments': 'attachments',
  'item:Categories': 'strings',
  'message:From': 'mailbox',
  'message:Sender': 'mailbox',
  'message:ReceivedBy': 'mailbox',
  'message:ReceivedRepresenting': 'mailbox',
  'message:ToRecipients': 'mailboxes',
  'message:CcRecipients': 'mailboxes',
  'message:BccRecipients': 'mailboxes',
  'message:ReplyTo': 'mailboxes',
  'calendar:Organizer': 'mailbox',
  'calendar:RequiredAttendees': 'attendees',
  'calendar:OptionalAttendees': 'attendees',
  'calendar:Resources': 'attendees',
  'calendar:Duration': 'minutes',
  'calendar:Recurrence': 'recurrence',
  'distributionlist:Members': 'members',
  'task:Recurrence': 'recurrence',
  'task:Companies': 'strings',
  'task:Contacts': 'strings',
  'task:DelegationState': 'delegation',
};

/** Dictionaries: the path names an entry's kind, the element the whole dictionary. */
const dictionaries: Readonly<Record<string, string>> = {
  'contacts:EmailAddress': 'EmailAddresses',
  'contacts:PhoneNumber': 'PhoneNumbers',
  'contacts:PhysicalAddress': 'PhysicalAddresses',
};

function entryOf(uri: string, index: string, isName: boolean): Property {
  const [scope = '', name = '', part] = uri.split(':');
  const element = dictionaries[`${scope}:${name}`];
  if (element === undefined) throw new Error(`${uri} is no dictionary.`);
  return part === undefined ? { element, index, form: isName ? 'entryName' : 'entry' } : { element, index, part, form: 'address' };
}

const known = new WeakMap<Field, Property>();

/** The property that a field of an item type stands for; undefined for a field that is none. */
export function propertyOf(field: Field): Property | undefined {
  const { uri, index } = field;
  if (uri === undefined) return undefined;
  const before = known.get(field);
  if (before !== undefined) return before;
  const element = uri.slice(uri.indexOf(':') + 1);
  const bodyForm = field.kind === 'choice' ? 'bodyType' : 'body';
  const property: Property =
    index !== undefined
      ? entryOf(uri, index, field.attribute === 'Name')
      : uri === 'item:Body'
        ? { element, form: bodyForm }
        : { element, form: forms[uri] ?? 'plain' };
  known.set(field, property);
  return property;
}
