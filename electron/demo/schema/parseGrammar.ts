/** How often a part of a content model may stand. */
export interface Occurs {
  readonly least: 0 | 1;
  readonly many: boolean;
}

/** A part of a content model. */
export type Particle =
  | (Occurs & { readonly kind: 'element'; readonly ns: string; readonly name: string; readonly type: string })
  | (Occurs & { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Particle[] })
  | (Occurs & { readonly kind: 'any' });

/** A type of the schema. */
export type GrammarType =
  | { readonly kind: 'enum' | 'list'; readonly words: readonly string[] }
  | { readonly kind: 'base'; readonly base: string; readonly filled: boolean }
  | {
      readonly kind: 'complex';
      readonly base: string | undefined;
      readonly attributes: readonly { readonly name: string; readonly required: boolean; readonly type: string }[];
      readonly content: readonly Particle[];
      readonly text: string | undefined;
    };

/** The types of all requests, and the type of each request by `prefix:Name`. */
export interface Grammar {
  readonly requests: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, GrammarType>;
}

function occursOf(token: string): { readonly bare: string; readonly occurs: Occurs } {
  const sign = token.at(-1) ?? '';
  if (!'?*+'.includes(sign)) return { bare: token, occurs: { least: 1, many: false } };
  return { bare: token.slice(0, -1), occurs: { least: sign === '+' ? 1 : 0, many: sign !== '?' } };
}

function elementParticle(token: string): Particle {
  const { bare, occurs } = occursOf(token);
  if (bare === 'any') return { kind: 'any', ...occurs };
  const [name, type] = [bare.slice(0, bare.indexOf('/')), bare.slice(bare.indexOf('/') + 1)];
  return { kind: 'element', ns: name.split(':')[0] ?? '', name: name.split(':')[1] ?? '', type, ...occurs };
}

/** Reads particles up to the closing bracket of their group, or to the end. */
function particles(tokens: string[]): { readonly parts: Particle[]; readonly choice: boolean; readonly occurs: Occurs } {
  const parts: Particle[] = [];
  let choice = false;
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    if (token.startsWith(')')) return { parts, choice, occurs: occursOf(token).occurs };
    if (token === '|') choice = true;
    else if (token === '(') {
      const group = particles(tokens);
      parts.push({ kind: group.choice ? 'choice' : 'sequence', parts: group.parts, ...group.occurs });
    } else parts.push(elementParticle(token));
  }
  return { parts, choice, occurs: { least: 1, many: false } };
}

function typeOf(tokens: string[]): GrammarType {
  const [first = '', ...rest] = tokens;
  if (first === 'enum' || first === 'list') return { kind: first, words: rest };
  if (first === 'base') return { kind: 'base', base: rest.at(-1) ?? '', filled: rest[0] === 'filled' };
  const base = first === '<' ? rest[0] : undefined;
  const own = base === undefined ? [...tokens] : rest.slice(1);
  const marked = own.filter((token) => token.startsWith('@'));
  const attributes = marked.map((token) => {
    const [name, type] = [token.slice(1, token.indexOf('/')), token.slice(token.indexOf('/') + 1)];
    return { name: name.replace('!', ''), required: name.endsWith('!'), type };
  });
  const content = own.filter((token) => !token.startsWith('@'));
  if (content[0] === 'text') return { kind: 'complex', base, attributes, content: [], text: content[1] };
  return { kind: 'complex', base, attributes, content: particles(content).parts, text: undefined };
}

/**
 * Reads a grammar. One line per thing: `request m:Name/type`, or `type = …` with
 * `enum word…`, `list word-or-type…`, `base type`, or for elements `< type it extends`, `@attribute/type` (`!` required),
 * `text type`, and content in brackets: `( a b )` in order, `( a | b )` one of them, each `m:Name/type` with `?`, `*` or `+`.
 */
export function parseGrammar(text: string): Grammar {
  const requests = new Map<string, string>();
  const types = new Map<string, GrammarType>();
  for (const line of text.split('\n')) {
    const [first = '', second = '', ...rest] = line.split(' ');
    if (first === 'request') requests.set(second.slice(0, second.indexOf('/')), second.slice(second.indexOf('/') + 1));
    else if (second === '=') types.set(first, typeOf(rest));
  }
  return { requests, types };
}
