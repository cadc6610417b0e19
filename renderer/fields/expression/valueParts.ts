import { argumentProblems } from '../../../shared/runbook/expression/argumentProblems.ts';
import { parse, type SyntaxProblem } from '../../../shared/runbook/expression/parse.ts';
import { references, type PlacedReference } from '../../../shared/runbook/expression/references.ts';
import type { FieldKind } from '../../../shared/fields/field.ts';
import { smtpAddress } from '../../../shared/fields/value.ts';
import type { ExpressionFacts, ReferenceLook } from './expressionFacts.ts';

/** A placeholder in a text, and how it looks. */
export interface Chip extends PlacedReference {
  readonly look: ReferenceLook;
}

/** The placeholders of a text, in order. */
export function chipsOf(text: string, facts: ExpressionFacts): readonly Chip[] {
  return references(text, facts.keys).map((placed) => ({ ...placed, look: facts.look(placed.target) }));
}

/** Function calls that cannot be read, or whose arguments do not fit. */
export function mistakesOf(text: string, keys: readonly string[]): readonly SyntaxProblem[] {
  const expression = parse(text, keys);
  return [...expression.problems, ...argumentProblems(expression)];
}

/** An address of a list that is complete enough to be shown as one thing. */
export interface AddressMark {
  readonly start: number;
  readonly end: number;
  readonly valid: boolean;
}

/** The addresses of a list and where they stand; entries with placeholders are left to those. */
export function addressMarks(text: string): readonly AddressMark[] {
  return [...text.matchAll(/(?:\s*"[^"]*")?[^,;\r\n]*/g)].flatMap(({ 0: entry, index }) => {
    const trimmed = entry.trim();
    if (trimmed === '' || trimmed.includes('{{') || /\[\s*[A-Za-z]+\s*\(/.test(trimmed)) return [];
    const start = index + entry.indexOf(trimmed);
    return [{ start, end: start + trimmed.length, valid: smtpAddress(trimmed) !== undefined }];
  });
}

/** A part of a text as it is drawn while the field is at rest. */
export type DrawnPart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'chip'; readonly text: string; readonly look: ReferenceLook } | { readonly kind: 'address'; readonly text: string; readonly valid: boolean };

/** The text cut into what is drawn as chips and what stands between. */
export function drawnParts(text: string, kind: FieldKind, facts: ExpressionFacts, raw: boolean): readonly DrawnPart[] {
  const chips = raw ? [] : chipsOf(text, facts).map(({ start, end, look }) => ({ start, end, part: { kind: 'chip', text: look.text, look } as const }));
  const addresses = raw || kind !== 'addresses' ? [] : addressMarks(text).map(({ start, end, valid }) => ({ start, end, part: { kind: 'address', text: text.slice(start, end), valid } as const }));
  const parts: DrawnPart[] = [];
  let at = 0;
  for (const { start, end, part } of [...chips, ...addresses].toSorted((a, b) => a.start - b.start)) {
    if (start > at) parts.push({ kind: 'text', text: text.slice(at, start) });
    parts.push(part);
    at = end;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}
