import { AppError } from '../errors/appError.ts';
import { parameters } from '../fields/field.ts';
import { formatValue, parseValue } from '../fields/value.ts';
import { defineActivity } from './defineActivity.ts';
import { parameterField } from './parameterField.ts';

/** Starts a runbook with values that are asked for, or passed by Invoke Runbook (runbook-model 1.10). */
export const initializeData = defineActivity({
  type: 'control.initializeData',
  version: 1,
  title: 'Initialize Data',
  category: 'Runbook Control',
  icon: 'start',
  summary: 'Starts the runbook and publishes the parameters it was started with.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/initialize-data',
  connection: 'none',
  effect: 'none',
  properties: {
    parameters: parameters({ label: 'Parameters', help: 'Values that are asked for when the runbook starts. Each is published under its name.' }),
  },
  publishes: {},
  dynamic: ({ declarations }) => ({
    publishes: Object.fromEntries((declarations.parameters ?? []).map((parameter) => [parameter.name, parameterField(parameter)])),
  }),
  *run({ properties, input }) {
    const values = (properties.parameters ?? []).map((parameter) => {
      const parsed = parseValue(parameterField(parameter), input[parameter.name] ?? parameter.default ?? '');
      if (!parsed.ok) throw new AppError('runbook.invalidValue', { field: parameter.name, problem: parsed.problem });
      return [parameter.name, parsed.value ?? formatValue(undefined)] as const;
    });
    yield { own: {}, dynamic: Object.fromEntries(values) };
  },
});
