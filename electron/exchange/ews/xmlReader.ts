import { SaxesParser } from 'saxes';
import { AppError } from '../../../shared/errors/appError.ts';

/** An element as it was read: local name, attributes by local name, children, and the text directly inside it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The first child with this local name. */
export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined => parent?.children.find((candidate) => candidate.name === name);

/** The text of the first child with this local name. */
export const childText = (parent: XmlElement | undefined, name: string): string | undefined => child(parent, name)?.text;

/** The element that a path of local names leads to. */
export function descendant(root: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce(child, root);
}

/** Exchange nests about fifteen deep; far more than that is an attack on our memory. */
const deepest = 200;

/** Where the reader stands: the names of the open elements, outermost first. */
export type Path = readonly string[];

export interface ReaderOptions {
  /** Whether the element at this path is handed over on its own as soon as it is complete. */
  readonly wanted: (path: Path) => boolean;
  /** Takes a complete element. It is not kept in the tree of its parent, so that a long answer does not pile up. */
  readonly take: (element: XmlElement, path: Path) => void;
}

/**
 * Reads XML in pieces. Call `write` for each piece and `close` at the end.
 * Throws AppError `exchange.brokenXml` for what is not well-formed, ends too early, or declares a document type:
 * SOAP forbids document types, and entities declared there can be used to exhaust memory.
 */
export class XmlReader {
  // Names tell elements apart in every answer of Exchange, whatever their prefixes; resolving namespaces costs a third of the time.
  readonly #parser = new SaxesParser();
  readonly #names = new LocalNames();
  readonly #open: XmlElement[] = [];
  readonly #path: string[] = [];
  #capturing = 0;

  constructor(options: ReaderOptions) {
    const parser = this.#parser;
    parser.on('error', (problem) => {
      throw broken(problem.message);
    });
    parser.on('doctype', () => {
      throw broken('it declares a document type, which SOAP does not allow');
    });
    parser.on('opentag', (tag) => {
      const attributes = this.#names.attributes(tag.attributes);
      const name = this.#names.of(tag.name);
      this.#path.push(name);
      if (this.#path.length > deepest) throw broken(`it is nested more than ${deepest} levels deep`);
      const wanted = this.#capturing > 0 || options.wanted(this.#path);
      if (!wanted) return;
      const element: XmlElement = { name, attributes, children: [], text: '' };
      this.#open.at(-1)?.children.push(element);
      this.#open.push(element);
      this.#capturing += 1;
    });
    const text = (value: string): void => {
      const innermost = this.#open.at(-1);
      if (innermost !== undefined) innermost.text += value;
    };
    parser.on('text', text);
    parser.on('cdata', text);
    parser.on('closetag', () => {
      if (this.#capturing > 0) {
        this.#capturing -= 1;
        const complete = this.#open.pop();
        if (this.#capturing === 0 && complete !== undefined) options.take(complete, this.#path);
      }
      this.#path.pop();
    });
  }

  write(piece: string): void {
    this.#parser.write(piece);
  }

  close(): void {
    this.#parser.close();
  }
}

const noAttributes: Readonly<Record<string, string>> = {};

/** Names without their prefixes. A prefix has to have been declared, as namespaces demand. */
class LocalNames {
  readonly #known = new Map<string, string>();
  readonly #prefixes = new Set(['xml', 'xmlns']);

  of(name: string): string {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? undefined : name.slice(0, colon);
    if (prefix !== undefined && !this.#prefixes.has(prefix)) throw broken(`the prefix ${prefix} is not declared`);
    const local = name.slice(colon + 1);
    this.#known.set(name, local);
    return local;
  }

  /**
   * Attributes by local name; prefixes that they declare are taken note of. Most elements have none, and a long answer has a million
   * elements: this is the hottest line of reading.
   */
  attributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    let found: Record<string, string> | undefined;
    for (const name in attributes) {
      if (name.startsWith('xmlns:')) this.#prefixes.add(name.slice(6));
    }
    for (const name in attributes) {
      const value = attributes[name];
      if (value === undefined || name.startsWith('xmlns')) continue;
      found ??= {};
      found[this.of(name)] = value;
    }
    return found ?? noAttributes;
  }
}

function broken(problem: string): AppError {
  return new AppError('exchange.brokenXml', { problem: problem.replace(/\.$/, '') });
}

/** Reads a whole document into a tree. */
export function readXml(xml: string): XmlElement {
  let root: XmlElement | undefined;
  const reader = new XmlReader({ wanted: (path) => path.length === 1, take: (element) => void (root = element) });
  reader.write(xml);
  reader.close();
  if (root === undefined) throw broken('it is empty');
  return root;
}
