import { choice, global, integer, text } from '../fields/field.ts';
import { counterActions } from '../globals/counter.ts';
import { defineActivity } from './defineActivity.ts';

/** Changes the value that a counter has for this runbook; nothing else does (runbook-model section 4). */
export const modifyCounter = defineActivity({
  type: 'utilities.modifyCounter',
  version: 1,
  title: 'Modify Counter',
  category: 'Utilities',
  icon: 'modifyCounter',
  summary: 'Adds to a counter, takes away from it, sets or resets it.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/modify-counter',
  connection: 'none',
  effect: 'none',
  properties: {
    counter: global({ of: 'counters', label: 'Counter', required: true, help: 'Counter of the workspace. Each runbook has a value of its own; one that several jobs of it change at once counts wrong.' }),
    action: choice({ label: 'Action', required: true, options: counterActions, default: 'Increment', help: 'What happens to the value. Reset goes back to the default of the counter.' }),
    value: integer({ label: 'Value', default: '1', minimum: -1_000_000_000, maximum: 1_000_000_000, help: 'How much is added, taken away or set. Reset ignores it.' }),
  },
  publishes: {
    value: integer({ label: 'Counter Value', required: true, help: 'Value after the change.' }),
    counter: text({ label: 'Counter', required: true, help: 'Counter that was changed.' }),
    action: text({ label: 'Action', required: true, help: 'What was done.' }),
  },
  async *run({ properties: { counter, action, value = 1 }, computer }) {
    yield { own: { value: await computer.counters.value(counter, { action, value }), counter, action } };
  },
});
