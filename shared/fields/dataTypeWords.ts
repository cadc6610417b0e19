import type { FieldKind } from './field.ts';

/** The data types in a person's words, for lists of published data. */
export const dataTypeWords: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  body: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'yes/no',
  choice: 'choice',
  dateTime: 'date and time',
  list: 'list',
  addresses: 'addresses',
  files: 'files',
  folder: 'folder',
  itemId: 'ID',
  secret: 'secret',
  parameters: 'parameters',
  activity: 'activity',
  runbook: 'runbook',
  global: 'name',
};
