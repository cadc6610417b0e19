import { global, integer, text } from '../fields/field.ts';
import { defineActivity } from './defineActivity.ts';

/** Publishes the value that a counter has for this runbook (runbook-model 1.11). */
export const getCounterValue = defineActivity({
  type: 'utilities.getCounterValue',
  version: 1,
  title: 'Get Counter Value',
  category: 'Utilities',
  icon: 'counter',
  summary: 'Publishes the current value of a counter.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/get-counter-value',
  connection: 'none',
  effect: 'none',
  properties: {
    counter: global({ of: 'counters', label: 'Counter', required: true, help: 'Counter of the workspace. Each runbook has a value of its own.' }),
  },
  publishes: {
    value: integer({ label: 'Counter Value', required: true, help: 'Current value.' }),
    counter: text({ label: 'Counter', required: true, help: 'Counter that was read.' }),
  },
  async *run({ properties: { counter }, computer }) {
    yield { own: { value: await computer.counters.value(counter), counter } };
  },
});
