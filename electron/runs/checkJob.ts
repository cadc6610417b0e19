import { checkConnection } from '../exchange/checkConnection.ts';
import type { CheckJob } from './jobs.ts';
import type { JobContext } from './jobContext.ts';

/** Tests a connection and reports each stage. */
export async function checkJob(job: CheckJob, { out, signal, secret }: JobContext): Promise<void> {
  const host = { userAgent: job.userAgent, onTrace: out.trace };
  for await (const event of checkConnection(job.connection, await secret(job.key), host, signal)) {
    out.check(event);
    // Each stage is shown when it starts, not when the batch is full.
    out.flush();
  }
}
