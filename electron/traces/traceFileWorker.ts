import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { errorDataOf } from '../../shared/errors/appError.ts';
import type { TraceSummary } from '../../shared/trace/record.ts';
import { exportTraces } from './exportTraces.ts';
import type { FromTraceWorker, ToTraceWorker, TraceFileNews, TraceFileTask } from './traceFileMessages.ts';
import { RecordedTraces, recordedTraceEnding } from './recordedTraces.ts';
import { TraceFiles } from './traceFiles.ts';
import type { TraceReader } from './traceReader.ts';

/** Entry of the worker thread that reads trace files, however large, so that the windows never wait for a disk. */
const { paths } = z.object({ paths: z.array(z.string()) }).parse(workerData);
const port = parentPort;
const send = (message: FromTraceWorker): void => port?.postMessage(message);

/** Rows travel by so many at a time; the first ones at once. */
const batchRows = 500;
const progressEveryMs = 50;

/** Lets a value through at most so often. */
function seldom(tell: (done: number, total: number) => void): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    const now = Date.now();
    if (now - told < progressEveryMs) return;
    told = now;
    tell(done, total);
  };
}

async function readAll(files: TraceReader): Promise<void> {
  const { signal } = new AbortController();
  let batch: TraceSummary[] = [];
  let sent = 0;
  const flush = (): void => {
    if (batch.length > 0) send({ type: 'event', event: { type: 'pairs', summaries: batch } });
    sent += batch.length;
    batch = [];
  };
  const progress = seldom((done, total) => {
    flush();
    send({ type: 'event', event: { type: 'progress', done, total } });
  });
  for await (const ready of files.read(signal, progress)) {
    batch.push(...ready);
    if (batch.length >= (sent === 0 ? 50 : batchRows)) flush();
  }
  flush();
  send({ type: 'event', event: { type: 'read', pairs: files.pairs } });
}

async function perform(files: TraceReader, task: TraceFileTask, signal: AbortSignal, tell: (news: TraceFileNews) => void): Promise<void> {
  if (task.type === 'record') return tell({ record: files.record(task.id) });
  if (task.type === 'search') {
    let found: string[] = [];
    const flush = (done: number, total: number): void => {
      tell({ found, done, total });
      found = [];
    };
    for await (const id of files.search(task.text, signal, seldom(flush))) found.push(id);
    return flush(files.bytes, files.bytes);
  }
  const { ids, path, content } = task;
  const total = ids?.length ?? files.pairs;
  const progress = seldom((done) => tell({ type: 'progress', done, total }));
  const pairs = await exportTraces(files.records(ids), { path, content, signal, progress: (done) => progress(done, total) });
  tell({ type: 'written', path, pairs });
}

async function serve(): Promise<void> {
  const [path] = paths;
  const files = paths.length === 1 && path?.endsWith(recordedTraceEnding) === true ? await RecordedTraces.open(path) : await TraceFiles.open(paths);
  const going = new Map<number, AbortController>();
  port?.on('message', (message: ToTraceWorker) => {
    const { number } = message;
    if (message.type === 'cancel') return going.get(number)?.abort();
    const stop = new AbortController();
    going.set(number, stop);
    perform(files, message.task, stop.signal, (news) => send({ type: 'news', number, news })).then(
      () => send({ type: 'ended', number }),
      (thrown: unknown) => send({ type: 'ended', number, error: errorDataOf(thrown, 'reading the trace file', stop.signal) }),
    ).finally(() => going.delete(number));
  });
  send({ type: 'event', event: { type: 'opened', bytes: files.bytes } });
  await readAll(files);
}

serve().catch((thrown: unknown) => send({ type: 'failed', error: errorDataOf(thrown, 'reading the trace file') }));
