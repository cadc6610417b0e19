import { Readable, pipeline } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { AppError } from '../../shared/errors/appError.ts';

/** What has been read of an answer so far; the trace keeps it even when reading failed. */
export interface Captured {
  text: string;
  /** Size on the wire, before it was unpacked. */
  bytes: number;
}

/** More than this many characters of one answer are not kept in a trace. */
const longestCapture = 8_000_000;

async function* counted(body: AsyncIterable<unknown>, captured: Captured): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue;
    captured.bytes += chunk.length;
    yield chunk;
  }
}

function unpacked(body: AsyncGenerator<Uint8Array, void>, encoding: string | undefined): AsyncIterable<unknown> {
  const unpacker = encoding === 'gzip' || encoding === 'x-gzip' ? createGunzip() : encoding === 'deflate' ? createInflate() : undefined;
  // A failure of the source destroys the unpacker with the same error, and whoever reads the unpacker gets it.
  return unpacker === undefined ? body : pipeline(Readable.from(body), unpacker, () => undefined);
}

/**
 * The text of an answer as it arrives, with a copy in `captured`. The limit counts unpacked bytes, so that a small packed answer
 * cannot fill the memory. Throws AppError `network.tooLarge` beyond it.
 */
export async function* textOf(
  body: AsyncIterable<unknown>,
  encoding: string | undefined,
  limitBytes: number,
  captured: Captured,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8');
  let size = 0;
  const keep = (piece: string): string => {
    if (captured.text.length < longestCapture) captured.text += piece.slice(0, longestCapture - captured.text.length);
    return piece;
  };
  for await (const chunk of unpacked(counted(body, captured), encoding)) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > limitBytes) throw new AppError('network.tooLarge', { megabytes: String(Math.round(limitBytes / 1_000_000)) });
    yield keep(decoder.decode(chunk, { stream: true }));
  }
  yield keep(decoder.decode());
}

/** Reads what is left of a short answer, so that the trace shows it and the connection can be kept. */
export async function drain(text: AsyncGenerator<string, void>, captured: Captured): Promise<void> {
  const longestRest = 1_000_000;
  const before = captured.bytes;
  try {
    for (let next = await text.next(); next.done !== true; next = await text.next()) {
      if (captured.bytes - before > longestRest) await text.return();
    }
  } catch {
    // The failure that made the rest unreadable is the one that `consume` reports.
  }
}
