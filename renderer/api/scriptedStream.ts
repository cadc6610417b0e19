import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { StreamHandle } from '../../shared/ipc/channel.ts';

/** A stream that a test feeds by hand. */
export interface ScriptedStream<I, E> {
  /** Stands in for the channel. */
  readonly open: (input: I, onEvent: (event: E) => void) => StreamHandle;
  /** What the stream was opened with, each time. */
  readonly inputs: readonly I[];
  /** Whether the last opening was cancelled. */
  cancelled(): boolean;
  emit(...events: E[]): void;
  end(error?: AppErrorData): void;
}

/** Makes a stream for tests. Cancelling ends it, as closing the port does. */
export function scriptedStream<I, E>(): ScriptedStream<I, E> {
  const inputs: I[] = [];
  let listener: (event: E) => void = () => {};
  let settle: (result: Result<void>) => void = () => {};
  let cancelled = false;
  return {
    open(input, onEvent) {
      inputs.push(input);
      listener = onEvent;
      cancelled = false;
      const done = new Promise<Result<void>>((resolve) => (settle = resolve));
      return {
        done,
        cancel() {
          cancelled = true;
          settle({ ok: true, value: undefined });
        },
      };
    },
    inputs,
    cancelled: () => cancelled,
    emit: (...events) => events.forEach((event) => listener(event)),
    end: (error) => settle(error === undefined ? { ok: true, value: undefined } : { ok: false, error }),
  };
}
