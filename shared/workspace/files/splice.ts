/** Replaces the characters from `start` up to `end`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies splices that were all found in the same text. Those at one place keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const inOrder = splices.toSorted((one, other) => one.start - other.start);
  let result = '';
  let position = 0;
  for (const splice of inOrder) {
    if (splice.start > position) result += text.slice(position, splice.start);
    result += splice.text;
    position = Math.max(position, splice.end);
  }
  return result + text.slice(position);
}
