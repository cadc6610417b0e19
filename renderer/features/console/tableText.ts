import type { PublishedRow } from '../../../shared/engine/events.ts';

/** A cell as spreadsheets take it from the clipboard. What would be a formula there stays a text: mail comes from anybody. */
function cell(value: string): string {
  const text = /^[=+\-@]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value;
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as a table with a line of names, cells separated by tabs, for a spreadsheet. */
export function tableText(rows: readonly PublishedRow[]): string {
  const labels = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [labels, ...rows.map((row) => labels.map((label) => row[label] ?? ''))].map((cells) => cells.map(cell).join('\t')).join('\r\n');
}
