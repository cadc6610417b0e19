import type { Node } from '@xmldom/xmldom';

/**
 * Selects with these prefixes, by their namespace; the part of npm's xpath that is used here. Its own declarations need a browser's DOM types, which
 * nothing in electron/ may see. Throws Error for an expression that is not XPath 1.0.
 */
export function useNamespaces(namespaces: Readonly<Record<string, string>>): (expression: string, node: Node) => readonly Node[] | string | number | boolean | null;
