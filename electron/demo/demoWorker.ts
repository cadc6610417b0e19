import { parentPort, workerData } from 'node:worker_threads';
import { DemoCall, DemoWorkerOptions, type DemoNote } from './demoMessages.ts';
import { startDemoServer, type DemoServer } from './demoServer.ts';

/** Entry of the worker thread: the demo server lives here, so that its work never holds up the windows. */
function tell(note: DemoNote): void {
  parentPort?.postMessage(note);
}

/** Changes within so many milliseconds are told of together: a run asks hundreds of times in a second, and nobody reads so fast. */
const together = 100;

/** Tells of changes, not more often than it is of use. */
function changes(): () => void {
  let waiting: NodeJS.Timeout | undefined;
  return () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      tell({ note: 'changed' });
    }, together).unref();
  };
}

async function act(server: DemoServer, call: DemoCall): Promise<void> {
  if (call.call === 'setFault') server.setFault(call.fault);
  if (call.call === 'reset') server.reset();
  if (call.call === 'close') await server.close();
  tell({ note: 'answer', id: call.id, state: server.state() });
  if (call.call === 'close') parentPort?.close();
}

async function host(): Promise<void> {
  const { port, seed, identityKey, certificate } = DemoWorkerOptions.parse(workerData ?? {});
  const server = await startDemoServer({
    changed: changes(),
    ...(port === undefined ? {} : { port }),
    ...(seed === undefined ? {} : { seed }),
    ...(identityKey === undefined ? {} : { identityKey }),
    ...(certificate === undefined ? {} : { certificate }),
  });
  parentPort?.on('message', (message: unknown) => void act(server, DemoCall.parse(message)));
  const { url, autodiscoverUrl, users } = server.facts;
  tell({ note: 'listening', facts: { url, autodiscoverUrl, users: [...users] } });
}

host().catch((problem: unknown) => {
  const code = problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : undefined;
  tell({ note: 'failed', message: problem instanceof Error ? problem.message : String(problem), code });
  parentPort?.close();
});
