import type { CheckEvent } from '../../shared/connections/checks.ts';
import type { Connection } from '../../shared/connections/connection.ts';
import type { BrowseEvent, BrowseRequest } from '../../shared/engine/browse.ts';
import { AppError, type AppErrorData } from '../../shared/errors/appError.ts';
import type { StreamSink } from '../../shared/ipc/channel.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import type { AccessToken, TokenAsking, TokenQuestion } from '../auth/accessToken.ts';
import type { ConnectionJob, JobBatch, RepeatedRequest } from './jobs.ts';
import { startJob } from './runner.ts';

/** A connection to work with, with the way to its password and tokens. */
export interface ConnectionAccess {
  readonly key: string;
  readonly connection: Connection;
  /** Id of the workspace that it is saved in; absent for one that is not saved. */
  readonly workspace?: string;
  readonly secret: () => Promise<string | undefined>;
  readonly token: (question: TokenQuestion, asking: TokenAsking) => Promise<AccessToken>;
}

/** What these jobs need from the process they start in. */
export interface ConnectionJobParts {
  readonly workerFile: string;
  readonly userAgent: string;
  readonly traced: (record: TraceRecord) => void;
  readonly warned: (error: AppErrorData) => void;
}

/** Work on one connection beside the runs, each time in a worker of its own. Throws AppError of the connection, or `app.cancelled`. */
export class ConnectionJobs {
  readonly #parts: ConnectionJobParts;

  constructor(parts: ConnectionJobParts) {
    this.#parts = parts;
  }

  /** Tests a connection and reports stage after stage; throws only where the test itself could not be made. */
  check(access: ConnectionAccess, sink: StreamSink<CheckEvent>): Promise<void> {
    return this.#work({ kind: 'check', ...this.#facts(access) }, access, sink.signal, ({ checks }) => checks.forEach((event) => sink.emit(event)));
  }

  /** Looks into the mailbox for the forms and reports what is found. */
  browse(access: ConnectionAccess, request: BrowseRequest, sink: StreamSink<BrowseEvent>): Promise<void> {
    return this.#work({ kind: 'browse', ...this.#facts(access), request }, access, sink.signal, ({ found }) => found.forEach((event) => sink.emit(event)));
  }

  /** Sends a request again that only reads, and names each pair of it: there are two where the server wanted a fresh token. */
  sendAgain(access: ConnectionAccess, request: RepeatedRequest, sink: StreamSink<{ readonly trace: string }>): Promise<void> {
    return this.#work({ kind: 'sendAgain', ...this.#facts(access), request }, access, sink.signal, ({ traces }) => {
      for (const { kind, id } of traces) if (kind === 'ews') sink.emit({ trace: id });
    });
  }

  #facts({ key, connection }: ConnectionAccess): Pick<ConnectionJob, 'key' | 'connection' | 'userAgent'> {
    return { key, connection, userAgent: this.#parts.userAgent };
  }

  async #work(job: ConnectionJob, { secret, token, key, workspace }: ConnectionAccess, signal: AbortSignal, take: (batch: JobBatch) => void): Promise<void> {
    const { workerFile, traced, warned } = this.#parts;
    const purpose = job.kind === 'sendAgain' ? job.request.purpose : job.kind;
    const origin = { ...(workspace === undefined ? {} : { workspace, configuration: key }), ...(purpose === undefined ? {} : { purpose }) };
    const running = startJob(workerFile, job, {
      secret,
      token,
      onWarning: warned,
      signal,
      onBatch(batch) {
        // The pairs first: whoever hears of one may ask for it.
        for (const record of batch.traces) traced({ ...record, ...origin });
        take(batch);
      },
    });
    const error = await running.ended;
    if (error !== undefined) throw AppError.from(error);
  }
}
