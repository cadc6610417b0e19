import { authenticationOf } from '../../shared/connections/connection.ts';
import { checkConnection } from '../exchange/checkConnection.ts';
import type { CheckJob } from './jobs.ts';
import type { JobContext } from './jobContext.ts';
import { tokenSource } from './tokens.ts';

/** Tests a connection and reports each stage. */
export async function checkJob(job: CheckJob, { out, signal, secret, token }: JobContext): Promise<void> {
  const host = { userAgent: job.userAgent, onTrace: out.trace };
  const isOnline = authenticationOf(job.connection) === 'oauth';
  const credentials = isOnline ? tokenSource({
        ask: (wish, told) => token({ ...wish, connection: job.key }, told),
        told: (_labels, note) => ('trace' in note ? out.trace(note.trace) : undefined),
      }) : await secret(job.key);
  for await (const event of checkConnection(job.connection, credentials, host, signal)) {
    out.check(event);
    // Each stage is shown when it starts, not when the batch is full.
    out.flush();
  }
}
