import { boolean, runbook, text } from '../fields/field.ts';
import { formatValue } from '../fields/value.ts';
import { defineActivity } from './defineActivity.ts';
import { parameterField, parameterKey, parameterNameOf } from './parameterField.ts';

const returnedKey = (name: string): string => `returned.${name}`;

/** Runs another runbook of the workspace (runbook-model 1.10). A child that fails makes it fail; what the child returned goes on all the same. */
export const invokeRunbook = defineActivity({
  type: 'control.invokeRunbook',
  version: 1,
  title: 'Invoke Runbook',
  category: 'Runbook Control',
  icon: 'invokeRunbook',
  summary: 'Runs another runbook and passes it values.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/invoke-runbook',
  connection: 'none',
  effect: 'none',
  properties: {
    runbook: runbook({ label: 'Runbook', required: true, help: 'The runbook to run. It must not start with a monitor.' }),
    byPath: boolean({
      label: 'Invoke by path',
      required: true,
      default: 'False',
      help: 'True: whatever runbook has this path of folders and name when the activity runs. The path can be put together from published data.',
    }),
    waitForCompletion: boolean({
      label: 'Wait for completion',
      required: true,
      default: 'True',
      help: 'True: this activity ends when the other runbook ends, and its returned data can be subscribed to.',
    }),
  },
  publishes: {
    childRun: text({ label: 'Child runbook Job ID', required: true, help: 'Identifies the run of the other runbook.' }),
    childStatus: text({ label: 'Child runbook status', required: true, help: 'One of success, warning, failed and cancelled; running when this activity did not wait.' }),
  },
  dynamic: ({ target }) => ({
    properties: Object.fromEntries((target?.parameters ?? []).map((one) => [parameterKey(one.name), parameterField(one)])),
    publishes: Object.fromEntries((target?.returns ?? []).map((one) => [returnedKey(one.name), parameterField(one)])),
  }),
  async *run({ properties, dynamic, flow, warn, fail }) {
    const input = Object.entries(dynamic).flatMap(([key, value]) => (value === undefined ? [] : [[parameterNameOf(key), formatValue(value)] as const]));
    const { byPath, waitForCompletion: wait } = properties;
    const child = await flow.invoke({ runbook: properties.runbook, byPath, input: Object.fromEntries(input), wait });
    if (child.status === 'warning') warn(`${child.runbook} ended with warning.`);
    if (child.error !== undefined) fail(child.error);
    const own = { childRun: child.run, childStatus: child.status };
    for (const row of child.rows.length === 0 ? [{}] : child.rows) {
      yield { own, dynamic: Object.fromEntries(Object.entries(row).map(([name, value]) => [returnedKey(name), value])) };
    }
  },
});
