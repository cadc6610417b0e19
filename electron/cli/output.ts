import { styleText } from 'node:util';
import type { AppErrorData } from '../../shared/errors/appError.ts';

type Style = Parameters<typeof styleText>[0];

/** Where text goes. */
export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** What a command says: JSON lines for programs, or sentences and columns for people. Never both on standard output. */
export interface Output {
  readonly json: boolean;
  /** A line for people. */
  line(text: string): void;
  /** Rows in columns, for people. */
  table(rows: readonly (readonly string[])[]): void;
  /** A JSON line for programs. */
  record(value: object): void;
  /** A failure: on standard error for people, as `{"type":"error"}` for programs. */
  failure(error: AppErrorData): void;
  /** Text in a style, plain where the output is no terminal. */
  styled(style: Style, text: string): string;
}

/** Columns of a table, divided by two spaces; the last one is not padded. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: width }, (_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** A failure as lines: what, why, and the steps to take. */
export function failureLines(error: AppErrorData): string[] {
  return [error.what, ...(error.why === undefined ? [] : [`  ${error.why}`]), ...error.fix.map((step) => `  - ${step}`), `  (${error.code})`];
}

/** Writes to two streams. Colors only on a terminal, and not where NO_COLOR is set. */
export function createOutput(
  streams: { readonly out: TextStream; readonly error: TextStream },
  options: { readonly json: boolean; readonly color: boolean },
): Output {
  const { out, error } = streams;
  const { json } = options;
  const styled = (style: Style, text: string): string => (options.color ? styleText(style, text) : text);
  const line = (text: string): void => void (json || out.write(`${text}\n`));
  const record = (value: object): void => void (json && out.write(`${JSON.stringify(value)}\n`));
  return {
    json,
    line,
    record,
    styled,
    table: (rows) => {
      for (const row of columns(rows)) line(row);
    },
    failure(data) {
      record({ type: 'error', error: data });
      if (json) return;
      const [first, ...rest] = failureLines(data);
      error.write(`${[styled('red', first ?? ''), ...rest].join('\n')}\n`);
    },
  };
}
