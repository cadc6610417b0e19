import { authenticationOf } from '../../shared/connections/connection.ts';
import { checkConnection } from '../exchange/checkConnection.ts';
import { jobTokens } from './jobCredentials.ts';
import type { CheckJob } from './jobs.ts';
import type { JobContext } from './jobContext.ts';

/** Tests a connection and reports each stage. A missing password is the failure of its stage. */
export async function checkJob(job: CheckJob, context: JobContext): Promise<void> {
  const { out, signal, secret } = context;
  const host = { userAgent: job.userAgent, onTrace: out.trace };
  const credentials = authenticationOf(job.connection) === 'oauth' ? jobTokens(job, context) : await secret(job.key);
  for await (const event of checkConnection(job.connection, credentials, host, signal)) {
    out.check(event);
    // Each stage is shown when it starts, not when the batch is full.
    out.flush();
  }
}
