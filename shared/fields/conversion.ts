import type { Field, FieldKind } from './field.ts';

/** Kinds whose value is text of any form; everything can be written into them as it is. */
const textual: ReadonlySet<FieldKind> = new Set(['text', 'body', 'secret', 'itemId', 'folder', 'choice']);
const lists: ReadonlySet<FieldKind> = new Set(['list', 'addresses', 'files']);

const asText: Readonly<Partial<Record<FieldKind, string>>> = {
  dateTime: 'A date is written as ISO 8601 in UTC, for example 2026-11-23T13:30:00.000Z.',
  boolean: 'Yes or no is written as True or False.',
  list: 'The entries of the list are joined with commas.',
  addresses: 'The addresses are joined with commas.',
  files: 'The paths are joined with commas.',
};

const asOther: Readonly<Partial<Record<FieldKind, string>>> = {
  integer: 'It is read as a whole number; other text fails when the runbook runs.',
  number: 'It is read as a number; other text fails when the runbook runs.',
  boolean: 'It is read as True or False; other text fails when the runbook runs.',
  dateTime: 'It is read as an ISO 8601 date and time; other text fails when the runbook runs.',
  addresses: 'It is read as e-mail addresses separated by commas or semicolons.',
};

/** How a published value of one data type becomes the value of a field of another, as a sentence; undefined where nothing changes. */
export function conversion(from: FieldKind, to: Field): string | undefined {
  if (from === to.kind) return undefined;
  if (from === 'integer' && to.kind === 'number') return undefined;
  if (textual.has(to.kind) && from !== 'choice') {
    if (to.kind === 'itemId' && from !== 'text') return 'An ID is expected; this item is none.';
    return asText[from];
  }
  if (lists.has(to.kind) && (lists.has(from) || from === 'text')) return to.kind === 'addresses' && from !== 'addresses' ? asOther.addresses : undefined;
  return asOther[to.kind];
}
