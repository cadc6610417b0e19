import { Worker } from 'node:worker_threads';
import type { DebugCommand } from '../../shared/engine/debugCommand.ts';
import { AppError, errorDataOf, type AppErrorData } from '../../shared/errors/appError.ts';
import type { AccessToken, SignInNote, TokenAsking, TokenQuestion } from '../auth/accessToken.ts';
import type { FromWorker, Job, JobBatch, ToWorker } from './jobs.ts';
import type { WorkerJobs } from './processSlots.ts';
import type { RunGlobals } from './runGlobals.ts';

/** A worker that does not end this long after it was told to is ended from outside. */
const defaultPatience = 5_000;

/** What a job is given by main. */
export interface JobHost {
  /** The password of a connection, by its key. */
  secret(connection: string): Promise<string | undefined>;
  /** A token of a connection that signs in with OAuth. */
  token(question: TokenQuestion, asking: TokenAsking): Promise<AccessToken>;
  /** Answers about variables and counters; a test of a connection uses none. */
  readonly globals?: Pick<RunGlobals, 'variable' | 'count'>;
  /** Slots for the jobs of a run; a test of a connection has none. */
  readonly jobs?: WorkerJobs;
  onBatch(batch: JobBatch): void;
  onWarning(error: AppErrorData): void;
  readonly signal: AbortSignal;
  /** Milliseconds that a worker has to end by itself after it was told to. */
  readonly patience?: number;
}

/** A job that goes on in its worker. */
export interface RunningJob {
  command(command: DebugCommand): void;
  /** Ends the worker at once, whatever it is doing. */
  end(): void;
  /** Resolves when the worker is gone: undefined when it ended by itself, or why it did not. Never rejects. */
  readonly ended: Promise<AppErrorData | undefined>;
}

/**
 * Starts a job in a worker thread of its own. A thread per job: a crash, a leak or an endless loop takes only its own run with
 * it, aborting can always end it, and no state goes over from one run to the next. Main only copies batches.
 */
export function startJob(workerFile: string, job: Job, host: JobHost): RunningJob {
  const worker = new Worker(workerFile, { stdin: false });
  const send = (message: ToWorker): void => worker.postMessage(message);
  let patience: ReturnType<typeof setTimeout> | undefined;

  async function answer(request: number, connection: string): Promise<void> {
    try {
      send({ type: 'secret', request, secret: { ok: true, value: await host.secret(connection) } });
    } catch (thrown) {
      send({ type: 'secret', request, secret: { ok: false, error: errorDataOf(thrown, 'reading a password') } });
    }
  }

  async function answerVariable(request: number, name: string): Promise<void> {
    try {
      send({ type: 'variable', request, value: { ok: true, value: await host.globals?.variable(name) } });
    } catch (thrown) {
      send({ type: 'variable', request, value: { ok: false, error: errorDataOf(thrown, 'reading an encrypted variable') } });
    }
  }

  async function answerCounter({ request, runbook, name, change }: Extract<FromWorker, { readonly type: 'counterWanted' }>): Promise<void> {
    try {
      if (host.globals === undefined) throw new AppError('counter.notFound', { counter: name });
      send({ type: 'counter', request, value: { ok: true, value: await host.globals.count(runbook, name, change) } });
    } catch (thrown) {
      send({ type: 'counter', request, value: { ok: false, error: errorDataOf(thrown, 'counting') } });
    }
  }

  async function answerSlot({ request, wanted }: Extract<FromWorker, { readonly type: 'slotWanted' }>): Promise<void> {
    try {
      if (host.jobs === undefined) throw new AppError('app.cancelled');
      send({ type: 'slot', request, value: { ok: true, value: await host.jobs.enter(wanted, () => send({ type: 'slotQueued', job: wanted.job })) } });
    } catch (thrown) {
      send({ type: 'slot', request, value: { ok: false, error: errorDataOf(thrown, 'waiting for a free slot') } });
    }
  }

  async function answerToken(request: number, question: TokenQuestion): Promise<void> {
    const notes: SignInNote[] = [];
    const asking = { signal: host.signal, told: (note: SignInNote) => void notes.push(note) };
    try {
      send({ type: 'token', request, token: { ok: true, value: await host.token(question, asking) }, notes });
    } catch (thrown) {
      send({ type: 'token', request, token: { ok: false, error: errorDataOf(thrown, 'signing in', host.signal) }, notes });
    }
  }

  /** Asks for more only after everything else had its turn: a fast run never holds the windows up. */
  function take(batch: JobBatch): void {
    host.onBatch(batch);
    setImmediate(() => send({ type: 'received' }));
  }

  function abort(): void {
    send({ type: 'abort' });
    patience = setTimeout(() => void worker.terminate(), host.patience ?? defaultPatience);
  }

  const ended = new Promise<AppErrorData | undefined>((resolve) => {
    let outcome: { readonly error?: AppErrorData } | undefined;
    let crash: string | undefined;
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'batch') take(message);
      else if (message.type === 'warning') host.onWarning(message.error);
      else if (message.type === 'secretWanted') void answer(message.request, message.connection);
      else if (message.type === 'variableWanted') void answerVariable(message.request, message.name);
      else if (message.type === 'counterWanted') void answerCounter(message);
      else if (message.type === 'slotWanted') void answerSlot(message);
      else if (message.type === 'slotLeft') host.jobs?.leave(message.job);
      else if (message.type === 'tokenWanted') void answerToken(message.request, message.question);
      else outcome = message;
    });
    worker.on('error', (thrown) => {
      crash = thrown instanceof Error ? thrown.message : 'It gave no message.';
    });
    worker.on('exit', () => {
      clearTimeout(patience);
      host.jobs?.leaveAll();
      host.signal.removeEventListener('abort', abort);
      if (outcome !== undefined) return resolve(outcome.error);
      if (host.signal.aborted) return resolve(new AppError('app.cancelled').data);
      resolve(new AppError('app.workerStopped', crash === undefined ? {} : { problem: crash }).data);
    });
  });

  send({ type: 'job', job });
  if (host.signal.aborted) abort();
  else host.signal.addEventListener('abort', abort, { once: true });
  return { command: (command) => send({ type: 'command', command }), end: () => void worker.terminate(), ended };
}
