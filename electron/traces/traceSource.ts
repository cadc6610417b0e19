import type { TraceRecord } from '../../shared/trace/record.ts';
import type { ExportContent, TraceExportEvent, TraceSearchEvent } from '../../shared/trace/traceFile.ts';

/** An export: which pairs (all where `ids` is undefined), to where, and with what content. */
export interface TraceExportTask {
  readonly ids: readonly string[] | undefined;
  readonly path: string;
  readonly content: ExportContent;
}

/** Where traces come from: this session, or files. All of it rejects with AppError, `app.cancelled` when the signal aborts. */
export interface TraceSource {
  read(id: string): Promise<TraceRecord>;
  /** Tells the pairs whose messages hold a text, without regard to case. */
  search(text: string, signal: AbortSignal, tell: (event: TraceSearchEvent) => void): Promise<void>;
  export(task: TraceExportTask, signal: AbortSignal, tell: (event: TraceExportEvent) => void): Promise<void>;
}
