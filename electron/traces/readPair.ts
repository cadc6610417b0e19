import { closeSync, openSync, readSync } from 'node:fs';
import { maskBody, maskHeaders } from '../../shared/trace/mask.ts';
import type { TraceMessage, TraceRecord } from '../../shared/trace/record.ts';
import { bodyOf, headOf, summaryOfPair } from './fileSummary.ts';
import type { IndexedPair, PairPart } from './traceIndex.ts';

/** The bytes of a pair's parts. Throws the system's error where the file has gone. */
export function partsOf(pair: IndexedPair): ReadonlyMap<PairPart, Buffer> {
  const file = openSync(pair.path, 'r');
  try {
    const entries = Object.entries(pair.ranges) as [PairPart, { start: number; length: number }][];
    return new Map(
      entries.map(([part, { start, length }]) => {
        const bytes = Buffer.allocUnsafe(length);
        const got = readSync(file, bytes, 0, length, start);
        return [part, bytes.subarray(0, got)];
      }),
    );
  } finally {
    closeSync(file);
  }
}

function message(head: string, body: string): TraceMessage {
  const { headers } = headOf(head);
  return { headers: maskHeaders(headers), body: maskBody(bodyOf(body)), bytes: Buffer.byteLength(body) };
}

/** A pair in full, as the trace viewer shows it. A file may come from a tool that masks nothing, so secrets are masked here. */
export function recordOfPair(pair: IndexedPair): TraceRecord {
  const parts = partsOf(pair);
  const texts = Object.fromEntries([...parts].map(([part, bytes]) => [part, bytes.toString('latin1')]));
  const text = (part: PairPart): string => parts.get(part)?.toString('utf8') ?? '';
  const answered = parts.has('response') || parts.has('responseHeaders');
  return {
    ...summaryOfPair({ ...pair, texts }),
    timings: {},
    request: message(text('requestHeaders'), text('request')),
    ...(answered ? { response: message(text('responseHeaders'), text('response')) } : {}),
  };
}
