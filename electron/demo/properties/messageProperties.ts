import { propertyRows } from './property.ts';

/** Properties of messages, in the order of the schema (Microsoft Learn: Message, EWS reference). */
export const messageProperties = propertyRows('message', [
  'Sender address draftOnly',
  'ToRecipients complex noFind noQuery draftOnly defaultGet',
  'CcRecipients complex noFind noQuery draftOnly defaultGet',
  'BccRecipients complex noFind noQuery draftOnly defaultGet',
  'IsReadReceiptRequested boolean draftOnly defaultGet',
  'IsDeliveryReceiptRequested boolean draftOnly defaultGet',
  'ConversationIndex complex readOnly noQuery',
  'ConversationTopic string readOnly',
  'From address draftOnly default',
  'InternetMessageId string',
  'IsRead boolean default',
  'IsResponseRequested boolean draftOnly',
  'References string',
  'ReplyTo complex noFind noQuery draftOnly',
  'ReceivedBy address readOnly',
  'ReceivedRepresenting address readOnly',
]);
