import type { Folder } from '../store/folder.ts';
import type { Identifiers } from '../store/identifiers.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { organisationOf, type Organisation } from '../store/organisation.ts';
import { waitingMail } from './helpDeskMail.ts';
import type { MailSpec } from './mailSpec.ts';
import { people } from './people.ts';
import { mailOf, type MailState } from './seedMail.ts';

/** The demo organisation as it is when the server starts or is reset: everything dated relative to `now`. */
export function seededOrganisation(identifiers: Identifiers, now: () => Date): Organisation {
  const organisation = organisationOf(people, identifiers, now);
  const start = now();
  const put = (mailbox: Mailbox, folder: Folder, mails: readonly MailSpec[], state: MailState): void => {
    const oldestFirst = mails.map((spec) => mailOf(spec, state, mailbox.person.username, organisation, start));
    oldestFirst.sort((left, right) => (left.created?.getTime() ?? 0) - (right.created?.getTime() ?? 0));
    for (const mail of oldestFirst) mailbox.add(folder, mail);
  };
  const helpDesk = organisation.mailbox('helpdesk@contoso.test');
  if (helpDesk === undefined) return organisation;
  const inbox = helpDesk.distinguished('inbox');
  helpDesk.addFolder('Help desk', inbox);
  helpDesk.addFolder('Done', inbox);
  helpDesk.addFolder('Archive', helpDesk.distinguished('msgfolderroot'));
  put(helpDesk, inbox, waitingMail, 'received');
  return organisation;
}
