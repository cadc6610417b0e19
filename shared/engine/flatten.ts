import { assertNever } from '../errors/result.ts';
import type { Flatten } from '../runbook/runbook.ts';
import type { PublishedRow } from './events.ts';

/** A value of a comma-separated line, quoted as RFC 4180 has it. */
function csvValue(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function join(values: readonly string[], flatten: Flatten): string {
  switch (flatten.by) {
    case 'lineBreaks':
      return values.join('\n');
    case 'csv':
      return values.map(csvValue).join(',');
    case 'text':
      return values.join(flatten.text);
    default:
      return assertNever(flatten);
  }
}

/** Joins the rows of one execution into one, item by item (runbook-model 1.8). No rows stay no rows. */
export function flattenRows(rows: readonly PublishedRow[], flatten: Flatten | undefined): readonly PublishedRow[] {
  const [first] = rows;
  if (flatten === undefined || first === undefined) return rows;
  return [
    Object.fromEntries(
      Object.keys(first).map((label) => [
        label,
        join(
          rows.map((row) => row[label] ?? ''),
          flatten,
        ),
      ]),
    ),
  ];
}
