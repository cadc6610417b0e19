import { smtpAddress } from '../../../shared/fields/value.ts';
import { childText, type XmlElement } from './xmlReader.ts';
import { element, type Xml } from './xmlWriter.ts';

/** Somebody a message comes from or goes to. */
export interface Mailbox {
  readonly name: string;
  /** SMTP address, or whatever address the server has where there is none. */
  readonly address: string;
}

/** A mailbox from `user@host` or `Name <user@host>`. */
export function mailboxXml(entry: string): Xml {
  const address = smtpAddress(entry) ?? entry.trim();
  const name = entry.includes('<')
    ? entry
        .slice(0, entry.lastIndexOf('<'))
        .trim()
        .replace(/^"(.*)"$/, '$1')
    : '';
  return element('t:Mailbox', {}, [name === '' ? undefined : element('t:Name', {}, [name]), element('t:EmailAddress', {}, [address])]);
}

/** A list of mailboxes; nothing where it is empty, because Exchange does not accept an empty list. */
export const mailboxesXml = (name: string, entries: readonly string[]): Xml | undefined =>
  entries.length === 0 ? undefined : element(name, {}, entries.map(mailboxXml));

/** Text of a message with its format. */
export const bodyXml = (name: string, body: string, bodyType: string): Xml => element(name, { BodyType: bodyType }, [body]);

/** Reads a `Mailbox` element. */
export function mailboxOf(mailbox: XmlElement): Mailbox {
  const name = childText(mailbox, 'Name') ?? '';
  return { name, address: childText(mailbox, 'EmailAddress') ?? name };
}
