import { setImmediate } from 'node:timers/promises';

/** What is looked for in the bytes of a message. */
export interface Needle {
  readonly text: string;
  /** Whether the bytes have to be decoded: letters beyond ASCII have several, and their own upper and lower case. */
  readonly decode: boolean;
}

/** A text to look for, without regard to case. */
export function needleOf(text: string): Needle {
  const lower = text.toLowerCase();
  return { text: lower, decode: Buffer.byteLength(lower) !== lower.length };
}

/** Whether a message holds the text. */
export function bodyHolds(bytes: Buffer, { text, decode }: Needle): boolean {
  return (decode ? bytes.toString('utf8') : bytes.toString('latin1')).toLowerCase().includes(text);
}

/** After so many bytes a search lets other messages in, so that it can be cancelled. */
const pauseEvery = 8 * 1024 * 1024;

/** Lets others have a turn from time to time, by how many bytes were searched; tells them, and throws where the signal has aborted. */
export function breather(signal: AbortSignal, told: (done: number) => void): (done: number) => Promise<void> {
  let paused = 0;
  return async (done) => {
    if (done - paused < pauseEvery) return;
    paused = done;
    told(done);
    await setImmediate();
    signal.throwIfAborted();
  };
}
