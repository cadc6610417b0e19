import { formatValue } from '../fields/value.ts';
import { defineActivity } from './defineActivity.ts';
import { parameterField } from './parameterField.ts';

/** Hands data back to the runbook that invoked this one; one row for each time it runs (runbook-model 1.10). */
export const returnData = defineActivity({
  type: 'control.returnData',
  version: 1,
  title: 'Return Data',
  category: 'Runbook Control',
  icon: 'returnData',
  summary: 'Hands data back to the runbook that invoked this one.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/return-data',
  connection: 'none',
  effect: 'none',
  properties: {},
  publishes: {},
  dynamic: ({ returns }) => ({ properties: Object.fromEntries(returns.map((item) => [item.name, parameterField(item)])) }),
  *run({ dynamic, flow }) {
    flow.giveBack(Object.fromEntries(Object.entries(dynamic).map(([name, value]) => [name, formatValue(value)])));
    yield { own: {} };
  },
});
