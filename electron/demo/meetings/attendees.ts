import { addressOf, addressesOf, mailboxElement, type Address } from '../items/addresses.ts';
import { dateText } from '../store/dates.ts';
import type { Organisation } from '../store/organisation.ts';
import { child, t, type XmlElement } from '../xml/element.ts';

type Values = ReadonlyMap<string, XmlElement>;

/** The properties of a calendar item that name who is invited. */
export const attendeeLists = ['RequiredAttendees', 'OptionalAttendees', 'Resources'] as const;

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Everybody who is invited, once. */
export function attendeesOf(values: Values): Address[] {
  const all = attendeeLists.flatMap((list) => addressesOf(values.get(list)));
  return all.filter(({ address }, index) => all.findIndex((one) => same(one.address, address)) === index);
}

/** A list of attendees with the names the directory has for them; answers given before stay with those who gave them. */
export function directoryAttendees(list: XmlElement, before: XmlElement | undefined, organisation: Organisation): XmlElement {
  const attendees = list.children.map((attendee) => {
    const given = addressOf(child(attendee, 'Mailbox'));
    const known = organisation.mailbox(given.address)?.person ?? organisation.people.find((one) => same(one.name, given.address || given.name));
    const address = { name: known?.name ?? given.name, address: known === undefined || given.address.includes('@') ? given.address : known.address };
    const old = before?.children.find((one) => same(addressOf(child(one, 'Mailbox')).address, address.address));
    return t('Attendee', [mailboxElement(address), child(old, 'ResponseType') ?? t('ResponseType', 'Unknown'), child(old, 'LastResponseTime')]);
  });
  return t(list.name, attendees);
}

/** The lists of attendees with the answer of one of them; undefined answers of all are forgotten. */
export function withAnswer(values: Values, answer: { readonly address: string; readonly response: string; readonly at: Date } | undefined): XmlElement[] {
  return attendeeLists.flatMap((name) => {
    const list = values.get(name);
    if (list === undefined) return [];
    const attendees = list.children.map((one) => {
      const mailbox = child(one, 'Mailbox');
      if (answer === undefined) return t('Attendee', [mailbox, t('ResponseType', 'Unknown')]);
      if (!same(addressOf(mailbox).address, answer.address)) return one;
      return t('Attendee', [mailbox, t('ResponseType', answer.response), t('LastResponseTime', dateText(answer.at))]);
    });
    return [t(name, attendees)];
  });
}
