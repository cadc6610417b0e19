import { Document, Scalar, isSeq, visit, type ToStringOptions } from 'yaml';

const style: ToStringOptions = { indent: 2, indentSeq: true, lineWidth: 0, minContentWidth: 0, flowCollectionPadding: false };

/** How a scalar was quoted, so that changing a value does not change its quotes as well. */
export type Quotes = Scalar.Type | undefined;

function textOf(value: unknown, quotes?: Quotes): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Seq: (_key, seq) => {
      // Positions such as [80, 120] read best on one line.
      if (seq.items.length > 0 && seq.items.every((item) => item instanceof Scalar && typeof item.value === 'number')) seq.flow = true;
    },
    Scalar: (key, scalar) => {
      if (key === 'value' && typeof scalar.value === 'string' && (quotes === Scalar.QUOTE_DOUBLE || quotes === Scalar.QUOTE_SINGLE)) scalar.type = quotes;
    },
  });
  return document.toString(style);
}

const indented = (text: string, spaces: number): string => text.replace(/^(?=[^\n])/gm, ' '.repeat(spaces));

/** A whole file: two spaces, one final newline, text of several lines as a block. */
export function renderFile(value: unknown): string {
  return textOf(value);
}

/** Lines of `key: value`, indented, with the final newline. */
export function renderPair(key: string, value: unknown, spaces: number): string {
  return indented(textOf({ [key]: value }), spaces);
}

/** Lines of `- value`, indented, with the final newline. */
export function renderItem(value: unknown, spaces: number): string {
  const text = textOf([value]);
  return indented(text.startsWith('[') ? `- ${text}` : text, spaces);
}

/** A scalar for the place of another one, or undefined when it needs several lines. */
export function renderScalar(value: unknown, quotes: Quotes): string | undefined {
  const text = textOf({ k: value }, quotes).slice('k: '.length).trimEnd();
  return text.includes('\n') ? undefined : text;
}

/** A list or map on one line, or undefined when it needs several. */
export function renderFlow(value: unknown): string | undefined {
  const document = new Document({ k: value }, { aliasDuplicateObjects: false });
  const node = document.get('k');
  if (isSeq(node)) node.flow = true;
  else visit(document, { Map: (key, map) => void (key === 'value' && (map.flow = true)) });
  const text = document
    .toString({ ...style, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
    .slice('k: '.length)
    .trimEnd();
  return text.includes('\n') ? undefined : text;
}
