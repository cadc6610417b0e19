import type { Field, Fields } from '../fields/field.ts';
import { filterOperators, operatorsOf } from '../fields/operators.ts';
import type { ItemType } from '../items/itemType.ts';
import { commonData } from './commonData.ts';
import { connectionData } from './connectionData.ts';
import type { AnyActivity, ConnectionNeed, Effect } from './defineActivity.ts';

const effects: Readonly<Record<Effect, string>> = {
  none: 'Touches neither a mailbox nor files.',
  reads: 'Reads from the mailbox and changes nothing.',
  changes: 'Changes items of the mailbox.',
  sends: 'Sends mail.',
  deletes: 'Deletes items of the mailbox.',
};

/** The same for activities that work with files of the computer instead of a mailbox. */
const fileEffects: Readonly<Record<Effect, string>> = {
  ...effects,
  reads: 'Reads files of this computer and changes nothing.',
  changes: 'Changes files of this computer.',
  deletes: 'Deletes files of this computer.',
};

const needs: Readonly<Record<ConnectionNeed, string>> = {
  none: 'None.',
  basic: 'Exchange Configuration.',
  itemActivity: 'Exchange Configuration (Item Activity).',
  either: 'Exchange Configuration or Exchange Configuration (Item Activity).',
};

const kinds: Readonly<Record<Field['kind'], string>> = {
  text: 'Text',
  body: 'Text of several lines',
  integer: 'Whole number',
  number: 'Number',
  boolean: 'True or False',
  choice: 'Choice',
  dateTime: 'Date and time',
  list: 'List',
  addresses: 'E-mail addresses',
  files: 'Files',
  folder: 'Folder',
  itemId: 'ID',
  secret: 'Secret',
  activity: 'Activity',
  runbook: 'Runbook',
  global: 'Counter or schedule',
  parameters: 'Parameters',
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A Markdown table with these columns. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

function typeOf(field: Field): string {
  if (field.kind === 'choice') return field.options.join(', ');
  if (field.kind !== 'integer' && field.kind !== 'number') return kinds[field.kind];
  const { minimum, maximum } = field;
  const count = (value: number): string => value.toLocaleString('en-US');
  if (minimum === undefined) return kinds[field.kind];
  return `${kinds[field.kind]}, ${maximum === undefined ? `${count(minimum)} or more` : `${count(minimum)} to ${count(maximum)}`}`;
}

function propertyTable(fields: Fields): string {
  const rows = Object.values(fields).map((field) => [field.label, typeOf(field), field.required === true ? 'yes' : 'no', field.default ?? '', field.help]);
  return table(['Property', 'Value', 'Required', 'Default', 'Meaning'], rows);
}

function publishedTable(fields: Fields): string {
  return table(
    ['Item', 'Type', 'Meaning'],
    Object.values(fields).map((field) => [field.label, kinds[field.kind], field.help]),
  );
}

function filterTable(fields: Fields): string {
  const rows = Object.values(fields).flatMap((field) => {
    const operators = field.filter === undefined ? [] : operatorsOf[field.filter];
    return [[field.label, kinds[field.kind], operators.map((operator) => filterOperators[operator]).join(', ')]];
  });
  return table(['Filter', 'Type', 'Relations'], rows);
}

const changesWithItems = (definition: AnyActivity, itemType: ItemType): boolean => {
  const shape = definition.dynamic?.({ itemType, declarations: {}, returns: [], target: undefined });
  return Object.keys({ ...shape?.properties, ...shape?.filters, ...shape?.publishes }).length > 0;
};

function itemTypeSections(definition: AnyActivity, itemTypes: readonly ItemType[]): string[] {
  return itemTypes
    .filter((itemType) => changesWithItems(definition, itemType))
    .flatMap((itemType) => {
      const shape = definition.dynamic?.({ itemType, declarations: {}, returns: [], target: undefined });
      const section = (title: string, fields: Fields | undefined, write: (fields: Fields) => readonly string[]): string[] =>
        fields === undefined || Object.keys(fields).length === 0 ? [] : [`### ${title} with ${itemType.name}`, ...write(fields)];
      return [
        ...section('Properties', shape?.properties, (fields) => [propertyTable(fields)]),
        ...section('Filters', shape?.filters, (fields) => ['All filters must hold. Text is compared with regard to case.', filterTable(fields)]),
        ...section('Published data', shape?.publishes, (fields) => [publishedTable(fields)]),
      ];
    });
}

/** The page about an activity, as Markdown: all of it is taken from the definition. */
export function activityPage(definition: AnyActivity, itemTypes: readonly ItemType[]): string {
  const { title, summary, category, connection, effect, properties, publishes, reference } = definition;
  const own = Object.keys(publishes).length === 0 ? [] : [publishedTable(publishes)];
  const shared = connection === 'none' ? [] : ['With every row, data of the connection:', publishedTable(connectionData)];
  const sections = [
    `# ${title}`,
    summary,
    table(
      ['', ''],
      [
        ['Category', category],
        ['Configuration', needs[connection]],
        ['Effect', (connection === 'none' ? fileEffects : effects)[effect]],
        ['Type in files', `\`${definition.type}\``],
      ],
    ),
    '## Properties',
    Object.keys(properties).length === 0 ? 'None.' : propertyTable(properties),
    '## Published data',
    ...own,
    ...(Object.values(properties).some((field) => field.kind === 'parameters') ? ['One item for each parameter, under the name of the parameter.'] : []),
    ...itemTypeSections(definition, itemTypes),
    ...shared,
    'Every activity also publishes the [common data](common-data.md).',
    ...(reference === undefined ? [] : [`Microsoft's page: <${reference}>`]),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The page about published data that all activities have in common. */
export function commonDataPage(): string {
  const intro = 'Published by every activity, whatever its type. The picker shows these items after *Show common published data* is ticked.';
  return `${['# Common published data', intro, publishedTable(commonData)].join('\n\n')}\n`;
}

/** The list of all activities, by category. */
export function activityIndex(definitions: readonly AnyActivity[]): string {
  const categories = [...new Set(definitions.map((definition) => definition.category))];
  const lists = categories.flatMap((category) => {
    const rows = definitions
      .filter((definition) => definition.category === category)
      .map((definition) => [`[${definition.title}](${pageName(definition)})`, definition.summary]);
    return [`## ${category}`, table(['Activity', 'What it does'], rows)];
  });
  return `${['# Activities', ...lists, 'See also [common published data](common-data.md) and [functions](functions.md).'].join('\n\n')}\n`;
}

/** File name of an activity's page, for example `getItem.md`. */
export function pageName(definition: AnyActivity): string {
  return `${definition.type.split('.').at(-1) ?? definition.type}.md`;
}
