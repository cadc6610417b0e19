import answerHelpDeskMail from './samples/answer-help-desk-mail.yaml?raw';
import archiveOldMail from './samples/archive-old-mail.yaml?raw';
import calendarDigest from './samples/calendar-digest.yaml?raw';
import onboarding from './samples/onboarding.yaml?raw';
import outOfOfficeDigest from './samples/out-of-office-digest.yaml?raw';
import taskFromMail from './samples/task-from-mail.yaml?raw';

/** A runbook that comes with the app and runs green against the demo server. */
export interface Sample {
  /** Name on the command line and of the file in the demo workspace. */
  readonly id: string;
  readonly title: string;
  /** One sentence for the welcome page. */
  readonly summary: string;
  /** The runbook as YAML. Its connections are those of the demo workspace: `demo-mailbox` and one for each item type. */
  readonly runbook: string;
}

/** The sample runbooks; the first is the one that *Open the demo* opens. */
export const samples: readonly Sample[] = [
  {
    id: 'answer-help-desk-mail',
    title: 'Answer help desk mail',
    summary: 'Confirms every unread help desk mail and files it.',
    runbook: answerHelpDeskMail,
  },
  {
    id: 'task-from-mail',
    title: 'Create tasks from mail',
    summary: 'Makes a task of every urgent mail and passes the mail on.',
    runbook: taskFromMail,
  },
  {
    id: 'archive-old-mail',
    title: 'Archive old mail',
    summary: 'Moves mail from before this month into the archive and reports it.',
    runbook: archiveOldMail,
  },
  {
    id: 'calendar-digest',
    title: 'Calendar digest of the day',
    summary: 'Mails the appointments of the day and books a review where the time is free.',
    runbook: calendarDigest,
  },
  {
    id: 'onboarding',
    title: 'Onboard a colleague',
    summary: 'Prepares contact, invitations, group and welcome mail for a new colleague.',
    runbook: onboarding,
  },
  {
    id: 'out-of-office-digest',
    title: 'Out of office digest',
    summary: 'Mails the absences of the coming year to a contact group.',
    runbook: outOfOfficeDigest,
  },
];
