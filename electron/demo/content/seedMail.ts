import { addressesProperty, addressProperty, type Address } from '../items/addresses.ts';
import { defaultValues } from '../items/newItem.ts';
import { conversationValues } from '../mail/conversation.ts';
import { dateText, dayAt } from '../store/dates.ts';
import type { NewItem } from '../store/mailbox.ts';
import type { Organisation } from '../store/organisation.ts';
import { t } from '../xml/element.ts';
import type { MailSpec } from './mailSpec.ts';

/** The address of a username, or of `Name <address>`. */
export function addressNamed(text: string, organisation: Organisation): Address {
  const match = /^(.*?)\s*<(.+)>$/.exec(text);
  if (match !== null) return { name: match[1] ?? '', address: match[2] ?? '' };
  const person = organisation.people.find((one) => one.username === text);
  if (person === undefined) throw new Error(`Nobody is called ${text}.`);
  return { name: person.name, address: person.address };
}

/** Where a seeded mail stands: received, sent by the owner, or not sent yet. */
export type MailState = 'received' | 'sent' | 'draft';

/** A seeded mail as an item of `owner`, dated before `start`. */
export function mailOf(spec: MailSpec, state: MailState, owner: string, organisation: Organisation, start: Date): NewItem {
  const when = dayAt(start, -spec.daysAgo, spec.at);
  // A server started early in the morning has no mail from later the same day.
  const date = when > start ? new Date(start.getTime() - 60_000) : when;
  const values = defaultValues('Message');
  const from = addressNamed(spec.from, organisation);
  const to = addressesProperty(
    'ToRecipients',
    (spec.to ?? [owner]).map((one) => addressNamed(one, organisation)),
  );
  const cc = addressesProperty(
    'CcRecipients',
    (spec.cc ?? []).map((one) => addressNamed(one, organisation)),
  );
  const owned = addressNamed(owner, organisation);
  const parts = [
    t('Subject', spec.subject),
    t('Body', spec.body, { BodyType: spec.body.startsWith('<') ? 'HTML' : 'Text' }),
    spec.importance === undefined ? undefined : t('Importance', spec.importance),
    spec.categories === undefined
      ? undefined
      : t(
          'Categories',
          spec.categories.map((one) => t('String', one)),
        ),
    t('DateTimeReceived', dateText(date)),
    t('DateTimeSent', dateText(date)),
    t('IsSubmitted', 'false'),
    t('IsDraft', String(state === 'draft')),
    t('IsFromMe', String(state !== 'received')),
    t('IsResend', 'false'),
    t('IsRead', String(spec.unread !== true)),
    to,
    cc,
    ...(state === 'draft' ? [] : [addressProperty('From', from), addressProperty('Sender', from)]),
    ...(state === 'received' ? [addressProperty('ReceivedBy', owned), addressProperty('ReceivedRepresenting', owned)] : []),
    t('InternetMessageId', `<${organisation.identifiers.bytes(`seed/${owner}/${spec.subject}/${spec.daysAgo}`, 16).toString('hex')}@mail.contoso.test>`),
    t('IsReadReceiptRequested', 'false'),
    t('IsDeliveryReceiptRequested', 'false'),
    t('IsResponseRequested', 'false'),
  ];
  for (const part of parts) if (part !== undefined) values.set(part.name, part);
  for (const value of conversationValues({ kind: 'Message', values }, organisation, date)) values.set(value.name, value);
  const attachments = (spec.files ?? []).map(({ name, contentType, text }) => ({
    name,
    contentType,
    isInline: false,
    content: Buffer.from(text).toString('base64'),
    lastModified: date,
  }));
  return { kind: 'Message', values, attachments, created: date, author: from.name };
}
