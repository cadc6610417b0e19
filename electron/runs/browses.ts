import type { Connection } from '../../shared/connections/connection.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { BrowseEvent, BrowseRequest } from '../../shared/engine/browse.ts';
import type { StreamSink } from '../../shared/ipc/channel.ts';
import type { CheckParts, CheckRequest } from './checks.ts';
import { startJob } from './runner.ts';

/** What is looked for, in which mailbox, with the way to its password. */
export interface Browse extends Pick<CheckRequest, 'secret' | 'token'> {
  readonly connection: Connection;
  readonly request: BrowseRequest;
}

/** Looks into mailboxes for the forms, each time in a worker of its own. */
export class Browses {
  readonly #parts: CheckParts;

  constructor(parts: CheckParts) {
    this.#parts = parts;
  }

  /** Reports what is found. Throws AppError of the connection, or `app.cancelled`. */
  async browse({ connection, request, secret, token }: Browse, sink: StreamSink<BrowseEvent>): Promise<void> {
    const { workerFile, userAgent, traced, warned } = this.#parts;
    const job = startJob(
      workerFile,
      { kind: 'browse', key: request.connection, connection, request, userAgent },
      {
        secret,
        token,
        onWarning: warned,
        signal: sink.signal,
        onBatch(batch) {
          for (const record of batch.traces) traced(record);
          for (const event of batch.found) sink.emit(event);
        },
      },
    );
    const error = await job.ended;
    if (error !== undefined) throw AppError.from(error);
  }
}
