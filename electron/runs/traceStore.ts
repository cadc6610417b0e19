import { AppError } from '../../shared/errors/appError.ts';
import { summaryOf, type TraceRecord, type TraceSummary } from '../../shared/trace/record.ts';

/** How much text of requests and answers stays in memory; about two bytes for each character. */
const defaultLimit = 64 * 1024 * 1024;

const sizeOf = (record: TraceRecord): number => record.request.body.length + (record.response?.body.length ?? 0) + 2_000;

/** The newest traces of this process. Windows hold summaries and read a whole pair by its id. */
export class TraceStore {
  readonly #records = new Map<string, TraceRecord>();
  readonly #summaries = new Map<string, TraceSummary>();
  readonly #limit: number;
  #size = 0;

  /** `limit` is in characters of request and answer bodies together. */
  constructor(limit: number = defaultLimit) {
    this.#limit = limit;
  }

  /** Keeps a record, drops the oldest beyond the limit, and answers its summary. */
  add(record: TraceRecord): TraceSummary {
    this.#forget(record.id);
    const summary = summaryOf(record);
    this.#records.set(record.id, record);
    this.#summaries.set(record.id, summary);
    this.#size += sizeOf(record);
    for (const id of this.#records.keys()) {
      if (this.#size <= this.#limit || id === record.id) break;
      this.#forget(id);
    }
    return summary;
  }

  /** In the order they were made. */
  summaries(): readonly TraceSummary[] {
    return [...this.#summaries.values()];
  }

  /** The whole pairs, in the order they were made. */
  records(): readonly TraceRecord[] {
    return [...this.#records.values()];
  }

  /** Throws AppError `trace.gone`. */
  read(id: string): TraceRecord {
    const record = this.#records.get(id);
    if (record === undefined) throw new AppError('trace.gone');
    return record;
  }

  clear(): void {
    this.#records.clear();
    this.#summaries.clear();
    this.#size = 0;
  }

  #forget(id: string): void {
    const record = this.#records.get(id);
    if (record === undefined) return;
    this.#size -= sizeOf(record);
    this.#records.delete(id);
    this.#summaries.delete(id);
  }
}
