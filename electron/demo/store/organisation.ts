import type { NewItem, Person } from './mailbox.ts';
import { Mailbox } from './mailbox.ts';
import type { Identifiers } from './identifiers.ts';
import type { Item } from './item.ts';

/** All mailboxes of the demo organisation, and the mail between them. */
export interface Organisation {
  readonly people: readonly Person[];
  readonly identifiers: Identifiers;
  /** Counts what needs a number of its own, such as a message sent. */
  nextNumber(): number;
  /** By any of its addresses, without regard to case; undefined for an address outside. */
  mailbox(address: string): Mailbox | undefined;
  /** Puts a message into the inbox behind an address; undefined where there is none. */
  deliver(address: string, message: NewItem): Item | undefined;
}

/** An organisation of these people with empty mailboxes. */
export function organisationOf(people: readonly Person[], identifiers: Identifiers, now: () => Date): Organisation {
  let numbers = 0;
  const byAddress = new Map<string, Mailbox>();
  for (const person of people) {
    const mailbox = new Mailbox(person, identifiers, now);
    for (const address of [person.address, ...(person.aliases ?? [])]) byAddress.set(address.toLowerCase(), mailbox);
  }
  return {
    people,
    identifiers,
    nextNumber: () => (numbers += 1),
    mailbox: (address) => byAddress.get(address.toLowerCase()),
    deliver(address, message) {
      const mailbox = byAddress.get(address.toLowerCase());
      return mailbox?.add(mailbox.distinguished('inbox'), message);
    },
  };
}
