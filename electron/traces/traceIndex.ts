import type { TraceSummary } from '../../shared/trace/record.ts';
import { summaryOfPair, type PairTexts } from './fileSummary.ts';
import type { TraceBlock } from './traceBlocks.ts';

/** Where a part of a pair lies in its file, in bytes. */
export interface Range {
  readonly start: number;
  readonly length: number;
}

const parts = ['requestHeaders', 'request', 'responseHeaders', 'response'] as const;
export type PairPart = (typeof parts)[number];

/** A pair of a trace file: where its parts are. Its texts stay in the file. */
export interface IndexedPair {
  readonly id: string;
  readonly path: string;
  readonly tag: string;
  readonly time: string;
  readonly endTime: string;
  readonly ranges: Readonly<Partial<Record<PairPart, Range>>>;
}

/** A pair whose blocks still arrive. */
interface OpenPair {
  readonly pair: { readonly id: string; readonly path: string; readonly tag: string; readonly time: string; endTime: string; readonly ranges: Partial<Record<PairPart, Range>> };
  readonly texts: PairTexts;
  complete: boolean;
}

/** A request without an answer holds the rows behind it back, but not longer than this many. */
const mostWaiting = 100;

function partOf(tag: string): PairPart | undefined {
  const side = /Request|Response/i.exec(tag)?.[0].toLowerCase();
  if (side === undefined) return undefined;
  const headers = /Headers$/i.test(tag);
  if (side === 'request') return headers ? 'requestHeaders' : 'request';
  return headers ? 'responseHeaders' : 'response';
}

/** Whether a part cannot belong to the pair that has these: it begins the next one of the same `Tid`. */
const startsAnew = (part: PairPart, ranges: OpenPair['pair']['ranges']): boolean =>
  part.startsWith('request') && (ranges[part] !== undefined || ranges.response !== undefined || ranges.responseHeaders !== undefined);

/** Content without the line breaks that the format puts around it. */
function rangeOf({ start, content }: TraceBlock): Range {
  let from = 0;
  let to = content.length;
  while (from < to && (content[from] ?? 0) <= 0x20) from += 1;
  while (to > from && (content[to - 1] ?? 0) <= 0x20) to -= 1;
  return { start: start + from, length: to - from };
}

/**
 * Puts the blocks of trace files together to pairs. Blocks of one `Tid` follow each other: a request opens a pair, an
 * answer completes it, and the next request of that `Tid` ends one that was never answered. Pairs come out in the order
 * of their requests.
 */
export class TraceIndex {
  readonly #pairs = new Map<string, IndexedPair>();
  readonly #open = new Map<string, OpenPair>();
  #waiting: OpenPair[] = [];

  get size(): number {
    return this.#pairs.size;
  }

  get(id: string): IndexedPair | undefined {
    return this.#pairs.get(id);
  }

  pairs(): IterableIterator<IndexedPair> {
    return this.#pairs.values();
  }

  /** Takes a block; answers the pairs that are complete with it. */
  add(path: string, block: TraceBlock): readonly TraceSummary[] {
    const part = partOf(block.tag);
    if (part === undefined) return [];
    const before = this.#open.get(block.tid);
    const open = before === undefined || startsAnew(part, before.pair.ranges) ? this.#begin(path, block, before) : before;
    const range = rangeOf(block);
    open.pair.ranges[part] = range;
    const from = range.start - block.start;
    open.texts[part] = block.content.toString('latin1', from, from + range.length);
    if (part.startsWith('response')) open.pair.endTime = block.time;
    if (part === 'response') {
      open.complete = true;
      this.#open.delete(block.tid);
    }
    return this.#ready(false);
  }

  /** The pairs that wait for an answer when the files end. */
  finish(): readonly TraceSummary[] {
    this.#open.clear();
    return this.#ready(true);
  }

  #begin(path: string, { tid, tag, time }: TraceBlock, before: OpenPair | undefined): OpenPair {
    if (before !== undefined) before.complete = true;
    const pair = { id: String(this.#pairs.size + 1), path, tag, time, endTime: time, ranges: {} };
    const open: OpenPair = { pair, texts: {}, complete: false };
    this.#pairs.set(pair.id, pair);
    this.#open.set(tid, open);
    this.#waiting.push(open);
    return open;
  }

  #ready(all: boolean): readonly TraceSummary[] {
    let count = 0;
    while (count < this.#waiting.length && (all || this.#waiting[count]?.complete === true || this.#waiting.length - count > mostWaiting)) count += 1;
    if (count === 0) return [];
    const ready = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    return ready.map(({ pair, texts }) => summaryOfPair({ ...pair, texts }));
  }
}
