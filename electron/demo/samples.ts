import { sampleList, type SampleFacts } from '../../shared/demo/samples.ts';
import answerHelpDeskMail from './samples/answer-help-desk-mail.yaml?raw';
import archiveOldMail from './samples/archive-old-mail.yaml?raw';
import calendarDigest from './samples/calendar-digest.yaml?raw';
import numberTickets from './samples/number-tickets.yaml?raw';
import onboarding from './samples/onboarding.yaml?raw';
import outOfOfficeDigest from './samples/out-of-office-digest.yaml?raw';
import taskFromMail from './samples/task-from-mail.yaml?raw';

/** A runbook that comes with the app and runs green against the demo server. */
export interface Sample extends SampleFacts {
  /** The runbook as YAML. Its connections are those of the demo workspace: `demo-mailbox` and one for each item type. */
  readonly runbook: string;
}

/** The YAML of each sample; one that is missing here does not compile. */
const runbooks: Readonly<Record<(typeof sampleList)[number]['id'], string>> = {
  'answer-help-desk-mail': answerHelpDeskMail,
  'task-from-mail': taskFromMail,
  'archive-old-mail': archiveOldMail,
  'calendar-digest': calendarDigest,
  'number-tickets': numberTickets,
  onboarding,
  'out-of-office-digest': outOfOfficeDigest,
};

/** The sample runbooks, in the order of their list. */
export const samples: readonly Sample[] = sampleList.map((facts) => ({ ...facts, runbook: runbooks[facts.id] }));
