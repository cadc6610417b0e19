import type { Folder } from '../store/folder.ts';
import type { Identifiers } from '../store/identifiers.ts';
import type { Mailbox, NewItem } from '../store/mailbox.ts';
import { organisationOf, type Organisation } from '../store/organisation.ts';
import { seededCalendar } from './calendar.ts';
import { seededContacts } from './contacts.ts';
import { waitingMail } from './helpDeskMail.ts';
import { readMail } from './inboxMail.ts';
import type { MailSpec } from './mailSpec.ts';
import { archivedMail, colleagueMail, doneMail, draftMail, oldHelpDeskMail, sentMail } from './otherMail.ts';
import { people } from './people.ts';
import { mailOf, type MailState } from './seedMail.ts';
import { seededTasks } from './tasks.ts';

function fillHelpDesk(mailbox: Mailbox, put: (mailbox: Mailbox, folder: Folder, mails: readonly MailSpec[], state: MailState) => void): void {
  const inbox = mailbox.distinguished('inbox');
  const helpDesk = mailbox.addFolder('Help desk', inbox);
  const done = mailbox.addFolder('Done', inbox);
  const archive = mailbox.addFolder('Archive', mailbox.distinguished('msgfolderroot'));
  put(mailbox, inbox, [...waitingMail, ...readMail], 'received');
  put(mailbox, helpDesk, oldHelpDeskMail, 'received');
  put(mailbox, done, doneMail, 'received');
  put(mailbox, archive, archivedMail, 'received');
  put(mailbox, mailbox.distinguished('sentitems'), sentMail, 'sent');
  put(mailbox, mailbox.distinguished('drafts'), draftMail, 'draft');
}

/** The demo organisation as it is when the server starts or is reset: everything dated relative to `now`. */
export function seededOrganisation(identifiers: Identifiers, now: () => Date): Organisation {
  const organisation = organisationOf(people, identifiers, now);
  const start = now();
  const put = (mailbox: Mailbox, folder: Folder, mails: readonly MailSpec[], state: MailState): void => {
    const items = mails.map((spec) => mailOf(spec, state, mailbox.person.username, organisation, start));
    items.sort((left, right) => (left.created?.getTime() ?? 0) - (right.created?.getTime() ?? 0));
    for (const item of items) mailbox.add(folder, item);
  };
  for (const person of people) {
    const mailbox = organisation.mailbox(person.address);
    if (mailbox === undefined) continue;
    if (person.username !== 'helpdesk') {
      put(mailbox, mailbox.distinguished('inbox'), colleagueMail, 'received');
      continue;
    }
    fillHelpDesk(mailbox, put);
    const fill = (folder: string, items: readonly NewItem[]): void => items.forEach((item) => mailbox.add(mailbox.distinguished(folder), item));
    fill('calendar', seededCalendar(person.username, organisation, start));
    fill('contacts', seededContacts(organisation, start));
    fill('tasks', seededTasks(person.name, start));
  }
  return organisation;
}
