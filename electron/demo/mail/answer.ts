import { addressesOf, addressesProperty, singleAddress, type Address } from '../items/addresses.ts';
import { attachmentOf } from '../items/attachments.ts';
import { defaultValues } from '../items/newItem.ts';
import { currentItemOf } from '../operations/itemIds.ts';
import type { OperationContext } from '../operations/operation.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { Item } from '../store/item.ts';
import { isMail, textOf } from '../store/item.ts';
import type { NewItem } from '../store/mailbox.ts';
import { child, childrenOf, t, withoutPositions, type XmlElement } from '../xml/element.ts';
import { answerIndex, prefixes, topicOf } from './conversation.ts';
import { quotedBody } from './quotedBody.ts';

/** Response objects that make a message out of another item. */
export const answerNames = ['ReplyToItem', 'ReplyAllToItem', 'ForwardItem'] as const;
export type AnswerName = (typeof answerNames)[number];

/** Whether an element asks for an answer to an item. */
export function isAnswer(source: XmlElement): source is XmlElement & { readonly name: AnswerName } {
  return answerNames.some((name) => name === source.name);
}

function others(addresses: readonly Address[], own: ReadonlySet<string>): Address[] {
  const seen = new Set(own);
  return addresses.filter(({ address }) => {
    const key = address.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The recipients the server finds for an answer; those the request gives replace them, they do not add. */
function recipients(name: AnswerName, original: Item, { mailbox }: OperationContext): (XmlElement | undefined)[] {
  if (name === 'ForwardItem') return [];
  const { address, aliases = [] } = mailbox.person;
  const own = new Set([address, ...aliases].map((one) => one.toLowerCase()));
  const replyTo = addressesOf(original.values.get('ReplyTo'));
  const from = singleAddress(original.values.get('From'));
  const to = replyTo.length > 0 ? replyTo : from === undefined ? [] : [from];
  if (name === 'ReplyToItem') return [addressesProperty('ToRecipients', to)];
  const everyone = others([...to, ...addressesOf(original.values.get('ToRecipients'))], own);
  const taken = new Set([...own, ...everyone.map((one) => one.address.toLowerCase())]);
  // An answer to a message of one's own and to oneself only still needs somebody to go to.
  const toAll = everyone.length > 0 ? everyone : to;
  return [addressesProperty('ToRecipients', toAll), addressesProperty('CcRecipients', others(addressesOf(original.values.get('CcRecipients')), taken))];
}

/** Threads an answer: conversation, In-Reply-To and References. */
function threading(original: Item, context: OperationContext): (XmlElement | undefined)[] {
  const messageId = textOf(original, 'InternetMessageId');
  const references = [textOf(original, 'References'), messageId].filter((one) => one !== undefined && one !== '').join(' ');
  return [
    original.values.get('ConversationId'),
    original.values.get('ConversationTopic'),
    answerIndex(original.values.get('ConversationIndex'), Math.floor(context.now().getTime() / 1000)),
    messageId === undefined ? undefined : t('InReplyTo', messageId),
    references === '' ? undefined : t('References', references),
  ];
}

/** The message that a reply, reply-all or forward asks for. Throws EwsError where the item cannot be answered or its change key is old. */
export function answerOf(source: XmlElement & { readonly name: AnswerName }, context: OperationContext): NewItem {
  const reference = child(source, 'ReferenceItemId');
  if (reference === undefined) throw new EwsError('ErrorInvalidReferenceItem');
  const original = currentItemOf(reference, context);
  const forward = source.name === 'ForwardItem';
  if (textOf(original, 'IsDraft') === 'true' || (!isMail(original.kind) && !(forward && original.kind === 'CalendarItem')))
    throw new EwsError('ErrorInvalidReferenceItem');
  const subject = `${forward ? prefixes.forward : prefixes.reply}${topicOf(textOf(original, 'Subject') ?? '')}`;
  const given = ['Subject', 'ToRecipients', 'CcRecipients', 'BccRecipients', 'From', 'IsReadReceiptRequested', 'IsDeliveryReceiptRequested'].map((name) =>
    child(source, name),
  );
  const own = child(source, 'Body');
  const values = defaultValues('Message');
  const parts = [
    t('Subject', subject),
    ...recipients(source.name, original, context),
    ...threading(original, context),
    ...given,
    own ?? quotedBody(child(source, 'NewBodyContent'), original),
  ];
  for (const part of parts) if (part !== undefined) values.set(part.name, withoutPositions(part));
  const added = childrenOf(source, 'Attachments').map((one) => attachmentOf(one, context.now()));
  return { kind: 'Message', values, attachments: forward ? [...original.attachments, ...added] : added };
}
