import type { CheckEvent } from '../../shared/connections/checks.ts';
import type { Connection } from '../../shared/connections/connection.ts';
import { AppError, type AppErrorData } from '../../shared/errors/appError.ts';
import type { StreamSink } from '../../shared/ipc/channel.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import type { AccessToken, TokenAsking, TokenQuestion } from '../auth/accessToken.ts';
import { startJob } from './runner.ts';

/** A connection to test, with the way to its password. */
export interface CheckRequest {
  readonly key: string;
  readonly connection: Connection;
  readonly secret: () => Promise<string | undefined>;
  readonly token: (question: TokenQuestion, asking: TokenAsking) => Promise<AccessToken>;
}

/** What a test needs from the process it starts in. */
export interface CheckParts {
  readonly workerFile: string;
  readonly userAgent: string;
  readonly traced: (record: TraceRecord) => void;
  readonly warned: (error: AppErrorData) => void;
}

/** Tests connections, each in a worker of its own. */
export class Checks {
  readonly #parts: CheckParts;

  constructor(parts: CheckParts) {
    this.#parts = parts;
  }

  /** Reports stage after stage. Throws AppError when the test itself could not be made, or `app.cancelled`. */
  async check({ key, connection, secret, token }: CheckRequest, sink: StreamSink<CheckEvent>): Promise<void> {
    const { workerFile, userAgent, traced, warned } = this.#parts;
    const job = startJob(
      workerFile,
      { kind: 'check', key, connection, userAgent },
      {
        secret,
        token,
        onWarning: warned,
        signal: sink.signal,
        onBatch(batch) {
          for (const record of batch.traces) traced(record);
          for (const event of batch.checks) sink.emit(event);
        },
      },
    );
    const error = await job.ended;
    if (error !== undefined) throw AppError.from(error);
  }
}
