import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A block of a trace file: which half of which request, and where its content lies in the file, in bytes. */
export interface TraceBlock {
  readonly tag: string;
  /** The thread or request that wrote it; blocks of one request share it. */
  readonly tid: string;
  readonly time: string;
  readonly version: string;
  readonly start: number;
  readonly content: Buffer;
}

const opening = Buffer.from('<Trace ');
const closing = Buffer.from('</Trace>');
/** How much is read at once; a block that is longer makes the window grow. */
const chunkBytes = 4 * 1024 * 1024;
/** An opening tag longer than this is no opening tag. */
const longestTag = 2_000;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Text of an XML attribute or of escaped content. */
export const unescaped = (text: string): string => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return unescaped(value?.[1] ?? value?.[2] ?? '');
}

function blockAt(window: Buffer, from: number, end: number, offset: number): TraceBlock | undefined {
  const tagEnd = window.indexOf(0x3e, from);
  if (tagEnd < 0 || tagEnd > end || tagEnd - from > longestTag) return undefined;
  const tag = window.toString('utf8', from, tagEnd + 1);
  const name = attribute(tag, 'Tag');
  if (name === '') return undefined;
  const content = window.subarray(tagEnd + 1, end);
  return { tag: name, tid: attribute(tag, 'Tid'), time: attribute(tag, 'Time'), version: attribute(tag, 'Version'), start: offset + tagEnd + 1, content };
}

/**
 * The `<Trace …>` blocks of a log as SOAPe and the EWS Managed API write them, in file order, read a few megabytes at a time.
 * `content` is valid until the next block is asked for. Text between blocks is passed over. Yields undefined after
 * each chunk, so that a caller can report progress. Throws the system's error where the file cannot be read.
 * https://github.com/David-Barrett-MS/SOAPe
 */
export function* traceBlocks(path: string, read: (done: number, total: number) => void): Generator<TraceBlock | undefined> {
  const file = openSync(path, 'r');
  try {
    const total = fstatSync(file).size;
    let window = Buffer.alloc(0);
    /** Place of the window's first byte in the file. */
    let offset = 0;
    let chunk = chunkBytes;
    for (;;) {
      const next = Buffer.allocUnsafe(Math.min(chunk, Math.max(0, total - offset - window.length)));
      const got = next.length === 0 ? 0 : readSync(file, next, 0, next.length, offset + window.length);
      if (got === 0) return;
      window = Buffer.concat([window, next.subarray(0, got)]);
      let used = 0;
      for (let from = window.indexOf(opening, used); from >= 0; from = window.indexOf(opening, used)) {
        const end = window.indexOf(closing, from);
        if (end < 0) {
          used = from;
          break;
        }
        const block = blockAt(window, from, end, offset);
        if (block !== undefined) yield block;
        used = end + closing.length;
      }
      // What may be the start of a block stays; a block longer than the window doubles what is read next.
      const rest = window.subarray(Math.max(used, window.indexOf(opening, used) < 0 ? window.length - opening.length : used));
      chunk = rest.length > chunk / 2 ? chunk * 2 : chunkBytes;
      offset += window.length - rest.length;
      window = Buffer.from(rest);
      read(offset, total);
      yield undefined;
    }
  } finally {
    closeSync(file);
  }
}
