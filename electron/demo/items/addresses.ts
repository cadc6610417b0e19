import { child, childText, t, type XmlElement } from '../xml/element.ts';

/** Somebody mail comes from or goes to. */
export interface Address {
  readonly name: string;
  readonly address: string;
}

/** A `Mailbox` element. */
export function mailboxElement({ name, address }: Address): XmlElement {
  return t('Mailbox', [t('Name', name), t('EmailAddress', address), t('RoutingType', 'SMTP')]);
}

/** A property that holds one address, such as From. */
export function addressProperty(name: string, address: Address): XmlElement {
  return t(name, [mailboxElement(address)]);
}

/** A property that holds several addresses, such as ToRecipients; undefined for none. */
export function addressesProperty(name: string, addresses: readonly Address[]): XmlElement | undefined {
  return addresses.length === 0 ? undefined : t(name, addresses.map(mailboxElement));
}

/** The address of a `Mailbox` element; either part may be empty. */
export function addressOf(mailbox: XmlElement | undefined): Address {
  const address = childText(mailbox, 'EmailAddress')?.trim() ?? '';
  return { name: childText(mailbox, 'Name') ?? address, address };
}

/** The addresses of a recipient or attendee property. */
export function addressesOf(property: XmlElement | undefined): Address[] {
  return (property?.children ?? []).map((one) => addressOf(one.name === 'Mailbox' ? one : child(one, 'Mailbox')));
}

/** The address of a property that holds one. */
export function singleAddress(property: XmlElement | undefined): Address | undefined {
  const mailbox = child(property, 'Mailbox');
  return mailbox === undefined ? undefined : addressOf(mailbox);
}

/** Whether a text has the form of an SMTP address. */
export function isSmtpAddress(text: string): boolean {
  return /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+$/.test(text);
}
