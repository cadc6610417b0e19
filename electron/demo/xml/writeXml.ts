import { namespaces, type XmlElement } from './element.ts';

const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;', '\n': '&#xA;', '\t': '&#x9;' };
// Everything but what XML 1.0 can carry: left are control characters, two non-characters, halves of surrogate pairs.
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text as element content. Every `>` is escaped, so `]]>` cannot appear; a carriage return survives the reader's line ending rule. */
export function escapeText(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>\r]/g, (character) => special[character] ?? character);
}

/** Text as an attribute's value; white space is kept as it is. */
export function escapeAttribute(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"\r\n\t]/g, (character) => special[character] ?? character);
}

function isPrefix(ns: string): ns is keyof typeof namespaces {
  return Object.hasOwn(namespaces, ns);
}

function writeInto(out: string[], source: XmlElement, declared: ReadonlySet<string>): void {
  let inner = declared;
  const tag = isPrefix(source.ns) ? `${source.ns}:${source.name}` : source.name;
  out.push('<', tag);
  if (isPrefix(source.ns) && !declared.has(source.ns)) {
    // The types prefix comes along with the messages prefix, as Exchange does it: nearly every answer needs both.
    const wanted: readonly (keyof typeof namespaces)[] = source.ns === 'm' ? ['m', 't'] : [source.ns];
    const missing = wanted.filter((prefix) => !declared.has(prefix));
    for (const prefix of missing) out.push(` xmlns:${prefix}="${namespaces[prefix]}"`);
    inner = new Set([...declared, ...missing]);
  }
  for (const [name, value] of Object.entries(source.attributes)) out.push(' ', name, '="', escapeAttribute(value), '"');
  if (source.children.length === 0 && source.text === '') {
    out.push('/>');
    return;
  }
  out.push('>', escapeText(source.text));
  for (const one of source.children) writeInto(out, one, inner);
  out.push('</', tag, '>');
}

/** A whole document with its declaration. Elements without a known namespace are written without a prefix. */
export function writeXml(root: XmlElement): string {
  const out = ['<?xml version="1.0" encoding="utf-8"?>'];
  writeInto(out, root, new Set());
  return out.join('');
}
