import { AppError } from '../../shared/errors/appError.ts';
import { againReasons, sameServer } from '../../shared/trace/sendAgain.ts';
import { assertOnlyReads } from '../exchange/ews/assertOnlyReads.ts';
import { EwsClient } from '../exchange/ews/ewsClient.ts';
import { sessionParts } from '../exchange/session.ts';
import { jobCredentials } from './jobCredentials.ts';
import type { JobContext } from './jobContext.ts';
import type { SendAgainJob } from './jobs.ts';

/**
 * Sends a request again, once. Whatever comes of it after it was sent is told by its trace. Rejects with AppError where it was not sent:
 * `trace.notSentAgain`, or what the vault, the sign-in or Autodiscover says; `app.cancelled` when the signal aborts.
 */
export async function sendAgainJob(job: SendAgainJob, context: JobContext): Promise<void> {
  const { connection, userAgent, request } = job;
  const { out, signal } = context;
  assertOnlyReads(request.body);
  let sent = false;
  const { transport, target, close } = sessionParts(connection, await jobCredentials(job, context), {
    userAgent,
    onTrace(record) {
      sent ||= record.kind === 'ews';
      out.trace(record);
    },
  });
  try {
    // The mailbox of another server, or of the demo, is not what the request asked for.
    if (!sameServer(await target.url(request.labels, signal), request.url)) throw new AppError('trace.notSentAgain', { reason: againReasons.elsewhere });
    await new EwsClient(transport, target, request.labels).repeat(request.body, signal);
  } catch (thrown) {
    if (!sent || signal.aborted) throw thrown;
  } finally {
    await close();
  }
}
