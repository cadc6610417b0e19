import { boolean, dateTime, global, text } from '../fields/field.ts';
import { defineActivity } from './defineActivity.ts';

/** Says whether a schedule permits now (runbook-model 1.11). */
export const checkSchedule = defineActivity({
  type: 'scheduling.checkSchedule',
  version: 1,
  title: 'Check Schedule',
  category: 'Scheduling',
  icon: 'checkSchedule',
  summary: 'Publishes whether a schedule permits this moment.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/check-schedule',
  connection: 'none',
  effect: 'none',
  properties: {
    schedule: global({ of: 'schedules', label: 'Schedule', required: true, help: 'Schedule of the workspace. Its days and hours are those of the clock of this computer.' }),
  },
  publishes: {
    conforms: boolean({ label: 'Conforms to schedule', required: true, help: 'Whether the schedule permits the moment of the check.' }),
    schedule: text({ label: 'Schedule', required: true, help: 'Schedule that was asked.' }),
    checked: dateTime({ label: 'Time of the check', required: true, help: 'Moment that was checked.' }),
  },
  *run({ properties: { schedule }, computer: { schedules, clock } }) {
    const now = clock.now();
    yield { own: { conforms: schedules.permits(schedule, now), schedule, checked: new Date(now).toISOString() } };
  },
});
