import { namespaces, type XmlElement } from './element.ts';

const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;', '\n': '&#xA;', '\t': '&#x9;' };
// Everything but what XML 1.0 can carry: left are control characters, two non-characters, halves of surrogate pairs.
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** What has to be looked at closer; most texts have none of it. */
const remarkable = /[^\t\n\x20-\x25\x27-\x3b\x3d\x3f-\uD7FF]/;

/** Text as element content. Every `>` is escaped, so `]]>` cannot appear; a carriage return survives the reader's line ending rule. */
export function escapeText(text: string): string {
  if (!remarkable.test(text)) return text;
  return text.replace(forbidden, '').replace(/[&<>\r]/g, (character) => special[character] ?? character);
}

/** Text as an attribute's value; white space is kept as it is. */
export function escapeAttribute(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"\r\n\t]/g, (character) => special[character] ?? character);
}

function isPrefix(ns: string): ns is keyof typeof namespaces {
  return Object.hasOwn(namespaces, ns);
}

function written(source: XmlElement, declared: ReadonlySet<string>): string {
  let inner = declared;
  const known = isPrefix(source.ns);
  const tag = known ? `${source.ns}:${source.name}` : source.name;
  let out = `<${tag}`;
  if (known && !declared.has(source.ns)) {
    // The types prefix comes along with the messages prefix, as Exchange does it: nearly every answer needs both.
    const wanted: readonly string[] = source.ns === 'm' ? ['m', 't'] : [source.ns];
    const missing = wanted.filter(isPrefix).filter((prefix) => !declared.has(prefix));
    for (const prefix of missing) out += ` xmlns:${prefix}="${namespaces[prefix]}"`;
    inner = new Set([...declared, ...missing]);
  }
  for (const name in source.attributes) out += ` ${name}="${escapeAttribute(source.attributes[name] ?? '')}"`;
  if (source.children.length === 0) return source.text === '' ? `${out}/>` : `${out}>${escapeText(source.text)}</${tag}>`;
  out += `>${escapeText(source.text)}`;
  for (const one of source.children) out += written(one, inner);
  return `${out}</${tag}>`;
}

/** A whole document with its declaration. Elements without a known namespace are written without a prefix. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>${written(root, new Set())}`;
}
