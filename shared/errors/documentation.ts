import type { CatalogueEntry, ErrorKind } from './catalogue/entry.ts';

const kinds: Readonly<Record<ErrorKind, string>> = {
  user: 'Something in the runbook, the configuration or the input needs a change.',
  operational: 'Something outside the app did not work.',
  cancelled: 'Someone stopped it.',
  bug: 'A defect of the app.',
};

/** Details whose value is their own name, so that texts show where each one stands. */
const placeholders: Readonly<Record<string, string>> = new Proxy({}, { get: (_target, name) => (typeof name === 'string' ? `‹${name}›` : undefined) });

function section(code: string, entry: CatalogueEntry): string {
  const { what, why, fix } = entry.texts(placeholders);
  const steps = fix.map((step, index) => `${index + 1}. ${step}`).join('\n');
  return [`## ${code}`, what, ...(why === undefined ? [] : [why]), ...(steps === '' ? [] : [steps]), `*${kinds[entry.kind]}*`].join('\n\n');
}

/** The page about all errors, as Markdown. Parts in ‹› are filled in when the error happens. */
export function errorsPage(catalogue: Readonly<Record<string, CatalogueEntry>>): string {
  const intro =
    "Every error the app can show, by its code. The code stands in the error's details, in logs, and in the output of the command line. Parts in ‹ › are filled in when it happens.";
  const codes = Object.keys(catalogue).toSorted();
  return `${['# Errors', intro, ...codes.map((code) => catalogue[code]).flatMap((entry, index) => (entry === undefined ? [] : [section(codes[index] ?? '', entry)]))].join('\n\n')}\n`;
}
