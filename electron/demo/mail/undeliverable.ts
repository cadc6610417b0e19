import { addressesProperty, addressProperty, type Address } from '../items/addresses.ts';
import { defaultValues } from '../items/newItem.ts';
import type { OperationContext } from '../operations/operation.ts';
import { dateText } from '../store/dates.ts';
import type { NewItem } from '../store/mailbox.ts';
import { t } from '../xml/element.ts';
import { conversationValues } from './conversation.ts';

/** The mail domain of the demo organisation. */
const ownDomain = '@contoso.test';
const postmaster: Address = { name: 'Microsoft Outlook', address: 'postmaster@contoso.test' };

/** Puts a non-delivery report into the sender's inbox for addresses of this organisation that nobody has. */
export function returnUndeliverable(message: NewItem, recipients: readonly Address[], { mailbox, organisation, now }: OperationContext): void {
  const lost = recipients.filter(({ address }) => address.toLowerCase().endsWith(ownDomain) && organisation.mailbox(address) === undefined);
  if (lost.length === 0) return;
  const date = dateText(now());
  const { name, address } = mailbox.person;
  const lines = ['Delivery has failed to these recipients:', '', ...lost.map((one) => one.address), '', 'The address was not found at contoso.test.'];
  const id = organisation.identifiers.bytes(`report/${organisation.nextNumber()}`, 16).toString('hex');
  const parts = [
    t('ItemClass', 'REPORT.IPM.Note.NDR'),
    t('Subject', `Undeliverable: ${message.values.get('Subject')?.text ?? ''}`),
    t('Body', lines.join('\r\n'), { BodyType: 'Text' }),
    t('DateTimeReceived', date),
    t('DateTimeSent', date),
    t('IsSubmitted', 'false'),
    t('IsDraft', 'false'),
    t('IsFromMe', 'false'),
    t('IsResend', 'false'),
    t('IsRead', 'false'),
    addressProperty('Sender', postmaster),
    addressesProperty('ToRecipients', [{ name, address }]),
    addressProperty('From', postmaster),
    t('InternetMessageId', `<${id}@mail.contoso.test>`),
    message.values.get('InternetMessageId') === undefined ? undefined : t('InReplyTo', message.values.get('InternetMessageId')?.text ?? ''),
  ];
  const values = defaultValues('Message');
  for (const part of parts) if (part !== undefined) values.set(part.name, part);
  for (const value of conversationValues({ kind: 'Message', values }, organisation, now())) values.set(value.name, value);
  organisation.deliver(address, { kind: 'Message', values, created: now(), author: postmaster.name });
}
