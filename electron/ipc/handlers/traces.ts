import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/appError.ts';
import type { StreamSink } from '../../../shared/ipc/channel.ts';
import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import type { TraceFileEvent } from '../../../shared/trace/traceFile.ts';
import { whyNotSentAgain } from '../../../shared/trace/sendAgain.ts';
import type { ConnectionJobs } from '../../runs/connectionJobs.ts';
import type { History } from '../../runs/history.ts';
import type { TraceStore } from '../../runs/traceStore.ts';
import { openTraceFiles } from '../../traces/openTraceFiles.ts';
import { sessionTraces } from '../../traces/sessionTraces.ts';
import type { TraceSource } from '../../traces/traceSource.ts';
import type { Desktop } from '../desktop.ts';
import { aborted, relay, type Topic } from '../topic.ts';
import { savedConnection, type SavedConnectionParts } from './savedConnection.ts';

/** What the trace channels need. */
export interface TraceParts extends SavedConnectionParts {
  readonly connectionJobs: ConnectionJobs;
  readonly desktop: Desktop;
  readonly traces: TraceStore;
  readonly history: Pick<History, 'traceFileOf'>;
  readonly traced: Topic<TraceSummary>;
  /** The built worker that reads trace files. */
  readonly traceWorker: string;
}

const nameOf = (paths: readonly string[]): string => (paths.length === 1 ? basename(paths[0] ?? '') : `${paths.length} trace files`);

/** Traces: summaries as they come, a whole pair on request; of this session, and of files. */
export function traceHandlers(parts: TraceParts): AppHandlers['traces'] {
  const { desktop, traces, history, traced, traceWorker } = parts;
  const session = sessionTraces(traces);
  const files = new Map<string, TraceSource>();
  const sourceOf = (file: string | undefined): TraceSource => {
    const source = file === undefined ? session : files.get(file);
    if (source === undefined) throw new AppError('trace.gone');
    return source;
  };
  const follow = async (paths: readonly string[], sink: StreamSink<TraceFileEvent>): Promise<void> => {
    const file = randomUUID();
    const source = openTraceFiles(traceWorker, paths, (event) => sink.emit(event.type === 'opened' ? { ...event, file, name: nameOf(paths) } : event));
    files.set(file, source);
    try {
      await Promise.race([aborted(sink.signal), source.failed]);
    } finally {
      files.delete(file);
      await source.close();
    }
  };
  return {
    watch(_input, sink) {
      for (const summary of traces.summaries()) sink.emit(summary);
      return relay(traced, (summary) => sink.emit(summary), sink.signal);
    },
    read: ({ id, file }) => sourceOf(file).read(id),
    clear: () => traces.clear(),
    openFiles: ({ paths }, sink) => follow(paths, sink),
    openRun: ({ run }, sink) => follow([history.traceFileOf(run)], sink),
    search: ({ text, file }, sink) => sourceOf(file).search(text, sink.signal, (event) => sink.emit(event)),
    async sendAgain({ id }, sink) {
      const record = traces.read(id);
      const { id: workspace, connections } = parts.workspace.required();
      const known = (await connections.list()).filter(({ problem }) => problem === undefined);
      const saved = record.workspace === workspace ? known.find(({ key }) => key === record.configuration) : undefined;
      const access = saved === undefined ? undefined : await savedConnection(parts, saved.key);
      const reason = whyNotSentAgain(record, { workspace, configurations: access === undefined ? [] : [access] });
      if (reason !== undefined || access === undefined) throw new AppError('trace.notSentAgain', reason === undefined ? {} : { reason });
      const { run, execution, activity, url, request, purpose } = record;
      const labels = { ...(run === undefined ? {} : { run }), ...(execution === undefined ? {} : { execution }), ...(activity === undefined ? {} : { activity }), again: id };
      await parts.connectionJobs.sendAgain(access, { body: request.body, url, labels, ...(purpose === undefined ? {} : { purpose }) }, sink);
    },
    async export({ ids, file, content }, sink) {
      const source = sourceOf(file);
      const path = await desktop.chooseSaveFile('Export Traces', `traces-${new Date().toISOString().slice(0, 10)}.ews-trace.xml.log`);
      if (path === undefined) return;
      await source.export({ ids, path, content }, sink.signal, (event) => sink.emit(event));
    },
  };
}
