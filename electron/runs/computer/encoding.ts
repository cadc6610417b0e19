import type { TextEncoding } from '../../../shared/activities/computer.ts';
import { AppError } from '../../../shared/errors/appError.ts';

/** Highest code point of encodings that do not know all characters. */
const highest: Readonly<Partial<Record<TextEncoding, number>>> = { ASCII: 0x7f, 'Latin-1': 0xff };

const buffers: Readonly<Record<TextEncoding, BufferEncoding>> = { 'UTF-8': 'utf8', 'UTF-8 with BOM': 'utf8', 'UTF-16': 'utf16le', ASCII: 'latin1', 'Latin-1': 'latin1' };
const marks: Readonly<Partial<Record<TextEncoding, string>>> = { 'UTF-8 with BOM': '\uFEFF', 'UTF-16': '\uFEFF' };

/** The bytes of a text; the byte order mark stands at the start of a file only. Throws AppError `files.encoding` for a character that the encoding lacks. */
export function encode(text: string, encoding: TextEncoding, atStart: boolean): Buffer {
  const limit = highest[encoding];
  const foreign = limit === undefined ? undefined : Array.from(text).find((character) => (character.codePointAt(0) ?? 0) > limit);
  if (foreign !== undefined) throw new AppError('files.encoding', { encoding, character: foreign });
  return Buffer.from(`${atStart ? (marks[encoding] ?? '') : ''}${text}`, buffers[encoding]);
}

/** The encoding that a byte order mark names, or undefined. */
function marked(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

const decoders: Readonly<Record<TextEncoding, string>> = { 'UTF-8': 'utf-8', 'UTF-8 with BOM': 'utf-8', 'UTF-16': 'utf-16le', ASCII: 'latin1', 'Latin-1': 'latin1' };

/** The text of bytes; a byte order mark wins over the encoding and is not part of the text. */
export function decode(bytes: Buffer, encoding: TextEncoding): string {
  const name = marked(bytes) ?? decoders[encoding];
  return name === 'latin1' ? bytes.toString('latin1') : new TextDecoder(name).decode(bytes);
}
