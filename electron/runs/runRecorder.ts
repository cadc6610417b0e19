import type { RunEvent } from '../../shared/engine/events.ts';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { RunHeader } from '../../shared/history/runHeader.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import { lineFile, type LineFile } from './lineFile.ts';

/** How often the file of a run that says nothing is touched, so that others see it goes on. */
export const heartbeatMilliseconds = 30_000;

/** How much text of requests and answers is kept with one run; about a byte for each character. */
const mostTraceCharacters = 64 * 1024 * 1024;

/** What stands in the place of a body that is left out. */
export const leftOutText = 'Left out: the requests of this run have more text than is kept with a run.';

/** Where a run is recorded, and what is known of it before it begins. */
export interface Recording {
  readonly file: string;
  /** File of its requests; it is made when there is one. */
  readonly traceFile: string;
  readonly header: RunHeader;
}

/** Writes a run as it happens. */
export interface RunRecorder {
  events(events: readonly RunEvent[]): void;
  /** A request with its response; secrets are masked in it. */
  trace(record: TraceRecord): void;
  /** Resolves when enough was written; at once while the disk keeps up. */
  room(): Promise<void>;
  /** Writes what waits and closes the files. */
  close(): Promise<void>;
}

/** What records nothing, for runs that are not kept. */
export const noRecorder: RunRecorder = { events: () => undefined, trace: () => undefined, room: () => Promise.resolve(), close: () => Promise.resolve() };

/** Between two events of a list: an event of a run begins with its number, and in a text the quotation mark would be escaped. */
const between = '},{"seq":';

/** A line for each event. All of them at once take three quarters of the time of one by one. */
function linesOf(events: readonly RunEvent[]): string {
  const lines = JSON.stringify(events).slice(1, -1).split(between);
  if (lines.length !== events.length) return events.map(lineOf).join('');
  return `${lines.join('}\n{"seq":')}\n`;
}

const lineOf = (value: object): string => `${JSON.stringify(value)}\n`;

const sizeOf = ({ request, response }: TraceRecord): number => request.body.length + (response?.body.length ?? 0);

/** The pair without its texts: the list still shows that it was made, and how it ended. */
function withoutTexts(record: TraceRecord): TraceRecord {
  const { request, response } = record;
  return { ...record, request: { ...request, body: leftOutText }, ...(response === undefined ? {} : { response: { ...response, body: leftOutText } }) };
}

/**
 * Records a run as JSON lines: its header, then its events; and beside it the requests that it made. `limit` is in characters of request and
 * answer bodies together. A disk that refuses ends the recording, not the run; `warn` is told once for each file.
 */
export function recordRun({ file, traceFile, header }: Recording, warn: (error: AppErrorData) => void, limit: number = mostTraceCharacters): RunRecorder {
  const run = lineFile(file, warn);
  let traces: LineFile | undefined;
  let traced = 0;
  const heartbeat = setInterval(() => run.touch(), heartbeatMilliseconds);
  heartbeat.unref();
  run.add(lineOf(header), true);
  return {
    // A pause may last, and an end is what others wait for.
    events: (events) => run.add(linesOf(events), events.some(({ type }) => type === 'runFinished' || type === 'paused')),
    trace(record) {
      traces ??= lineFile(traceFile, warn);
      traced += sizeOf(record);
      traces.add(lineOf(traced > limit ? withoutTexts(record) : record));
    },
    async room() {
      await run.room();
      await traces?.room();
    },
    async close() {
      clearInterval(heartbeat);
      await Promise.all([run.close(), traces?.close()]);
    },
  };
}
