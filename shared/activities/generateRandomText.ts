import { AppError } from '../errors/appError.ts';
import { boolean, integer, text } from '../fields/field.ts';
import type { Random } from './computer.ts';
import { defineActivity } from './defineActivity.ts';

interface CharacterClass {
  readonly characters: string;
  readonly wanted: boolean;
  readonly minimum: number;
}

/** Puts a list into an order that chance decides (Fisher and Yates). */
function shuffled(list: readonly string[], random: Random): string[] {
  const result = [...list];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    [result[index], result[other]] = [result[other] ?? '', result[index] ?? ''];
  }
  return result;
}

const allowed = (what: string, on: string) => boolean({ label: `Use ${what}`, required: true, default: on, help: `Whether ${what} are used.` });
const least = (what: string) => integer({ label: `Minimum of ${what}`, minimum: 0, maximum: 1000, help: `How many ${what} there are at least.` });

/** Makes a text of random characters, for example a first password (runbook-model 1.11). */
export const generateRandomText = defineActivity({
  type: 'utilities.generateRandomText',
  version: 1,
  title: 'Generate Random Text',
  category: 'Utilities',
  icon: 'random',
  summary: 'Makes a text of random characters, such as a first password or a reference.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/generate-random-text',
  connection: 'none',
  effect: 'none',
  properties: {
    length: integer({ label: 'Text Length', required: true, minimum: 1, maximum: 1000, default: '12', help: 'Number of characters.' }),
    lower: allowed('lower-case letters', 'True'),
    lowerMinimum: least('lower-case letters'),
    upper: allowed('upper-case letters', 'True'),
    upperMinimum: least('upper-case letters'),
    numbers: allowed('numbers', 'True'),
    numbersMinimum: least('numbers'),
    symbols: allowed('symbols', 'False'),
    symbolsMinimum: least('symbols'),
  },
  publishes: {
    text: text({ label: 'Random text', required: true, help: 'The text.' }),
    length: integer({ label: 'Random text length', required: true, help: 'Number of characters.' }),
  },
  *run({ properties, computer: { random } }) {
    const { length, lower, lowerMinimum = 0, upper, upperMinimum = 0, numbers, numbersMinimum = 0, symbols, symbolsMinimum = 0 } = properties;
    const all: readonly CharacterClass[] = [
      { characters: 'abcdefghijklmnopqrstuvwxyz', wanted: lower, minimum: lowerMinimum },
      { characters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', wanted: upper, minimum: upperMinimum },
      { characters: '0123456789', wanted: numbers, minimum: numbersMinimum },
      { characters: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', wanted: symbols, minimum: symbolsMinimum },
    ];
    const classes = all.filter(({ wanted }) => wanted);
    const required = classes.reduce((sum, { minimum }) => sum + minimum, 0);
    if (classes.length === 0) throw new AppError('activity.noCharacters');
    if (required > length) throw new AppError('activity.minimumsTooLarge', { sum: String(required), length: String(length) });
    const pick = (characters: string): string => characters.charAt(random.below(characters.length));
    const forced = classes.flatMap(({ characters, minimum }) => Array.from({ length: minimum }, () => pick(characters)));
    const pool = classes.map(({ characters }) => characters).join('');
    const free = Array.from({ length: length - forced.length }, () => pick(pool));
    yield { own: { text: shuffled([...forced, ...free], random).join(''), length } };
  },
});
