import type { MessagePort } from 'node:worker_threads';
import type { DebugCommand } from '../../shared/engine/debugCommand.ts';
import { AppError, errorData, errorDataOf, isCancelled } from '../../shared/errors/appError.ts';
import { checkJob } from './checkJob.ts';
import type { JobContext } from './jobContext.ts';
import type { FromWorker, Job, ToWorker } from './jobs.ts';
import { outbox } from './outbox.ts';
import { runJob } from './runJob.ts';

/** Does the one job that arrives on the port, then closes it, which ends the thread. */
export function serveJob(port: MessagePort): void {
  const send = (message: FromWorker): void => port.postMessage(message);
  const out = outbox(send);
  const abort = new AbortController();
  const asked = new Map<number, (message: Extract<ToWorker, { type: 'secret' }>) => void>();
  let command: (one: DebugCommand) => void = () => undefined;
  let requests = 0;

  async function secret(connection: string): Promise<string | undefined> {
    requests += 1;
    const request = requests;
    const answer = await new Promise<Extract<ToWorker, { type: 'secret' }>>((resolve) => {
      asked.set(request, resolve);
      send({ type: 'secretWanted', request, connection });
    });
    if (!answer.secret.ok) throw AppError.from(answer.secret.error);
    return answer.secret.value;
  }

  async function work(job: Job): Promise<void> {
    const context: JobContext = {
      out,
      signal: abort.signal,
      secret,
      warn: (error) => send({ type: 'warning', error }),
      onCommand: (listener) => (command = listener),
    };
    let ended: FromWorker = { type: 'ended' };
    try {
      await (job.kind === 'run' ? runJob(job, context) : checkJob(job, context));
    } catch (thrown) {
      const error = isCancelled(thrown, abort.signal)
        ? errorData('app.cancelled')
        : errorDataOf(thrown, job.kind === 'run' ? 'running the runbook' : 'testing the connection');
      ended = { type: 'ended', error };
    }
    out.flush();
    send(ended);
    port.close();
  }

  port.on('message', (message: ToWorker) => {
    if (message.type === 'job') void work(message.job);
    else if (message.type === 'received') out.received();
    else if (message.type === 'abort') abort.abort();
    else if (message.type === 'command') command(message.command);
    else {
      asked.get(message.request)?.(message);
      asked.delete(message.request);
    }
  });
}
