import type { Field } from '../../../shared/fields/field.ts';

/** How a property is written in XML: as plain text, or in one of the forms that Exchange uses for the rest. */
export type PropertyForm = 'plain' | 'id' | 'body' | 'bodyType' | 'mailbox' | 'mailboxes' | 'strings' | 'attachments';

/** A property's element and form. */
export interface Property {
  readonly element: string;
  readonly form: PropertyForm;
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
};

/** The property that a field of an item type stands for; undefined for a field that is none. */
export function propertyOf(field: Field): Property | undefined {
  const { uri } = field;
  if (uri === undefined) return undefined;
  const element = uri.slice(uri.indexOf(':') + 1);
  if (uri === 'item:Body') return { element, form: field.kind === 'choice' ? 'bodyType' : 'body' };
  return { element, form: forms[uri] ?? 'plain' };
}
