import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import type { ExportContent, TraceExportEvent, TraceFileEvent, TraceSearchEvent } from '../../shared/trace/traceFile.ts';

/** What main asks the worker for while the files are open. */
export type TraceFileTask =
  | { readonly type: 'record'; readonly id: string }
  | { readonly type: 'search'; readonly text: string }
  | { readonly type: 'export'; readonly ids: readonly string[] | undefined; readonly path: string; readonly content: ExportContent };

/** What a task tells on the way, and the record it was for. */
export type TraceFileNews = TraceSearchEvent | TraceExportEvent | { readonly record: TraceRecord };

/** From main to the worker. The files to open are the worker's data. */
export type ToTraceWorker = { readonly type: 'task'; readonly number: number; readonly task: TraceFileTask } | { readonly type: 'cancel'; readonly number: number };

/** From the worker to main: events of reading, and the news and the end of each task. */
export type FromTraceWorker =
  | { readonly type: 'event'; readonly event: Exclude<TraceFileEvent, { readonly type: 'opened' }> | { readonly type: 'opened'; readonly bytes: number } }
  | { readonly type: 'failed'; readonly error: AppErrorData }
  | { readonly type: 'news'; readonly number: number; readonly news: TraceFileNews }
  | { readonly type: 'ended'; readonly number: number; readonly error?: AppErrorData };
