import { DOMParser, Element, onErrorStopParsing, XMLSerializer, type Document, type Node } from '@xmldom/xmldom';
import { useNamespaces as selectorWith } from 'xpath';
import type { XmlNode } from '../../../shared/activities/computer.ts';
import { AppError } from '../../../shared/errors/appError.ts';

const serializer = new XMLSerializer();

const sentence = (thrown: unknown): string => (thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown));

/** Comments and CDATA, in which anything may stand. */
const quoted = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g;

function parsed(document: string): Document {
  if (/<!DOCTYPE/i.test(document.replace(quoted, ''))) throw new AppError('xml.dtd');
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(document.replace(/^\uFEFF/, '').trimStart(), 'text/xml');
  } catch (thrown) {
    throw new AppError('xml.broken', { problem: sentence(thrown) });
  }
}

function attributesOf(element: Element): [name: string, value: string][] {
  return Array.from({ length: element.attributes.length }, (_, index) => element.attributes.item(index)).flatMap((one) => (one === null ? [] : [[one.name, one.value] as [string, string]]));
}

/** The prefixes that the document's root declares, so that an expression can use them. */
function prefixesOf(document: Document): Record<string, string> {
  const root = document.documentElement;
  const declared = root === null ? [] : attributesOf(root);
  return Object.fromEntries(declared.flatMap(([name, value]) => (name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value]] : [])));
}

function nodeOf(node: Node): XmlNode {
  const attributes = node instanceof Element ? attributesOf(node).map(([name, value]) => `${name}="${value}"`) : [];
  return { text: node.textContent ?? node.nodeValue ?? '', name: node.nodeName, xml: serializer.serializeToString(node), attributes };
}

/**
 * Finds nodes with XPath 1.0, in document order; a number, a text or an answer is one node without a name. Prefixes are those of the document's root. Throws
 * AppError `xml.dtd`, `xml.broken` or `xml.query`.
 */
export function queryXml(document: string, expression: string): readonly XmlNode[] {
  const tree = parsed(document);
  try {
    const found = selectorWith(prefixesOf(tree))(expression, tree);
    if (found === null) return [];
    if (typeof found === 'object') return found.map(nodeOf);
    return [{ text: typeof found === 'boolean' ? (found ? 'True' : 'False') : String(found), name: '', xml: '', attributes: [] }];
  } catch (thrown) {
    throw new AppError('xml.query', { query: expression, problem: sentence(thrown) });
  }
}
