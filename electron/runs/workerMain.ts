import type { MessagePort } from 'node:worker_threads';
import type { DebugCommand } from '../../shared/engine/debugCommand.ts';
import { AppError, errorData, errorDataOf, isCancelled } from '../../shared/errors/appError.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { AccessToken, SignInNote } from '../auth/accessToken.ts';
import { askedSlots } from './askedSlots.ts';
import { browseJob } from './browseJob.ts';
import { checkJob } from './checkJob.ts';
import type { JobContext } from './jobContext.ts';
import type { FromWorker, Job, ToWorker } from './jobs.ts';
import { outbox } from './outbox.ts';
import { runJob } from './runJob.ts';
import { sendAgainJob } from './sendAgainJob.ts';

/** What a job does, in the words of an error. */
const doing: Readonly<Record<Job['kind'], string>> = { run: 'running the runbook', check: 'testing the connection', browse: 'looking into the mailbox', sendAgain: 'sending the request again' };

function workOf(job: Job, context: JobContext): Promise<void> {
  if (job.kind === 'run') return runJob(job, context);
  if (job.kind === 'check') return checkJob(job, context);
  return job.kind === 'browse' ? browseJob(job, context) : sendAgainJob(job, context);
}

/** Does the one job that arrives on the port, then closes it, which ends the thread. */
export function serveJob(port: MessagePort): void {
  const send = (message: FromWorker): void => port.postMessage(message);
  const out = outbox(send);
  const abort = new AbortController();
  const secrets = questions<string | undefined>();
  const variables = questions<string | undefined>();
  const counters = questions<number>();
  const tokens = questions<AccessToken>();
  const slots = questions<boolean>();
  /** Who hears that a job has to wait. */
  const queued = new Map<number, () => void>();
  /** Who hears what happened on the way to a token. */
  const listeners = new Map<number, (note: SignInNote) => void>();
  let command: (one: DebugCommand) => void = () => undefined;

  async function work(job: Job): Promise<void> {
    const context: JobContext = {
      out,
      signal: abort.signal,
      secret: (connection) => secrets.ask((request) => send({ type: 'secretWanted', request, connection })),
      token: (question, told) =>
        tokens.ask((request) => {
          listeners.set(request, told);
          send({ type: 'tokenWanted', request, question });
        }),
      variable: (name) => variables.ask((request) => send({ type: 'variableWanted', request, name })),
      count: (runbook, name, change) => counters.ask((request) => send({ type: 'counterWanted', request, runbook, name, change })),
      slots: askedSlots({
        want(wanted, told) {
          queued.set(wanted.job, told);
          return slots.ask((request) => send({ type: 'slotWanted', request, wanted })).finally(() => queued.delete(wanted.job));
        },
        left: (job) => send({ type: 'slotLeft', job }),
      }),
      warn: (error) => send({ type: 'warning', error }),
      onCommand: (listener) => (command = listener),
    };
    let ended: FromWorker = { type: 'ended' };
    try {
      await workOf(job, context);
    } catch (thrown) {
      const error = isCancelled(thrown, abort.signal)
        ? errorData('app.cancelled')
        : errorDataOf(thrown, doing[job.kind]);
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
    else if (message.type === 'variable') variables.answered(message.request, message.value);
    else if (message.type === 'slotQueued') queued.get(message.job)?.();
    else if (message.type === 'slot') slots.answered(message.request, message.value);
    else if (message.type === 'counter') counters.answered(message.request, message.value);
    else if (message.type === 'token') {
      for (const note of message.notes) listeners.get(message.request)?.(note);
      listeners.delete(message.request);
      tokens.answered(message.request, message.token);
    } else secrets.answered(message.request, message.secret);
  });
}

/** Questions to main that wait for their answers. */
interface Questions<T> {
  /** Rejects with the AppError that main answers. */
  ask(send: (request: number) => void): Promise<T>;
  answered(request: number, answer: Result<T>): void;
}

function questions<T>(): Questions<T> {
  const waiting = new Map<number, (answer: Result<T>) => void>();
  let requests = 0;
  return {
    async ask(send) {
      requests += 1;
      const request = requests;
      const answer = await new Promise<Result<T>>((resolve) => {
        waiting.set(request, resolve);
        send(request);
      });
      if (!answer.ok) throw AppError.from(answer.error);
      return answer.value;
    },
    answered(request, answer) {
      waiting.get(request)?.(answer);
      waiting.delete(request);
    },
  };
}
