import { boolean, choice, dateTime, number, text, type Fields } from '../fields/field.ts';

const parts = ['year', 'month', 'day', 'weekday', 'hours', 'minutes', 'seconds'] as const;

function partsOf(key: string, label: string): Fields {
  return Object.fromEntries(parts.map((part) => [`${key}.${part}`, text({ label: `${label} (${part})`, help: `The ${part} of ${label}.` })]));
}

/** What every activity publishes whatever its type (exchange-activities 3.2). Filled in by the engine. */
export const commonData: Fields = {
  activityId: text({ label: 'Activity ID', help: 'Key of the activity in its runbook.' }),
  activityName: text({ label: 'Activity name', help: 'Name as shown on the canvas.' }),
  activityType: text({ label: 'Activity type', help: 'Name of the activity type.' }),
  activityProcessId: number({ label: 'Activity Process ID', help: 'Process that ran the activity.' }),
  status: choice({ label: 'Activity status', options: ['success', 'warning', 'failed'], help: 'Result of the execution.' }),
  errorSummary: text({ label: 'Error summary text', help: 'Summary of the error; empty on success.' }),
  runbookName: text({ label: 'Runbook name', help: 'Name of the runbook.' }),
  runbookProcessId: number({ label: 'Runbook Process ID', help: 'Process that hosts the runbook.' }),
  serverName: text({ label: 'Server name', help: 'Computer that ran the activity.' }),
  duration: number({ label: 'Activity duration', help: 'Run time in seconds.' }),
  startTime: dateTime({ label: 'Activity start time', help: 'Start in local time.' }),
  startTimeUtc: dateTime({ label: 'Activity start time in UTC', help: 'Start in UTC.' }),
  endTime: dateTime({ label: 'Activity end time', help: 'End in local time.' }),
  endTimeUtc: dateTime({ label: 'Activity end time in UTC', help: 'End in UTC.' }),
  ...partsOf('endTime', 'Activity end time'),
  ...partsOf('endTimeUtc', 'Activity end time in UTC'),
  loopEnabled: boolean({ label: 'Loop: Enabled', help: 'Whether looping is on.' }),
  loopDelay: number({ label: 'Loop: Delay between attempts', help: 'Seconds between attempts.' }),
  loopAttempts: number({ label: 'Loop: Number of attempts', help: 'Attempts so far.' }),
  loopDuration: number({ label: 'Loop: Total duration', help: 'Seconds spent in the loop.' }),
  loopError: text({ label: 'Loop: Loop error message', help: 'Error text when the loop fails.' }),
};
