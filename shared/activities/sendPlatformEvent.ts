import { body, choice, text } from '../fields/field.ts';
import { defineActivity } from './defineActivity.ts';

const severities = { Information: 'information', Warning: 'warning', Error: 'error' } as const;

/** Tells whoever watches the platform of something (learn.microsoft.com/system-center/orchestrator/standard-activities/send-platform-event). */
export const sendPlatformEvent = defineActivity({
  type: 'notification.sendPlatformEvent',
  version: 1,
  title: 'Send Platform Event',
  category: 'Notification',
  icon: 'platformEvent',
  summary: 'Adds an entry to the Events tab.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/send-platform-event',
  connection: 'none',
  effect: 'none',
  properties: {
    type: choice({ label: 'Type', required: true, options: ['Information', 'Warning', 'Error'], default: 'Information', help: 'How serious the event is.' }),
    summary: text({ label: 'Summary', required: true, help: 'What happened, in one line.' }),
    details: body({ label: 'Details', help: 'What somebody needs to know to act.' }),
  },
  publishes: {
    type: text({ label: 'Event type', required: true, help: 'How serious the event is.' }),
    summary: text({ label: 'Event summary', required: true, help: 'What happened.' }),
    details: text({ label: 'Event details', help: 'What somebody needs to know to act.' }),
  },
  *run({ properties: { type, summary, details }, report }) {
    report({ severity: severities[type], summary, ...(details === undefined ? {} : { details }) });
    yield { own: { type, summary, details } };
  },
});
