import { parse, type Expression, type Node } from './parse.ts';
import { renderReference, type Reference } from './reference.ts';

/** A placeholder and where it stands in the text. */
export interface PlacedReference {
  readonly target: Reference;
  readonly start: number;
  readonly end: number;
}

function within(nodes: readonly Node[]): PlacedReference[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'reference') return [{ target: node.target, start: node.start, end: node.end }];
    return node.kind === 'call' ? node.arguments.flatMap(within) : [];
  });
}

/** All placeholders of an expression, those inside functions included. */
export function referencesIn(expression: Expression): readonly PlacedReference[] {
  return within(expression.nodes);
}

/** All placeholders of a text in the order in which they stand, those inside functions included. */
export function references(text: string, keys: readonly string[] = []): readonly PlacedReference[] {
  return within(parse(text, keys).nodes).sort((a, b) => a.start - b.start);
}

/** The text with placeholders replaced by others; undefined leaves one as it is. */
export function mapReferences(text: string, keys: readonly string[], change: (target: Reference) => Reference | undefined): string {
  let result = '';
  let from = 0;
  for (const { target, start, end } of references(text, keys)) {
    const next = change(target);
    result += text.slice(from, start) + (next === undefined ? text.slice(start, end) : renderReference(next));
    from = end;
  }
  return result + text.slice(from);
}
