/** A part of a document, by its places in it. */
export interface DocumentPart {
  readonly from: number;
  readonly to: number;
}

/** From this size on, in characters, a document starts folded (ux 4.6). */
export const foldedFrom = 5 * 1024 * 1024;

/** The text of an element that is longer than this, in characters, is folded, too. */
const longText = 20_000;
/** An element that holds so much of what surrounds it is looked into: envelope, body, response and the list in it say little. */
const mostOfIt = 0.9;

/** More parts than these are folded together: each costs time, and nobody goes through thousands one by one. */
const mostParts = 1000;

interface Container extends DocumentPart {
  readonly children: readonly Container[];
}

const markup = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:"[^"]*"|'[^']*'|[^'"<>])*>/g;

/** The elements that hold others, and the long texts; both without their tags. Undefined where elements do not end as they began. */
function structure(xml: string): { readonly root: Container; readonly texts: readonly DocumentPart[] } | undefined {
  const texts: DocumentPart[] = [];
  const open: { from: number; children: Container[]; holds: boolean }[] = [{ from: 0, children: [], holds: true }];
  for (const { 0: tag, index } of xml.matchAll(markup)) {
    if (tag.startsWith('<?') || tag.startsWith('<!')) continue;
    if (tag.startsWith('</')) {
      const element = open.pop();
      const around = open.at(-1);
      if (element === undefined || around === undefined) return undefined;
      if (element.holds) around.children.push({ from: element.from, to: index, children: element.children });
      else if (index - element.from > longText) texts.push({ from: element.from, to: index });
      continue;
    }
    const around = open.at(-1);
    if (around === undefined) return undefined;
    around.holds = true;
    if (!tag.endsWith('/>')) open.push({ from: index + tag.length, children: [], holds: false });
  }
  const [root] = open;
  return open.length === 1 && root !== undefined ? { root: { from: 0, to: xml.length, children: root.children }, texts } : undefined;
}

/** Entries that follow each other as one part, where there are too many. */
function grouped(entries: readonly DocumentPart[]): readonly DocumentPart[] {
  const size = Math.ceil(entries.length / mostParts);
  return size <= 1 ? entries : entries.flatMap((first, index) => (index % size === 0 ? [{ from: first.from, to: (entries[index + size - 1] ?? entries.at(-1) ?? first).to }] : []));
}

/**
 * What of an XML document is folded so that it can be taken in: the entries of the list that makes up nearly all of it, each on a line of its own or some
 * that follow each other together, and long texts. Empty for what is no XML. The parts do not overlap.
 */
export function startingFolds(xml: string): readonly DocumentPart[] {
  const found = structure(xml);
  if (found === undefined) return [];
  let at = found.root;
  for (;;) {
    const size = at.to - at.from;
    const [first] = at.children.filter((child) => child.to - child.from > mostOfIt * size);
    if (first === undefined) break;
    at = first;
  }
  const entries = grouped(at.children);
  const outside = found.texts.filter((text) => !entries.some((entry) => text.from >= entry.from && text.to <= entry.to));
  return [...entries, ...outside].toSorted((one, other) => one.from - other.from);
}
