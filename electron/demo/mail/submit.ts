import { addressesProperty, addressProperty, singleAddress } from '../items/addresses.ts';
import type { OperationContext } from '../operations/operation.ts';
import { EwsError } from '../soap/ewsError.ts';
import { dateText } from '../store/dates.ts';
import type { Folder } from '../store/folder.ts';
import type { NewItem } from '../store/mailbox.ts';
import { t, type XmlElement } from '../xml/element.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { conversationValues } from './conversation.ts';
import { returnUndeliverable } from './undeliverable.ts';
import { recipientProperties, recipientsOf } from './recipients.ts';

function withValues(message: NewItem, changes: readonly (XmlElement | undefined)[], without: readonly string[] = []): NewItem {
  const values = new Map(message.values);
  for (const name of without) values.delete(name);
  for (const change of changes) if (change !== undefined) values.set(change.name, change);
  return { ...message, values };
}

/** Who a message is from and who sent it. Throws EwsError where the caller may not send as that address. */
function senderValues(message: NewItem, { mailbox }: OperationContext): XmlElement[] {
  const { name, address, aliases = [] } = mailbox.person;
  const own = [address, ...aliases].map((one) => one.toLowerCase());
  const self = { name, address };
  const from = singleAddress(message.values.get('From')) ?? self;
  const sender = singleAddress(message.values.get('Sender')) ?? self;
  if (!own.includes(from.address.toLowerCase()) || !own.includes(sender.address.toLowerCase())) throw new EwsError('ErrorSendAsDenied');
  return [addressProperty('From', { ...from, name: from.name === from.address ? name : from.name }), addressProperty('Sender', self)];
}

/** What the message is to hold in one recipient's mailbox only. */
export type PerMailbox = (recipient: Mailbox) => readonly XmlElement[];

/**
 * Sends a message: into the inbox behind each address that is known here, once per mailbox, and with a read copy into `saveIn`.
 * Addresses outside are accepted and lead nowhere: nothing leaves the computer; those that this organisation should have but has not come back as a report. Throws EwsError before anything is delivered.
 */
export function submit(message: NewItem, saveIn: Folder | undefined, context: OperationContext, perMailbox: PerMailbox = () => []): void {
  const { organisation, mailbox } = context;
  const recipients = recipientsOf(message, context);
  const now = context.now();
  const date = dateText(now);
  const messageId = `<${organisation.identifiers.bytes(`message/${organisation.nextNumber()}`, 16).toString('hex')}@mail.contoso.test>`;
  const sent = withValues(message, [
    ...senderValues(message, context),
    ...recipientProperties.map((name) => addressesProperty(name, recipients[name])),
    ...conversationValues(message, organisation, now),
    t('InternetMessageId', message.values.get('InternetMessageId')?.text ?? messageId),
    t('DateTimeReceived', date),
    t('DateTimeSent', date),
    t('IsDraft', 'false'),
    t('IsSubmitted', 'false'),
    t('IsResend', 'false'),
    t('IsFromMe', 'true'),
    t('IsRead', 'true'),
  ]);
  const everyone = [...recipients.ToRecipients, ...recipients.CcRecipients, ...recipients.BccRecipients];
  const reached = new Set(everyone.map(({ address }) => organisation.mailbox(address)));
  for (const recipient of reached) {
    if (recipient === undefined) continue;
    const { name, address } = recipient.person;
    const received = [
      t('IsRead', 'false'),
      t('IsFromMe', 'false'),
      addressProperty('ReceivedBy', { name, address }),
      addressProperty('ReceivedRepresenting', { name, address }),
      ...perMailbox(recipient),
    ];
    organisation.deliver(address, { ...withValues(sent, received, ['BccRecipients']), created: now, author: mailbox.person.name });
  }
  if (saveIn !== undefined) mailbox.add(saveIn, { ...sent, created: now });
  returnUndeliverable(sent, everyone, context);
}

/** A message as a draft: kept, not sent. */
export function draftOf(message: NewItem, context: OperationContext): NewItem {
  const now = context.now();
  const date = dateText(now);
  const marks = [
    t('DateTimeReceived', date),
    t('DateTimeSent', date),
    t('IsSubmitted', 'false'),
    t('IsDraft', 'true'),
    t('IsFromMe', 'false'),
    t('IsResend', 'false'),
  ];
  return withValues(message, [...marks, ...conversationValues(message, context.organisation, now), message.values.get('IsRead') ?? t('IsRead', 'true')]);
}
