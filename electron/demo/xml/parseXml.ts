import { SaxesParser } from 'saxes';
import { namespaces, type Position, type XmlElement } from './element.ts';

/** Deeper nesting than any request of Exchange has; stops documents made to exhaust the stack. */
const deepest = 256;

/** Thrown for a document that is not well-formed or uses what SOAP forbids. */
export class XmlProblem extends Error {
  readonly at: Position;

  constructor(message: string, at: Position) {
    super(message);
    this.at = at;
  }
}

const prefixes = new Map<string, string>(Object.entries(namespaces).map(([prefix, address]) => [address, prefix]));

interface OpenElement {
  ns: string;
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  texts: string[];
  at: Position;
}

/** Reads a document into its root element. Throws XmlProblem with the place of the fault. */
export function parseXml(document: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let tagAt: Position = { line: 1, column: 1 };
  const here = (): Position => ({ line: parser.line, column: parser.column + 1 });

  parser.on('error', (error) => {
    throw new XmlProblem(error.message.replace(/^\d+:\d+: /, ''), here());
  });
  parser.on('doctype', () => {
    throw new XmlProblem('A document type declaration is not allowed.', here());
  });
  parser.on('opentagstart', () => {
    tagAt = here();
  });
  parser.on('opentag', (tag) => {
    if (open.length === deepest) throw new XmlProblem('Elements are nested too deeply.', tagAt);
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.uri === '') attributes[attribute.local] = attribute.value;
    }
    open.push({ ns: prefixes.get(tag.uri) ?? tag.uri, name: tag.local, attributes, children: [], texts: [], at: tagAt });
  });
  const text = (characters: string): void => {
    open.at(-1)?.texts.push(characters);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const { texts, ...rest } = open.pop() ?? { ns: '', name: '', attributes: {}, children: [], texts: [], at: tagAt };
    const closed = { ...rest, text: rest.children.length === 0 ? texts.join('') : '' };
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else parent.children.push(closed);
  });
  parser.write(document).close();
  if (root === undefined) throw new XmlProblem('Root element is missing.', { line: 1, column: 1 });
  return root;
}
