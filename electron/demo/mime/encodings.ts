/** Bytes as text of a charset; one that is not known is read as Windows-1252, as mail programs do. */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Quoted-printable as bytes; `text` holds one byte per character (RFC 2045, 6.7). */
export function fromQuotedPrintable(text: string): Buffer {
  const joined = text.replace(/[ \t]+(?=\r?\n|$)/g, '').replace(/=\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Text as quoted-printable UTF-8 in lines of at most 76 characters. */
export function toQuotedPrintable(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => {
    const units: string[] = [];
    for (const byte of Buffer.from(line, 'utf8')) {
      const plain = (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32 || byte === 9;
      units.push(plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
    }
    // White space at the end of a line gets lost on the way, so it is written as a number.
    const last = units.at(-1);
    if (last === ' ' || last === '\t') units[units.length - 1] = last === ' ' ? '=20' : '=09';
    const rows: string[] = [];
    let row = '';
    for (const unit of units) {
      if (row.length + unit.length > 75) {
        rows.push(`${row}=`);
        row = '';
      }
      row += unit;
    }
    return [...rows, row].join('\r\n');
  });
  return lines.join('\r\n');
}

/** The bytes of a part by its Content-Transfer-Encoding; `text` holds one byte per character. */
export function decodeTransfer(text: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(text.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64');
  return encoding === 'quoted-printable' ? fromQuotedPrintable(text) : Buffer.from(text, 'latin1');
}

/** Base64 in lines of 76 characters. */
export function inLines(base64: string): string {
  return (base64.match(/.{1,76}/g) ?? []).join('\r\n');
}

/** A header's text with its encoded words read (RFC 2047); white space between two of them does not count. */
export function decodeWords(text: string): string {
  const joined = text.replace(/(=\?[^?\s]+\?[bBqQ]\?[^?]*\?=)\s+(?==\?[^?\s]+\?[bBqQ]\?)/g, '$1');
  return joined.replace(/=\?([^?*\s]+)(?:\*[^?]*)?\?([bBqQ])\?([^?]*)\?=/g, (_whole, charset: string, kind: string, content: string) => {
    const bytes = kind.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : fromQuotedPrintable(content.replace(/_/g, '=20'));
    return decodeCharset(bytes, charset);
  });
}

/** A header's text in ASCII: as it is, or as encoded words of UTF-8, short enough to stand behind the header's name. */
export function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?')) return text;
  const words: string[] = [];
  let chunk = '';
  for (const character of text) {
    if (Buffer.byteLength(chunk + character, 'utf8') > 39) {
      words.push(chunk);
      chunk = '';
    }
    chunk += character;
  }
  return [...words, chunk].map((word) => `=?utf-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`).join('\r\n ');
}
