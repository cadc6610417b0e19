/** Namespaces by the prefix this server uses for them; any other namespace stands under its own address. */
export const namespaces = {
  s: 'http://schemas.xmlsoap.org/soap/envelope/',
  m: 'http://schemas.microsoft.com/exchange/services/2006/messages',
  t: 'http://schemas.microsoft.com/exchange/services/2006/types',
  e: 'http://schemas.microsoft.com/exchange/services/2006/errors',
} as const;

/** Where an element of a request starts; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** An XML element, of a request or of an answer. Where an element has children its own text is not kept. */
export interface XmlElement {
  /** A prefix of `namespaces`, another namespace's address, or '' for none. */
  readonly ns: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly at?: Position;
}

/** What an element holds: text, or children; missing children are left out. */
export type Content = string | readonly (XmlElement | undefined)[];

/** Makes an element. */
export function element(ns: string, name: string, content: Content = [], attributes: Readonly<Record<string, string>> = {}): XmlElement {
  if (typeof content === 'string') return { ns, name, attributes, children: [], text: content };
  return { ns, name, attributes, children: content.filter((child) => child !== undefined), text: '' };
}

/** An element of the types namespace. */
export function t(name: string, content: Content = [], attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return element('t', name, content, attributes);
}

/** An element of the messages namespace. */
export function m(name: string, content: Content = [], attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return element('m', name, content, attributes);
}

/** The first child of this name, whatever its namespace. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((one) => one.name === name);
}

/** The children of a child, or none: for lists such as `ToRecipients`. */
export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return child(parent, name)?.children ?? [];
}

/** The text of a child, or undefined where there is no such child. */
export function childText(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.text;
}

/** Whether a boolean of a request is set; clients write `1` as well as `true`. */
export function isTrue(text: string | undefined): boolean {
  return text?.trim() === 'true' || text?.trim() === '1';
}

/** The same element without places in a request, so that it can be kept. */
export function withoutPositions(source: XmlElement): XmlElement {
  return { ns: source.ns, name: source.name, attributes: source.attributes, children: source.children.map(withoutPositions), text: source.text };
}
