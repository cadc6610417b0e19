import { resolve } from 'node:path';
import { AppError } from '../../shared/errors/appError.ts';
import type { TraceSummary } from '../../shared/trace/record.ts';
import { TraceFiles } from '../traces/traceFiles.ts';
import { exitStatus, sharedOptions, type Command } from './command.ts';

const usage = '<file or folder…> [--json]';

const cells = ({ startedAt, operation, status, result, durationMs, responseBytes }: TraceSummary): string[] => [
  startedAt,
  operation,
  String(status ?? '–'),
  result.code,
  `${durationMs} ms`,
  `${responseBytes} bytes`,
  result.text ?? '',
];

/** Lists the requests of trace files: of this app, of the pack, of SOAPe. */
export const tracesCommand: Command = {
  name: 'traces',
  usage,
  summary: 'Lists the requests of trace files, each with its answer.',
  notes: ['Takes the files that Trace EWS request/response writes, exports of this app, logs of SOAPe, and folders of them.'],
  options: sharedOptions,
  async run(typed, { out, directory, signal }) {
    if (typed.positionals.length === 0) throw new AppError('cli.usage', { problem: 'No trace file is named.', usage: `traces ${usage}` });
    const files = await TraceFiles.open(typed.positionals.map((path) => resolve(directory, path)));
    const counts = { success: 0, warning: 0, error: 0, throttled: 0, none: 0 };
    for await (const summaries of files.read(signal, () => undefined)) {
      for (const summary of summaries) {
        counts[summary.result.class] += 1;
        out.record({ type: 'pair', ...summary });
      }
      out.table(summaries.map(cells));
    }
    out.record({ type: 'summary', command: 'traces', pairs: files.pairs, ...counts });
    out.line(`${files.pairs} requests: ${counts.error + counts.none} errors, ${counts.warning} warnings, ${counts.throttled} throttled.`);
    return exitStatus.success;
  },
};
