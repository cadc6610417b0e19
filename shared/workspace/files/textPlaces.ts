import { isMap, isNode, isPair, isSeq, type Pair } from 'yaml';

/** Where an item of a list stands: whole lines, and the column of its dash. */
export interface ItemPlace {
  readonly start: number;
  readonly end: number;
  readonly column: number;
}

/** Finds whole lines for the nodes of a parsed YAML text. Offsets are characters from the start. */
export class TextPlaces {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** Whether only spaces stand before it; false for the first key of a list's item. */
  startsLine(offset: number): boolean {
    return this.#text.slice(this.lineStart(offset), offset).trim() === '';
  }

  onOneLine(range: readonly [number, number, number]): boolean {
    return !this.#text.slice(range[0], range[1]).includes('\n');
  }

  keyStart(pair: Pair): number {
    return isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  }

  /** The start of the line after a pair: a comment behind its value belongs to it. */
  pairEnd(pair: Pair): number {
    return this.#lineAfter(this.#end(pair));
  }

  /** The place of a list's item, or undefined when it does not start on the line of its dash. */
  item(node: unknown): ItemPlace | undefined {
    const offset = isNode(node) ? node.range?.[0] : undefined;
    if (offset === undefined) return undefined;
    const start = this.lineStart(offset);
    const before = this.#text.slice(start, offset);
    return /^ *- +$/.test(before) ? { start, end: this.#lineAfter(this.#end(node)), column: before.indexOf('-') } : undefined;
  }

  /** Moves up over the comment lines right above, which speak of what follows. */
  withCommentAbove(lineStart: number): number {
    let start = lineStart;
    while (start > 0) {
      const above = this.lineStart(start - 1);
      if (!/^ *#/.test(this.#text.slice(above, start))) return start;
      start = above;
    }
    return start;
  }

  #lineAfter(offset: number): number {
    let end = offset;
    while (end > 0 && /\s/.test(this.#text.charAt(end - 1))) end -= 1;
    const newline = this.#text.indexOf('\n', end);
    return newline === -1 ? this.#text.length : newline + 1;
  }

  #end(node: unknown): number {
    if (isPair(node)) return isNode(node.value) && node.value.range && node.value.range[1] > node.value.range[0] ? this.#end(node.value) : this.#end(node.key);
    if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0) return this.#end(node.items.at(-1));
    return isNode(node) ? (node.range?.[1] ?? 0) : 0;
  }
}
