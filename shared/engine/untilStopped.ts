import { AppError } from '../errors/appError.ts';
import type { Clock } from './ports.ts';

/** How long work that is stopped may take to end by itself, in milliseconds. */
const graceMs = 3000;

/** Says that a run is stopped. */
export interface StopNotice {
  readonly isStopped: () => boolean;
  /** Calls a listener when the run is stopped; answers how to take it back. */
  whenStopped(listener: () => void): () => void;
}

/**
 * Passes the end of a run on to everything in it, with one listener of its signal: hundreds of them would look like a leak to Node, which
 * says so on the console, and a signal of its own costs an execution more than most of its work does.
 */
export function stopNotice(signal: AbortSignal): StopNotice {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  signal.addEventListener('abort', tell, { once: true });
  return {
    isStopped: () => signal.aborted,
    whenStopped: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * The result of work that ends when the run is stopped. It has a moment to end by itself then, so that the request in flight
 * is really gone; work that does not is left behind with AppError `app.cancelled`.
 */
export async function untilStopped<T>(work: Promise<T>, { isStopped, whenStopped }: StopNotice, clock: Clock): Promise<T> {
  // Made only when it is needed: aborting costs more than most work does, and few runs are stopped.
  let grace: AbortController | undefined;
  let takeBack = (): void => undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const waitForIt = (): void => {
        grace = new AbortController();
        clock.sleep(graceMs, grace.signal).then(
          () => reject(new AppError('app.cancelled')),
          () => undefined,
        );
      };
      work.then(resolve, reject);
      if (isStopped()) waitForIt();
      else takeBack = whenStopped(waitForIt);
    });
  } finally {
    takeBack();
    grace?.abort();
  }
}

/** The value of the promise, or undefined as soon as the signal aborts. */
export async function unlessStopped<T>(wait: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  if (signal.aborted) return undefined;
  let onAbort = (): void => undefined;
  const stopped = new Promise<undefined>((resolve) => {
    onAbort = () => resolve(undefined);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([wait, stopped]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
