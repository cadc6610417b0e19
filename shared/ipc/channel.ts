import type { z } from 'zod';
import type { AppErrorData } from '../errors/appError.ts';
import type { Result } from '../errors/result.ts';

type Schema = z.ZodType;

/** One input, one output. */
export interface CallChannel<I extends Schema = Schema, O extends Schema = Schema> {
  readonly kind: 'call';
  readonly input: I;
  readonly output: O;
}

/** One input, many events, then the end. Closing it cancels the work. */
export interface StreamChannel<I extends Schema = Schema, E extends Schema = Schema> {
  readonly kind: 'stream';
  readonly input: I;
  readonly event: E;
}

export type Channel = CallChannel | StreamChannel;
/** Every channel, by domain and name. */
export type Contract = Readonly<Record<string, Readonly<Record<string, Channel>>>>;

export const call = <const I extends Schema, const O extends Schema>(input: I, output: O): CallChannel<I, O> => ({ kind: 'call', input, output });
export const stream = <const I extends Schema, const E extends Schema>(input: I, event: E): StreamChannel<I, E> => ({ kind: 'stream', input, event });

/** A running stream as the renderer holds it. `done` never rejects. After `cancel` events go on until the end says how it ended. */
export interface StreamHandle {
  readonly done: Promise<Result<void>>;
  cancel(): void;
}

/** What main is given for a stream: where events go, and the signal that the window closed or cancelled it. */
export interface StreamSink<E> {
  emit(event: E): void;
  readonly signal: AbortSignal;
}

type HandlerOf<C> =
  C extends CallChannel<infer I, infer O>
    ? (input: z.output<I>) => Promise<z.input<O>> | z.input<O>
    : C extends StreamChannel<infer I, infer E>
      ? (input: z.output<I>, sink: StreamSink<z.input<E>>) => Promise<void> | void
      : never;

/** What main must implement: a missing handler does not compile. Handlers throw AppError; `serve` makes it a value. */
export type Handlers<T extends Contract> = { readonly [D in keyof T]: { readonly [N in keyof T[D]]: HandlerOf<T[D][N]> } };

type ClientOf<C> =
  C extends CallChannel<infer I, infer O>
    ? (input: z.input<I>) => Promise<Result<z.output<O>>>
    : C extends StreamChannel<infer I, infer E>
      ? (input: z.input<I>, onEvent: (event: z.output<E>) => void) => StreamHandle
      : never;

/** What the renderer sees: one function per channel, results instead of exceptions. */
export type Api<T extends Contract> = { readonly [D in keyof T]: { readonly [N in keyof T[D]]: ClientOf<T[D][N]> } };

/**
 * What crosses a stream's message port, in order. Main batches events (about 30 ms).
 * The renderer's only message, whatever it holds, asks to cancel; events go on until `end`. A closed port cancels as well, and is told nothing.
 */
export type StreamMessage =
  | { readonly events: readonly unknown[]; readonly seq: number }
  | { readonly end: { readonly ok: true } | { readonly ok: false; readonly error: AppErrorData } };

/** The one channel that calls use, and the one that streams are opened on (with their message port). */
export const ipcChannels = { call: 'contract:call', stream: 'contract:stream' } as const;
