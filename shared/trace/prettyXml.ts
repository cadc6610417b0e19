/** A piece of a document: markup, or the text between. */
interface Token {
  readonly kind: 'open' | 'close' | 'empty' | 'other' | 'text';
  readonly source: string;
}

const pattern = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:"[^"]*"|'[^']*'|[^'"<>])*>|[^<]+/g;

function kindOf(source: string): Token['kind'] {
  if (!source.startsWith('<') || source.startsWith('<![CDATA[')) return 'text';
  if (source.startsWith('</')) return 'close';
  if (source.startsWith('<!') || source.startsWith('<?')) return 'other';
  return source.endsWith('/>') ? 'empty' : 'open';
}

/** The pieces of a document, or undefined where something is left that is no markup and no text. */
function tokensOf(xml: string): Token[] | undefined {
  const sources = xml.match(pattern) ?? [];
  const length = sources.reduce((sum, source) => sum + source.length, 0);
  return length === xml.length ? sources.map((source) => ({ kind: kindOf(source), source })) : undefined;
}

const nameOf = (tag: string): string => /^<\/?\s*([^\s/>]+)/.exec(tag)?.[1] ?? '';

/**
 * The document with one element per line, indented by two blanks. An element with text stays on its line, and the text is not touched.
 * Never throws: what is not well-formed comes back as it is.
 */
export function prettyXml(xml: string): string {
  const tokens = tokensOf(xml);
  if (tokens === undefined) return xml;
  const lines: string[] = [];
  const open: string[] = [];
  const add = (source: string): void => void lines.push(`${'  '.repeat(open.length)}${source}`);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) return xml;
    switch (token.kind) {
      case 'open': {
        const whole = leaf(tokens, index);
        if (whole === undefined) {
          add(token.source);
          open.push(nameOf(token.source));
        } else {
          add(whole.source);
          index = whole.end;
        }
        break;
      }
      case 'close':
        if (open.pop() !== nameOf(token.source)) return xml;
        add(token.source);
        break;
      case 'text':
        if (token.source.trim() !== '') add(token.source);
        break;
      case 'empty':
      case 'other':
        add(token.source);
        break;
    }
  }
  return open.length === 0 && lines.length > 0 ? lines.join('\n') : xml;
}

/** An element that holds nothing but text: its source and the place of its last piece. */
function leaf(tokens: readonly Token[], start: number): { readonly source: string; readonly end: number } | undefined {
  let source = tokens[start]?.source ?? '';
  for (let index = start + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) return undefined;
    source += token.source;
    if (token.kind === 'text') continue;
    const isEnd = token.kind === 'close' && nameOf(token.source) === nameOf(tokens[start]?.source ?? '');
    return isEnd ? { source, end: index } : undefined;
  }
  return undefined;
}
