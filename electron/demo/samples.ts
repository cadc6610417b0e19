import answerHelpDeskMail from './samples/answer-help-desk-mail.yaml?raw';

/** A runbook that comes with the app and runs green against the demo server. */
export interface Sample {
  /** Name on the command line and of the file in the demo workspace. */
  readonly id: string;
  readonly title: string;
  /** One sentence for the welcome page. */
  readonly summary: string;
  /** The runbook as YAML. Its connections are `demo-mailbox` and `demo-mail-items`. */
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
];
