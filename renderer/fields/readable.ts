import { references } from '../../shared/runbook/expression/references.ts';

/** The activities that a text can name, by key: those of a runbook, or of a run that is shown. */
export interface ActivityNames {
  readonly activities: Readonly<Record<string, { readonly name: string }>>;
}

/** A part of a property's text as a person reads it. */
export interface ReadablePart {
  readonly kind: 'text' | 'reference' | 'broken';
  readonly text: string;
}

/** The parts of a property's text: `{{find.Subject}}` is "Find unread mail › Subject"; an activity that is gone is marked. */
export function readableParts(text: string, document: ActivityNames): readonly ReadablePart[] {
  const parts: ReadablePart[] = [];
  let from = 0;
  for (const { target, start, end } of references(text, Object.keys(document.activities))) {
    if (start > from) parts.push({ kind: 'text', text: text.slice(from, start) });
    if (target.kind === 'variable') parts.push({ kind: 'reference', text: `Variable › ${target.name}` });
    else {
      const name = document.activities[target.key]?.name;
      parts.push({ kind: name === undefined ? 'broken' : 'reference', text: `${name ?? target.key} › ${target.label}` });
    }
    from = end;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
