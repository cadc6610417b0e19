import type { TraceRecord, TraceSummary } from '../../shared/trace/record.ts';

/** How far reading is, in bytes of all files together. */
export type Progress = (done: number, total: number) => void;

/** Files with traces as the worker reads them: an index in memory, the texts on disk. */
export interface TraceReader {
  /** Size of all files together. */
  readonly bytes: number;
  /** Pairs found so far. */
  readonly pairs: number;
  /** Reads all files and answers their pairs as they are found. */
  read(signal: AbortSignal, progress: Progress): AsyncGenerator<readonly TraceSummary[]>;
  /** A pair in full. Throws AppError `trace.gone`, `file.notFound` or `file.unreadable`. */
  record(id: string): TraceRecord;
  /** The ids of the pairs whose messages hold a text, without regard to case. */
  search(text: string, signal: AbortSignal, progress: Progress): AsyncGenerator<string>;
  /** The pairs with these ids in full, or all of them, one after the other. */
  records(ids: readonly string[] | undefined): AsyncGenerator<TraceRecord>;
}
