/** A runbook that comes with the app, as the welcome page and the command line list it. */
export interface SampleFacts {
  /** Name on the command line and of the file in the demo workspace. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what the runbook does. */
  readonly summary: string;
}

/** The sample runbooks; the first is the one that *Open the demo* opens. Their YAML lies with the demo server. */
export const sampleList = [
  { id: 'answer-help-desk-mail', title: 'Answer help desk mail', summary: 'Confirms every unread help desk mail and files it.' },
  { id: 'task-from-mail', title: 'Create tasks from mail', summary: 'Makes a task of every urgent mail and passes the mail on.' },
  { id: 'archive-old-mail', title: 'Archive old mail', summary: 'Moves mail from before this month into the archive and reports it.' },
  { id: 'calendar-digest', title: 'Calendar digest of the day', summary: 'Mails the appointments of the day and books a review where the time is free.' },
  { id: 'number-tickets', title: 'Number help desk tickets', summary: 'Gives new help desk mail a ticket number in office hours and reports it.' },
  { id: 'onboarding', title: 'Onboard a colleague', summary: 'Prepares contact, invitations, group and welcome mail for a new colleague.' },
  { id: 'out-of-office-digest', title: 'Out of office digest', summary: 'Mails the absences of the coming year to a contact group.' },
] as const satisfies readonly SampleFacts[];
