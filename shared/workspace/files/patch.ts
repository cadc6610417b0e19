import { isAlias, isMap as isYamlMap, isPair, isScalar, isSeq, parseDocument, type Document, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isMap, samePlain, withoutEmpty } from './plain.ts';
import { renderFile, renderFlow, renderItem, renderPair, renderScalar } from './render.ts';
import { applySplices, type Splice } from './splice.ts';
import { TextPlaces } from './textPlaces.ts';

type Values = Readonly<Record<string, unknown>>;

/** `after`, with what the file says beside it and `before` did not know. */
function withUnknown(raw: unknown, before: unknown, after: unknown): unknown {
  if (!isMap(raw) || !isMap(after)) return after;
  const known = isMap(before) ? before : {};
  const merged = Object.entries(after).map(([key, value]): [string, unknown] => [key, withUnknown(raw[key], known[key], value)]);
  const unknown = Object.entries(raw).filter(([key]) => !Object.hasOwn(known, key) && !Object.hasOwn(after, key));
  return Object.fromEntries([...merged, ...unknown]);
}

/** Finds the splices that turn one value into another. A function answers undefined where it cannot; its caller then writes the whole part anew. */
class Patch {
  readonly #document: Document;
  readonly #places: TextPlaces;

  constructor(document: Document, text: string) {
    this.#document = document;
    this.#places = new TextPlaces(text);
  }

  map(map: YAMLMap, before: Values, after: Values): Splice[] | undefined {
    const pairs = map.items.filter((item): item is Pair => isPair(item));
    const [first] = pairs;
    if (map.flow === true || first === undefined) return undefined;
    const find = (key: string): Pair | undefined => pairs.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
    const firstStart = this.#places.keyStart(first);
    const removed = Object.keys(before).filter((key) => after[key] === undefined && find(key) !== undefined);
    if (!this.#places.startsLine(firstStart) && removed.some((key) => find(key) === first)) return undefined;
    const splices: Splice[] = removed.flatMap((key) => this.#remove(pairs, find(key)));
    let anchor: Pair | undefined;
    for (const [key, value] of Object.entries(after)) {
      if (value === undefined) continue;
      const pair = find(key);
      if (pair !== undefined) {
        anchor = pair;
        const known = before[key] ?? this.#raw(pair.value);
        if (!samePlain(known, value)) splices.push(...this.#value(pair, key, known, value));
        continue;
      }
      // What a file leaves out and means anyway, it goes on leaving out.
      if (samePlain(before[key], value)) continue;
      if (anchor === undefined && !this.#places.startsLine(firstStart)) return undefined;
      const at = anchor === undefined ? this.#places.lineStart(firstStart) : this.#places.pairEnd(anchor);
      splices.push({ start: at, end: at, text: renderPair(key, value, this.#places.column(firstStart)) });
    }
    return splices;
  }

  #raw(node: unknown): unknown {
    return isScalar(node) || isYamlMap(node) || isSeq(node) || isAlias(node) ? withoutEmpty(node.toJS(this.#document)) : undefined;
  }

  #remove(pairs: readonly Pair[], pair: Pair | undefined): Splice[] {
    if (pair === undefined) return [];
    const start = this.#places.lineStart(this.#places.keyStart(pair));
    return [{ start: pair === pairs[0] ? start : this.#places.withCommentAbove(start), end: this.#places.pairEnd(pair), text: '' }];
  }

  #value(pair: Pair, key: string, before: unknown, after: unknown): Splice[] {
    const node = pair.value;
    if (isYamlMap(node) && isMap(before) && isMap(after)) {
      const inside = this.map(node, before, after);
      if (inside !== undefined) return inside;
    }
    if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
      const inside = this.#seq(node, before, after);
      if (inside !== undefined) return inside;
    }
    const inline = this.#inline(node, before, after);
    if (inline !== undefined) return [inline];
    const start = this.#places.keyStart(pair);
    const text = renderPair(key, withUnknown(this.#raw(node), before, after), this.#places.column(start)).trimStart();
    return [{ start, end: this.#places.pairEnd(pair), text }];
  }

  #inline(node: unknown, before: unknown, after: unknown): Splice | undefined {
    const flow = (isYamlMap(node) || isSeq(node)) && node.flow === true;
    if (flow && node.range && typeof after === 'object') {
      const text = renderFlow(withUnknown(this.#raw(node), before, after));
      return text === undefined ? undefined : { start: node.range[0], end: node.range[1], text };
    }
    if (!isScalar(node) || !node.range || typeof after === 'object' || !this.#places.onOneLine(node.range)) return undefined;
    const text = renderScalar(after, node.type);
    return text === undefined || node.range[0] === node.range[1] ? undefined : { start: node.range[0], end: node.range[1], text };
  }

  #seq(seq: YAMLSeq, before: readonly unknown[], after: readonly unknown[]): Splice[] | undefined {
    const items = seq.items.map((item) => this.#places.item(item));
    if (seq.flow === true || items.length !== before.length || items.length === 0 || after.length === 0) return undefined;
    let head = 0;
    while (head < Math.min(before.length, after.length) && samePlain(before[head], after[head])) head += 1;
    let tail = 0;
    while (tail < Math.min(before.length, after.length) - head && samePlain(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
    const both = Math.min(before.length, after.length) - head - tail;
    const splices: Splice[] = [];
    for (let index = head; index < before.length - tail; index += 1) {
      const place = items[index];
      if (place === undefined) return undefined;
      if (index >= head + both) splices.push({ start: index === 0 ? place.start : this.#places.withCommentAbove(place.start), end: place.end, text: '' });
      else splices.push(...this.#item(seq.items[index], place, before[index], after[index]));
    }
    const previous = items[head + both - 1];
    const [first] = items;
    const neighbour = previous ?? first;
    if (neighbour === undefined) return undefined;
    const at = previous === undefined ? neighbour.start : previous.end;
    const added = after.slice(head + both, after.length - tail).map((value) => renderItem(value, neighbour.column));
    return added.length === 0 ? splices : [...splices, { start: at, end: at, text: added.join('') }];
  }

  #item(node: unknown, place: { readonly start: number; readonly end: number; readonly column: number }, before: unknown, after: unknown): Splice[] {
    const inside = isYamlMap(node) && isMap(before) && isMap(after) ? this.map(node, before, after) : undefined;
    if (inside !== undefined) return inside;
    const inline = this.#inline(node, before, after);
    if (inline !== undefined) return [inline];
    return [{ start: place.start, end: place.end, text: renderItem(withUnknown(this.#raw(node), before, after), place.column) }];
  }
}

/**
 * Changes the lines of a YAML text that differ between two values, and no others: comments, quotes, order and keys that nobody
 * here knows stay. `before` is what the text says in the same form as `after`: defaults left out, unknown keys left out.
 */
export function patchText(text: string, before: Values, after: Values): string {
  if (samePlain(before, after)) return text;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const base = text === '' || text.endsWith('\n') ? text : `${text}${lineEnd}`;
  const document = parseDocument(base);
  const root = document.contents;
  const splices = isYamlMap(root) ? new Patch(document, base).map(root, before, after) : undefined;
  if (splices === undefined) return rewrittenText(text, before, after);
  return applySplices(
    base,
    splices.map((splice) => ({ ...splice, text: splice.text.replace(/\n/g, lineEnd) })),
  );
}

/** The whole text anew, with the keys nobody here knows; comments are lost. For a text whose form cannot be patched. */
export function rewrittenText(text: string, before: Values, after: Values): string {
  return renderFile(withUnknown(withoutEmpty(parseDocument(text).toJS()), before, after));
}
