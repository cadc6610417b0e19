import { boolean, choice, number, text } from '../fields/field.ts';
import { fitsWildcard } from '../fields/wildcard.ts';
import { defineActivity } from './defineActivity.ts';

const stringTests = {
  equals: (left: string, right: string) => left === right,
  'does not equal': (left: string, right: string) => left !== right,
  contains: (left: string, right: string) => left.includes(right),
  'does not contain': (left: string, right: string) => !left.includes(right),
  'starts with': (left: string, right: string) => left.startsWith(right),
  'ends with': (left: string, right: string) => left.endsWith(right),
  'matches pattern': (left: string, right: string) => fitsWildcard(right, left),
  'does not match pattern': (left: string, right: string) => !fitsWildcard(right, left),
} as const;

const numberTests = {
  equals: (left: number, right: number) => left === right,
  'does not equal': (left: number, right: number) => left !== right,
  'is less than': (left: number, right: number) => left < right,
  'is less than or equal to': (left: number, right: number) => left <= right,
  'is greater than': (left: number, right: number) => left > right,
  'is greater than or equal to': (left: number, right: number) => left >= right,
} as const;

const strings = { when: { field: 'type', is: 'Strings' } } as const;
const numeric = { when: { field: 'type', is: 'Numeric' } } as const;

/** Compares two values, so that a link can follow the answer (runbook-model 1.11). */
export const compareValues = defineActivity({
  type: 'utilities.compareValues',
  version: 1,
  title: 'Compare Values',
  category: 'Utilities',
  icon: 'compare',
  summary: 'Compares two texts or two numbers and publishes whether the comparison holds.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/compare-values',
  connection: 'none',
  effect: 'none',
  properties: {
    type: choice({ label: 'Type', required: true, options: ['Strings', 'Numeric'], default: 'Strings', help: 'Whether texts or numbers are compared.' }),
    leftText: text({ ...strings, label: 'Left Value', help: 'Text that is looked at.' }),
    textOperator: choice({
      ...strings,
      label: 'Operator',
      required: true,
      options: ['equals', 'does not equal', 'contains', 'does not contain', 'starts with', 'ends with', 'matches pattern', 'does not match pattern'],
      default: 'equals',
      help: 'Relation to test. In a pattern * stands for any characters and ? for one.',
    }),
    rightText: text({ ...strings, label: 'Right Value', help: 'Text or pattern that it is compared with.' }),
    caseSensitive: boolean({ ...strings, label: 'Case Sensitive', required: true, default: 'False', help: 'Whether capitals and small letters differ.' }),
    leftNumber: number({ ...numeric, label: 'Left Number', required: true, help: 'Number that is looked at.' }),
    numberOperator: choice({
      ...numeric,
      label: 'Number Operator',
      required: true,
      options: ['equals', 'does not equal', 'is less than', 'is less than or equal to', 'is greater than', 'is greater than or equal to'],
      default: 'equals',
      help: 'Relation to test.',
    }),
    rightNumber: number({ ...numeric, label: 'Right Number', required: true, help: 'Number that it is compared with.' }),
  },
  publishes: {
    result: boolean({ label: 'Comparison result', required: true, help: 'Whether the comparison holds.' }),
    left: text({ label: 'Left operand', required: true, help: 'Left value as it was compared.' }),
    operator: text({ label: 'Operator', required: true, help: 'Relation that was tested.' }),
    right: text({ label: 'Right operand', required: true, help: 'Right value as it was compared.' }),
    caseSensitive: boolean({ label: 'Case sensitive', required: true, help: 'Whether capitals and small letters differed.' }),
  },
  *run({ properties }) {
    if (properties.type === 'Numeric') {
      const { leftNumber: left, rightNumber: right, numberOperator: operator } = properties;
      yield { own: { result: numberTests[operator](left, right), left: String(left), operator, right: String(right), caseSensitive: false } };
      return;
    }
    const { leftText: left = '', rightText: right = '', textOperator: operator, caseSensitive } = properties;
    const folded = (value: string): string => (caseSensitive ? value : value.toLowerCase());
    yield { own: { result: stringTests[operator](folded(left), folded(right)), left, operator, right, caseSensitive } };
  },
});
