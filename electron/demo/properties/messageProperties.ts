import { propertyRows } from './property.ts';

/** Properties of messages, in the order of the schema (Microsoft Learn: Message, EWS reference). */
export const messageProperties = propertyRows('message', [
  'Sender address createOnly',
  'ToRecipients complex noFind noQuery draftOnly defaultGet append',
  'CcRecipients complex noFind noQuery draftOnly defaultGet append',
  'BccRecipients complex noFind noQuery draftOnly defaultGet append',
  'IsReadReceiptRequested boolean draftOnly defaultGet',
  'IsDeliveryReceiptRequested boolean draftOnly defaultGet',
  'ConversationIndex complex readOnly noQuery',
  'ConversationTopic string readOnly',
  'From address draftOnly default',
  'InternetMessageId string',
  'IsRead boolean default fixed',
  'IsResponseRequested boolean draftOnly',
  'References string',
  'ReplyTo complex noFind noQuery draftOnly append',
  'ReceivedBy address readOnly',
  'ReceivedRepresenting address readOnly',
]);
