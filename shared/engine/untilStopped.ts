import { AppError } from '../errors/appError.ts';
import type { Clock } from './ports.ts';

/** How long work that is stopped may take to end by itself, in milliseconds. */
const graceMs = 3000;

/**
 * The result of work that listens to the signal. Once the signal aborts, the work has a moment to end by itself, so
 * that the request in flight is really gone; work that does not is left behind with AppError `app.cancelled`.
 */
export async function untilStopped<T>(work: Promise<T>, signal: AbortSignal, clock: Clock): Promise<T> {
  // Made only when it is needed: aborting costs more than most work does, and few runs are stopped.
  const graces: AbortController[] = [];
  let onAbort = (): void => undefined;
  const late = new Promise<never>((_resolve, reject) => {
    onAbort = () => {
      const grace = new AbortController();
      graces.push(grace);
      clock.sleep(graceMs, grace.signal).then(
        () => reject(new AppError('app.cancelled')),
        () => undefined,
      );
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    for (const grace of graces) grace.abort();
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
