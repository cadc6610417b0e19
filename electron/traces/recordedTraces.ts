import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../shared/errors/appError.ts';
import { summaryOf, TraceRecord, type TraceSummary } from '../../shared/trace/record.ts';
import { systemCode, systemProblem } from '../workspace/systemProblem.ts';
import { bodyHolds, breather, needleOf } from './bodySearch.ts';
import type { Progress, TraceReader } from './traceReader.ts';

/** The ending of the file that keeps the requests of a recorded run. */
export const recordedTraceEnding = '.traces';

const lineEnd = 0x0a;

interface Range {
  readonly start: number;
  readonly length: number;
}

function parsed(line: Buffer): TraceRecord | undefined {
  try {
    const record = TraceRecord.safeParse(JSON.parse(line.toString('utf8')));
    return record.success ? record.data : undefined;
  } catch {
    return undefined;
  }
}

/** The requests kept with a recorded run: a JSON line each. Where each lies is remembered; the texts stay on disk. A line that is torn is left out. */
export class RecordedTraces implements TraceReader {
  readonly #path: string;
  readonly #ranges = new Map<string, Range>();
  readonly bytes: number;

  private constructor(path: string, bytes: number) {
    this.#path = path;
    this.bytes = bytes;
  }

  /** A run that made no request has no file, and that is no error. */
  static async open(path: string): Promise<RecordedTraces> {
    return new RecordedTraces(path, await stat(path).then(({ size }) => size, () => 0));
  }

  get pairs(): number {
    return this.#ranges.size;
  }

  async *read(signal: AbortSignal, progress: Progress): AsyncGenerator<readonly TraceSummary[]> {
    if (this.bytes === 0) return;
    let rest: Buffer[] = [];
    let start = 0;
    let done = 0;
    try {
      const blocks: AsyncIterable<unknown> = createReadStream(this.#path, { end: this.bytes - 1 });
      for await (const block of blocks) {
        const bytes = Buffer.from(block instanceof Uint8Array ? block : String(block));
        const ready: TraceSummary[] = [];
        let from = 0;
        for (let end = bytes.indexOf(lineEnd); end >= 0; end = bytes.indexOf(lineEnd, from)) {
          const line = Buffer.concat([...rest, bytes.subarray(from, end)]);
          const record = parsed(line);
          if (record !== undefined) {
            this.#ranges.set(record.id, { start, length: line.length });
            ready.push(summaryOf(record));
          }
          rest = [];
          from = end + 1;
          start = done + from;
        }
        rest.push(bytes.subarray(from));
        done += bytes.length;
        if (ready.length > 0) yield ready;
        progress(done, this.bytes);
        await setImmediate();
        signal.throwIfAborted();
      }
    } catch (thrown) {
      throw this.#unreadable(thrown);
    }
  }

  record(id: string): TraceRecord {
    const range = this.#ranges.get(id);
    const record = range === undefined ? undefined : parsed(this.#line(range));
    if (record === undefined) throw new AppError('trace.gone');
    return record;
  }

  async *search(text: string, signal: AbortSignal, progress: Progress): AsyncGenerator<string> {
    const needle = needleOf(text);
    const breathe = breather(signal, (read) => progress(read, this.bytes));
    let done = 0;
    for (const [id, range] of this.#ranges) {
      const { request, response } = this.record(id);
      const texts = [request, response].flatMap((half) => (half === undefined ? [] : [half.body, ...half.headers.map((header) => header.join(': '))]));
      if (texts.some((one) => bodyHolds(Buffer.from(one), needle))) yield id;
      done += range.length;
      await breathe(done);
    }
  }

  async *records(ids: readonly string[] | undefined): AsyncGenerator<TraceRecord> {
    for (const id of ids ?? this.#ranges.keys()) yield this.record(id);
  }

  #line({ start, length }: Range): Buffer {
    try {
      const file = openSync(this.#path, 'r');
      try {
        const bytes = Buffer.alloc(length);
        readSync(file, bytes, 0, length, start);
        return bytes;
      } finally {
        closeSync(file);
      }
    } catch (thrown) {
      throw this.#unreadable(thrown);
    }
  }

  #unreadable(thrown: unknown): unknown {
    const file = basename(this.#path);
    if (systemCode(thrown) === '') return thrown;
    return systemCode(thrown) === 'ENOENT' ? new AppError('trace.gone') : new AppError('file.unreadable', { file, problem: systemProblem(thrown) });
  }
}
