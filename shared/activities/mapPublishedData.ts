import { AppError } from '../errors/appError.ts';
import { body, parameters, text, type Fields } from '../fields/field.ts';
import { fitsWildcard } from '../fields/wildcard.ts';
import { defineActivity } from './defineActivity.ts';

/** A line of a map: the pattern, and the text it is replaced by. */
interface MapRule {
  readonly pattern: string;
  readonly to: string;
}

/** Reads one rule per line, `pattern => text`. Throws AppError `activity.mapRule`. */
function rulesOf(output: string, map: string): MapRule[] {
  return map
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf('=>');
      if (at < 0) throw new AppError('activity.mapRule', { output, line });
      return { pattern: line.slice(0, at).trim(), to: line.slice(at + 2).trim() };
    });
}

function fieldsOf(name: string): Fields {
  return {
    [`${name}.source`]: text({ label: `${name}: Source`, section: name, help: `Text that the rules of ${name} look at.` }),
    [`${name}.map`]: body({
      label: `${name}: Map`,
      section: name,
      // Rules are design, not data: a line break or an arrow in a mail must not become a rule.
      literal: true,
      placeholder: '*@contoso.com => Internal\n* => External',
      help: `One rule per line: pattern => text. The first pattern that fits the whole source decides; * stands for any characters and ? for one. Without a rule that fits, ${name} is empty.`,
    }),
  };
}

/** Translates values by rules and publishes only what it made (runbook-model 1.11). */
export const mapPublishedData = defineActivity({
  type: 'utilities.mapPublishedData',
  version: 1,
  title: 'Map Published Data',
  category: 'Utilities',
  icon: 'map',
  summary: 'Translates published data by patterns and publishes the outcome under new names.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/map-published-data',
  connection: 'none',
  effect: 'none',
  properties: {
    outputs: parameters({ label: 'Outputs', help: 'Items to publish. Each gets a source and a map of its own below.' }),
  },
  publishes: {},
  dynamic: ({ declarations }) => {
    const names = (declarations.outputs ?? []).map(({ name }) => name).filter((name) => name !== '');
    return {
      properties: Object.fromEntries(names.flatMap((name) => Object.entries(fieldsOf(name)))),
      publishes: Object.fromEntries(names.map((name) => [name, text({ label: name, help: `What the map made of the source of ${name}.` })])),
    };
  },
  *run({ properties, dynamic }) {
    const textOf = (key: string): string => {
      const value = dynamic[key];
      return typeof value === 'string' ? value : '';
    };
    const values = (properties.outputs ?? []).map(({ name }) => {
      const source = textOf(`${name}.source`).toLowerCase();
      return [name, rulesOf(name, textOf(`${name}.map`)).find(({ pattern }) => fitsWildcard(pattern.toLowerCase(), source))?.to ?? ''] as const;
    });
    yield { own: {}, dynamic: Object.fromEntries(values) };
  },
});
