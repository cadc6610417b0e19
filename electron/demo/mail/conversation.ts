import type { NewItem } from '../store/mailbox.ts';
import type { Organisation } from '../store/organisation.ts';
import { t, type XmlElement } from '../xml/element.ts';

/** Prefixes of answers and forwarded messages; Exchange writes them in capitals. */
export const prefixes = { reply: 'RE: ', forward: 'FW: ' } as const;

/** A subject without the prefixes of answers: what a conversation is about. */
export function topicOf(subject: string): string {
  return subject.replace(/^(?:\s*(?:re|fw|fwd)\s*:\s*)+/i, '');
}

/** The conversation of a message: kept where it has one, else a new one about its subject. */
export function conversationValues(message: NewItem, organisation: Organisation, now: Date): XmlElement[] {
  const topic = t('ConversationTopic', message.values.get('ConversationTopic')?.text ?? topicOf(message.values.get('Subject')?.text ?? ''));
  const id = message.values.get('ConversationId') ?? t('ConversationId', [], { Id: organisation.identifiers.next('conversation') });
  return [topic, id, message.values.get('ConversationIndex') ?? firstIndex(organisation, now)];
}

/** The index of a conversation's first message: a version byte, five bytes of time, sixteen of identity (MS-OXOMSG 2.2.1.3). */
function firstIndex(organisation: Organisation, now: Date): XmlElement {
  const index = Buffer.alloc(22);
  index.writeUInt8(1, 0);
  index.writeUIntBE(Math.floor(now.getTime() / 1000), 1, 5);
  organisation.identifiers.bytes(`conversation/${organisation.nextNumber()}`, 16).copy(index, 6);
  return t('ConversationIndex', index.toString('base64'));
}

/** The index of an answer: its parent's and five more bytes. */
export function answerIndex(parent: XmlElement | undefined, seconds: number): XmlElement | undefined {
  if (parent === undefined) return undefined;
  const step = Buffer.alloc(5);
  step.writeUInt32BE(seconds % 0x1_0000_0000, 0);
  return t('ConversationIndex', Buffer.concat([Buffer.from(parent.text, 'base64'), step]).toString('base64'));
}
