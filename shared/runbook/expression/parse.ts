import { arity, signature } from './functionDefinition.ts';
import { functionNamed } from './functions.ts';
import { readReference, type Reference } from './reference.ts';

/** Where a part stands in the text: from `start` up to, not including, `end`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of a property's text. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'reference'; readonly target: Reference } & Span)
  | ({ readonly kind: 'call'; readonly name: string; readonly arguments: readonly (readonly Node[])[] } & Span);

/** A function call that cannot be read as one, and stays text. */
export interface SyntaxProblem extends Span {
  readonly message: string;
}

/** A property's text, taken apart. */
export interface Expression {
  readonly nodes: readonly Node[];
  readonly problems: readonly SyntaxProblem[];
}

type Call = Extract<Node, { readonly kind: 'call' }>;

/** Calls inside calls deeper than this are text; nobody reads them, and recursion must end. */
const deepest = 40;

class Parser {
  readonly #text: string;
  readonly #keys: readonly string[];
  /** What a call at a position turned out to be. Without it, broken nested calls would be read again and again. */
  readonly #calls = new Map<number, Call | undefined>();
  readonly problems: SyntaxProblem[] = [];

  constructor(text: string, keys: readonly string[]) {
    this.#text = text;
    this.#keys = keys;
  }

  /** Reads nodes until `ends` says so; answers them and where they end, or no end when the text ran out. */
  nodes(from: number, depth: number, ends: (at: number) => boolean, bare: boolean): { readonly nodes: Node[]; readonly end: number | undefined } {
    const nodes: Node[] = [];
    let text = '';
    let at = from;
    const flush = (): void => {
      if (text !== '') nodes.push({ kind: 'text', text });
      text = '';
    };
    while (at < this.#text.length && !ends(at)) {
      const node = this.#special(at, depth, bare);
      if (node !== undefined) {
        flush();
        nodes.push(node);
        at = node.end;
      } else {
        const quote = depth > 0 && !bare && this.#text.startsWith("''", at);
        text += this.#text.charAt(at);
        at += quote ? 2 : 1;
      }
    }
    flush();
    return { nodes, end: at < this.#text.length ? at : undefined };
  }

  #special(at: number, depth: number, bare: boolean): Exclude<Node, { readonly kind: 'text' }> | undefined {
    if (this.#text.startsWith('{{', at)) return this.#reference(at);
    if (this.#text.charAt(at) === '[') return this.#call(at, depth, true);
    const wordStart = bare && /[A-Z]/.test(this.#text.charAt(at)) && !/\w/.test(this.#text.charAt(at - 1));
    return wordStart ? this.#call(at, depth, false) : undefined;
  }

  #reference(start: number): Extract<Node, { readonly kind: 'reference' }> | undefined {
    const close = this.#text.indexOf('}}', start);
    const inner = close < 0 ? '' : this.#text.slice(start + 2, close);
    const target = inner.includes('{{') ? undefined : readReference(inner, this.#keys);
    return target === undefined ? undefined : { kind: 'reference', target, start, end: close + 2 };
  }

  #call(start: number, depth: number, bracket: boolean): Call | undefined {
    if (!this.#calls.has(start)) this.#calls.set(start, depth >= deepest ? undefined : this.#readCall(start, depth, bracket));
    return this.#calls.get(start);
  }

  #readCall(start: number, depth: number, bracket: boolean): Call | undefined {
    const opening = bracket ? /\[\s*([A-Za-z]+)\s*\(/y : /([A-Za-z]+)\s*\(/y;
    opening.lastIndex = start;
    const definition = functionNamed(opening.exec(this.#text)?.[1] ?? '');
    if (definition === undefined) return undefined;
    const wrong = (message: string): undefined => {
      this.problems.push({ start, end: Math.min(this.#text.length, start + definition.name.length + 2), message });
      return undefined;
    };
    const read = this.#arguments(opening.lastIndex, depth + 1);
    if (read === undefined) return wrong(`${definition.name} is not closed: ${signature(definition)} is expected.`);
    const closing = bracket ? /\s*\]/y : /(?:)/y;
    closing.lastIndex = read.end;
    if (!closing.test(this.#text)) return wrong(`A bracket ] is missing after ${definition.name}(…).`);
    const { least, most } = arity(definition);
    if (read.arguments.length < least || read.arguments.length > most) return wrong(`${definition.name} is written ${signature(definition)}.`);
    return { kind: 'call', name: definition.name, arguments: read.arguments, start, end: closing.lastIndex };
  }

  #skipSpace(at: number): number {
    const space = /\s*/y;
    space.lastIndex = at;
    space.test(this.#text);
    return space.lastIndex;
  }

  #arguments(from: number, depth: number): { readonly arguments: Node[][]; readonly end: number } | undefined {
    const found: Node[][] = [];
    let at = this.#skipSpace(from);
    if (this.#text.charAt(at) === ')') return { arguments: found, end: at + 1 };
    for (;;) {
      const argument = this.#text.charAt(at) === "'" ? this.#quoted(at + 1, depth) : this.#bare(at, depth);
      if (argument === undefined) return undefined;
      found.push(argument.nodes);
      at = this.#skipSpace(argument.end);
      if (this.#text.charAt(at) === ')') return { arguments: found, end: at + 1 };
      if (this.#text.charAt(at) !== ',') return undefined;
      at = this.#skipSpace(at + 1);
    }
  }

  /** Text in quotes ends at a quote that a comma or a closing bracket follows, so `'it's'` says what it seems to say. */
  #quoted(from: number, depth: number): { readonly nodes: Node[]; readonly end: number } | undefined {
    const closes = (at: number): boolean => this.#text.charAt(at) === "'" && /[,)]/.test(this.#text.charAt(this.#skipSpace(at + 1)));
    const { nodes, end } = this.nodes(from, depth, closes, false);
    return end === undefined ? undefined : { nodes, end: end + 1 };
  }

  #bare(from: number, depth: number): { readonly nodes: Node[]; readonly end: number } | undefined {
    const { nodes, end } = this.nodes(from, depth, (at) => /[,)]/.test(this.#text.charAt(at)), true);
    if (end === undefined || nodes.length === 0) return undefined;
    const last = nodes.at(-1);
    if (last?.kind === 'text') nodes[nodes.length - 1] = { kind: 'text', text: last.text.trimEnd() };
    return { nodes, end };
  }
}

/**
 * Takes a property's text apart: literal text, placeholders and functions (runbook-model 2.3, 2.5). Never throws: what
 * is no known function or reference stays text. Known activity keys decide where a placeholder's label begins.
 */
export function parse(text: string, keys: readonly string[] = []): Expression {
  if (!text.includes('{{') && !text.includes('[')) return { nodes: text === '' ? [] : [{ kind: 'text', text }], problems: [] };
  const parser = new Parser(text, keys);
  const { nodes } = parser.nodes(0, 0, () => false, false);
  return { nodes, problems: parser.problems };
}
