import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../shared/errors/appError.ts';
import type { TraceRecord, TraceSummary } from '../../shared/trace/record.ts';
import { systemCode, systemProblem } from '../workspace/systemProblem.ts';
import { bodyHolds, breather, needleOf } from './bodySearch.ts';
import { partsOf, recordOfPair } from './readPair.ts';
import { traceBlocks } from './traceBlocks.ts';
import { TraceIndex, type IndexedPair } from './traceIndex.ts';
import type { Progress, TraceReader } from './traceReader.ts';

function unreadable(path: string, thrown: unknown): AppError {
  const file = basename(path);
  return systemCode(thrown) === 'ENOENT' ? new AppError('file.notFound', { file }) : new AppError('file.unreadable', { file, problem: systemProblem(thrown) });
}

/** The trace files of a path: itself, or in a folder all that end as trace files do. */
async function filesOf(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = await readdir(path);
    return names.filter((name) => /\.(?:log|xml)$/i.test(name)).toSorted().map((name) => join(path, name));
  } catch (thrown) {
    throw unreadable(path, thrown);
  }
}

/** Trace files that are read by an index: where each pair lies, while the texts stay on disk, so that memory does not grow with the files. */
export class TraceFiles implements TraceReader {
  readonly #paths: readonly string[];
  readonly #index = new TraceIndex();
  /** Size of all files together. */
  readonly bytes: number;

  private constructor(paths: readonly string[], bytes: number) {
    this.#paths = paths;
    this.bytes = bytes;
  }

  /** Takes files and folders. Throws AppError `file.notFound` or `file.unreadable`. */
  static async open(paths: readonly string[]): Promise<TraceFiles> {
    const files = (await Promise.all(paths.map(filesOf))).flat();
    const sizes = await Promise.all(files.map((path) => stat(path).catch((thrown: unknown) => Promise.reject(unreadable(path, thrown)))));
    return new TraceFiles(files, sizes.reduce((sum, { size }) => sum + size, 0));
  }

  get pairs(): number {
    return this.#index.size;
  }

  /** Reads all files and answers their pairs as they are found. Throws AppError `trace.notATraceFile` where there is none, and where the signal aborts. */
  async *read(signal: AbortSignal, progress: Progress): AsyncGenerator<readonly TraceSummary[]> {
    let before = 0;
    for (const path of this.#paths) {
      let within = 0;
      const blocks = traceBlocks(path, (done) => (within = done));
      try {
        for (const block of blocks) {
          if (block === undefined) {
            progress(before + within, this.bytes);
            // Lets questions about pairs that are found already in between.
            await setImmediate();
            signal.throwIfAborted();
            continue;
          }
          const ready = this.#index.add(path, block);
          if (ready.length > 0) yield ready;
        }
      } catch (thrown) {
        throw systemCode(thrown) === '' ? thrown : unreadable(path, thrown);
      }
      before += within;
    }
    const rest = this.#index.finish();
    if (rest.length > 0) yield rest;
    if (this.#index.size === 0) throw new AppError('trace.notATraceFile', { file: this.#paths.map((path) => basename(path)).join(', ') });
  }

  /** A pair in full. Throws AppError `trace.gone`, `file.notFound` or `file.unreadable`. */
  record(id: string): TraceRecord {
    const pair = this.#index.get(id);
    if (pair === undefined) throw new AppError('trace.gone');
    return this.#reading(pair, recordOfPair);
  }

  /** The ids of the pairs whose messages hold a text, without regard to case. */
  async *search(text: string, signal: AbortSignal, progress: Progress): AsyncGenerator<string> {
    const needle = needleOf(text);
    const breathe = breather(signal, (read) => progress(read, this.bytes));
    let done = 0;
    for (const pair of this.#index.pairs()) {
      const parts = this.#reading(pair, partsOf);
      if ([...parts.values()].some((bytes) => bodyHolds(bytes, needle))) yield pair.id;
      for (const bytes of parts.values()) done += bytes.length;
      await breathe(done);
    }
  }

  /** The pairs with these ids in full, or all of them, one after the other. */
  async *records(ids: readonly string[] | undefined): AsyncGenerator<TraceRecord> {
    if (ids === undefined) for (const pair of this.#index.pairs()) yield this.#reading(pair, recordOfPair);
    else for (const id of ids) yield this.record(id);
  }

  #reading<T>(pair: IndexedPair, read: (pair: IndexedPair) => T): T {
    try {
      return read(pair);
    } catch (thrown) {
      throw systemCode(thrown) === '' ? thrown : unreadable(pair.path, thrown);
    }
  }
}
