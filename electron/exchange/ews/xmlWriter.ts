/** Markup that is ready to be sent. Only `element` makes it, so text can never reach the wire unescaped. */
export class Xml {
  readonly markup: string;

  private constructor(markup: string) {
    this.markup = markup;
  }

  /**
   * An element with its attributes and children. Strings are text and are escaped; undefined attributes and children are left out.
   * Names come from our own tables, never from data.
   */
  static element(name: string, attributes: XmlAttributes = {}, children: readonly XmlChild[] = []): Xml {
    const written = Object.entries(attributes)
      .filter((entry): entry is [string, string] => entry[1] !== undefined)
      .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
    const inside = children.map((child) => (child === undefined ? '' : typeof child === 'string' ? escapeText(child) : child.markup)).join('');
    return new Xml(inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`);
  }
}

export type XmlAttributes = Readonly<Record<string, string | undefined>>;
export type XmlChild = Xml | string | undefined;

/** Short form of `Xml.element`. */
export const element = Xml.element;

// Everything but the Char production of XML 1.0 (https://www.w3.org/TR/xml/#charsets); lone surrogates are outside it too.
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' };
const entityOf = (character: string): string => entities[character] ?? character;

/** Text as element content. A carriage return is written as a reference, because parsers turn a bare one into a line feed. */
export function escapeText(value: string): string {
  return value.replace(forbidden, '').replace(/[&<>"\r]/g, entityOf);
}

/** Text as attribute value. Line feeds and tabs are references, because parsers turn bare ones into blanks. */
export function escapeAttribute(value: string): string {
  return value.replace(forbidden, '').replace(/[&<>"\r\n\t]/g, entityOf);
}
