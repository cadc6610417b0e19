import type { DemoMailbox } from '../../../shared/demo/demo.ts';
import type { Organisation } from './organisation.ts';

const counted = { inbox: 'inbox', sentitems: 'sent', calendar: 'calendar', contacts: 'contacts', tasks: 'tasks' } as const;
const isCounted = (name: string | undefined): name is keyof typeof counted => name !== undefined && Object.hasOwn(counted, name);

/** How many items the mailboxes hold now, by folder. */
export function mailboxCounts(organisation: Organisation): DemoMailbox[] {
  return organisation.people.flatMap(({ name, address }) => {
    const mailbox = organisation.mailbox(address);
    if (mailbox === undefined) return [];
    const counts = { inbox: 0, sent: 0, calendar: 0, contacts: 0, tasks: 0, other: 0 };
    for (const { id, distinguished } of mailbox.folders) counts[isCounted(distinguished) ? counted[distinguished] : 'other'] += mailbox.itemsIn(id).length;
    return [{ name, address, ...counts }];
  });
}
