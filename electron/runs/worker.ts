import { parentPort } from 'node:worker_threads';
import { errorData } from '../../shared/errors/appError.ts';
import type { FromWorker } from './jobs.ts';
import { serveJob } from './workerMain.ts';

if (parentPort === null) throw new Error('This file is the entry of a worker thread.');
const port = parentPort;

/** Said by the worker itself: what main would be told of a crash has no message for errors with fields of their own. */
function stop(thrown: unknown): void {
  const problem = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  port.postMessage({ type: 'ended', error: errorData('app.workerStopped', { problem }) } satisfies FromWorker);
  process.exit(1);
}
process.on('uncaughtException', stop);
process.on('unhandledRejection', stop);

serveJob(port);
