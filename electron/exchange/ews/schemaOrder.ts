/**
 * Elements of an item that can be written, in the order the schema demands; another order is answered with ErrorSchemaValidation.
 * Taken from `ItemType` and `MessageType` of the official schema (types.xsd).
 */
const item = [
  'ItemClass',
  'Subject',
  'Sensitivity',
  'Body',
  'Categories',
  'Importance',
  'InReplyTo',
  'ReminderDueBy',
  'ReminderIsSet',
  'ReminderMinutesBeforeStart',
  'Culture',
];

const message = [
  'Sender',
  'ToRecipients',
  'CcRecipients',
  'BccRecipients',
  'IsReadReceiptRequested',
  'IsDeliveryReceiptRequested',
  'From',
  'IsRead',
  'IsResponseRequested',
  'References',
  'ReplyTo',
];

const orders: Readonly<Record<string, readonly string[]>> = { Message: [...item, ...message] };

/** The order of an item class's elements, by its element name. */
export function schemaOrder(exchangeClass: string): readonly string[] {
  const order = orders[exchangeClass];
  if (order === undefined) throw new Error(`No element order is known for ${exchangeClass}.`);
  return order;
}
