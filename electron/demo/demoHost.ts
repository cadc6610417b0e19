import { Worker } from 'node:worker_threads';
import { stoppedDemo, type DemoFault, type DemoServerFacts, type DemoState } from '../../shared/demo/demo.ts';
import { DemoNote, type DemoCall, type DemoWorkerOptions } from './demoMessages.ts';

/** A demo server that runs in a worker thread. */
export interface DemoHost {
  readonly facts: DemoServerFacts;
  state(): Promise<DemoState>;
  setFault(fault: DemoFault): Promise<DemoState>;
  reset(): Promise<DemoState>;
  /** Calls back a moment after the state changed, and when the server has ended; answers how to stop that. */
  onChange(listener: () => void): () => void;
  /** Ends the server and its thread; more calls do nothing. */
  close(): Promise<void>;
}

type CallWithoutId = DemoCall extends infer One ? (One extends DemoCall ? Omit<One, 'id'> : never) : never;

/** Starts a demo server in a worker thread from the built file of `demoWorker.ts`. Rejects where it cannot listen; the error then has the system's `code`. */
export async function startDemoWorker(workerFile: string, options: DemoWorkerOptions = {}): Promise<DemoHost> {
  const worker = new Worker(workerFile, { workerData: options, name: 'demo server' });
  const waiting = new Map<number, (state: DemoState) => void>();
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());
  let calls = 0;
  let ended = false;

  const facts = await new Promise<DemoServerFacts>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('exit', () => {
      ended = true;
      changed();
      reject(new Error('The demo server ended before it was listening.'));
    });
    worker.on('message', (message: unknown) => {
      const note = DemoNote.parse(message);
      if (note.note === 'listening') resolve(note.facts);
      else if (note.note === 'failed') reject(Object.assign(new Error(note.message), note.code === undefined ? {} : { code: note.code }));
      else if (note.note === 'changed') changed();
      else waiting.get(note.id)?.(note.state);
    });
  });

  const ask = (call: CallWithoutId): Promise<DemoState> =>
    new Promise((resolve) => {
      calls += 1;
      const id = calls;
      const stopped = (): void => resolve({ ...stoppedDemo, url: facts.url, mailbox: facts.users[0]?.mailbox });
      if (ended) return stopped();
      worker.once('exit', stopped);
      waiting.set(id, (state) => {
        waiting.delete(id);
        worker.off('exit', stopped);
        resolve(state);
      });
      worker.postMessage({ ...call, id });
    });

  return {
    facts,
    state: () => ask({ call: 'state' }),
    setFault: (fault) => ask({ call: 'setFault', fault }),
    reset: () => ask({ call: 'reset' }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await ask({ call: 'close' });
      await worker.terminate();
    },
  };
}
