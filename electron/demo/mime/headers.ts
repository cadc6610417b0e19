import type { Address } from '../items/addresses.ts';
import { decodeCharset, decodeWords } from './encodings.ts';

/** The headers of a message or part, by their names in small letters; the first of several counts. */
export interface Headers {
  /** Unfolded, encoded words not yet read. */
  raw(name: string): string | undefined;
  /** As people read it. */
  text(name: string): string | undefined;
}

/** Reads headers; `bytes` holds one byte per character. Bytes beyond ASCII are taken for UTF-8, as mail of today writes them. */
export function readHeaders(bytes: string): Headers {
  const fields = new Map<string, string>();
  for (const line of bytes.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const match = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line);
    const name = match?.[1]?.toLowerCase();
    if (name !== undefined && !fields.has(name)) fields.set(name, decodeCharset(Buffer.from((match?.[2] ?? '').trim(), 'latin1'), 'utf-8'));
  }
  return {
    raw: (name) => fields.get(name),
    text(name) {
      const value = fields.get(name);
      return value === undefined ? undefined : decodeWords(value);
    },
  };
}

/** A value such as `text/plain; charset=utf-8` in parts; parameters by RFC 2231 included. */
export function readParameters(value: string): { readonly value: string; readonly parameters: ReadonlyMap<string, string> } {
  const [head = '', ...rest] = value.match(/(?:"(?:\\.|[^"\\])*"|[^;"])+/g) ?? [];
  const pieces = new Map<string, { readonly text: string; readonly coded: boolean }[]>();
  for (const one of rest) {
    const match = /^\s*([^=*\s]+)(?:\*(\d+))?(\*)?\s*=\s*(.*?)\s*$/.exec(one);
    if (match === null) continue;
    const name = (match[1] ?? '').toLowerCase();
    const text = (match[4] ?? '').replace(/^"([^]*)"$/, '$1').replace(/\\(.)/g, '$1');
    pieces.set(name, [...(pieces.get(name) ?? []), { text, coded: match[3] === '*' }]);
  }
  const parameters = [...pieces].map(([name, parts]) => {
    const charset = parts[0]?.coded === true ? /^([^']*)'[^']*'/.exec(parts[0].text)?.[1] : undefined;
    if (charset === undefined) return [name, decodeWords(parts.map(({ text }) => text).join(''))] as const;
    const joined = parts
      .map(({ text }) => text)
      .join('')
      .replace(/^[^']*'[^']*'/, '');
    const bytes = joined.replace(/%([0-9A-Fa-f]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return [name, decodeCharset(Buffer.from(bytes, 'latin1'), charset)] as const;
  });
  return { value: head.trim().toLowerCase(), parameters: new Map(parameters) };
}

/** The addresses of a header such as To: with or without names, groups taken apart (RFC 5322, 3.4). */
export function readAddresses(value: string): Address[] {
  const plain = value
    .replace(/\((?:\\.|[^()\\])*\)/g, '')
    .replace(/(^|,)\s*[^",:;<>@]*:/g, '$1')
    .replace(/;/g, ',');
  const parts = plain.match(/(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^,"<])+/g) ?? [];
  return parts.flatMap((part) => {
    const angled = /^([^]*)<([^>]*)>\s*$/.exec(part.trim());
    const address = (angled?.[2] ?? part).trim();
    if (address === '') return [];
    const name = decodeWords(
      (angled?.[1] ?? '')
        .trim()
        .replace(/^"([^]*)"$/, '$1')
        .replace(/\\(.)/g, '$1'),
    );
    return [{ name: name === '' ? address : name, address }];
  });
}
