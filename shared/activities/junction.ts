import { activity, text } from '../fields/field.ts';
import { defineActivity } from './defineActivity.ts';

/** Joins branches: waits until all of them have ended, and lets the data of one of them through (runbook-model 1.6). */
export const junction = defineActivity({
  type: 'control.junction',
  version: 1,
  title: 'Junction',
  category: 'Runbook Control',
  icon: 'junction',
  summary: 'Waits for all branches that lead to it and lets the data of one of them through.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/junction',
  connection: 'none',
  effect: 'none',
  joins: true,
  properties: {
    returnDataFrom: activity({
      label: 'Return data from',
      none: '<None>',
      help: 'The next activity runs once for each row of this activity and can subscribe to it and to what ran before it. With <None> it runs once, without data.',
    }),
  },
  publishes: { selectedBranch: text({ label: 'Selected branch', required: true, help: 'Name of the activity whose data is let through, or <None>.' }) },
  *run({ flow }) {
    const { name = '<None>', rows } = flow.joined;
    for (let row = 0; row < rows; row += 1) yield { own: { selectedBranch: name } };
  },
});
