import { Worker } from 'node:worker_threads';
import { AppError, errorData } from '../../shared/errors/appError.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import type { TraceExportEvent, TraceFileEvent, TraceSearchEvent } from '../../shared/trace/traceFile.ts';
import type { FromTraceWorker, ToTraceWorker, TraceFileNews, TraceFileTask } from './traceFileMessages.ts';
import type { TraceSource, TraceExportTask } from './traceSource.ts';

type FileEvent = Exclude<TraceFileEvent, { readonly type: 'opened' }> | { readonly type: 'opened'; readonly bytes: number };

/** Trace files that a worker reads. */
export interface OpenTraceFiles extends TraceSource {
  /** Rejects with the AppError that ended the reading; otherwise pending until the worker is closed. */
  readonly failed: Promise<never>;
  /** Ends the worker and whatever it does. */
  close(): Promise<void>;
}

interface Going {
  news(news: TraceFileNews): void;
  end(error: AppError | undefined): void;
}

/** Opens trace files in a worker thread of their own. Events of reading come to `onEvent`. */
export function openTraceFiles(workerFile: string, paths: readonly string[], onEvent: (event: FileEvent) => void): OpenTraceFiles {
  const worker = new Worker(workerFile, { workerData: { paths }, name: 'trace files' });
  const going = new Map<number, Going>();
  let tasks = 0;
  let fail: (error: AppError) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined);
  const endAll = (error: AppError): void => {
    fail(error);
    for (const task of going.values()) task.end(error);
    going.clear();
  };
  worker.on('message', (message: FromTraceWorker) => {
    if (message.type === 'event') return onEvent(message.event);
    if (message.type === 'failed') return fail(AppError.from(message.error));
    if (message.type === 'news') return going.get(message.number)?.news(message.news);
    going.get(message.number)?.end(message.error === undefined ? undefined : AppError.from(message.error));
    going.delete(message.number);
  });
  worker.on('error', (thrown) => endAll(new AppError('app.workerStopped', { problem: thrown instanceof Error ? thrown.message : String(thrown) })));
  worker.on('exit', () => endAll(AppError.from(errorData('app.cancelled'))));

  function perform(task: TraceFileTask, signal: AbortSignal | undefined, news: (news: TraceFileNews) => void): Promise<void> {
    tasks += 1;
    const number = tasks;
    const send = (message: ToTraceWorker): void => worker.postMessage(message);
    return new Promise((resolve, reject) => {
      const cancel = (): void => send({ type: 'cancel', number });
      going.set(number, {
        news,
        end(error) {
          signal?.removeEventListener('abort', cancel);
          if (error === undefined) resolve();
          else reject(error);
        },
      });
      send({ type: 'task', number, task });
      if (signal?.aborted === true) cancel();
      else signal?.addEventListener('abort', cancel, { once: true });
    });
  }

  return {
    failed,
    async read(id) {
      let record: TraceRecord | undefined;
      await perform({ type: 'record', id }, undefined, (news) => {
        if ('record' in news) ({ record } = news);
      });
      if (record === undefined) throw new AppError('trace.gone');
      return record;
    },
    search: (text, signal, tell: (event: TraceSearchEvent) => void) =>
      perform({ type: 'search', text }, signal, (news) => {
        if ('found' in news) tell(news);
      }),
    export: ({ ids, path, content }: TraceExportTask, signal, tell: (event: TraceExportEvent) => void) =>
      perform({ type: 'export', ids, path, content }, signal, (news) => {
        if ('type' in news) tell(news);
      }),
    async close() {
      await worker.terminate();
    },
  };
}
