/** How long events wait for company, in milliseconds. Two frames: unnoticed, and a fast run does not flood the window. */
const batchMilliseconds = 30;
/** A message holds at most this many events, so that copying one never takes long. */
const batchEvents = 500;

/** Collects events into numbered batches. */
export interface Batcher {
  add(event: unknown): void;
  /** Sends what waits, now. */
  flush(): void;
  /** Forgets what waits and sends nothing more. */
  drop(): void;
}

/** The first event goes at once, those that follow within about 30 ms go together. */
export function batcher(send: (events: readonly unknown[], seq: number) => void): Batcher {
  let waiting: unknown[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seq = 0;
  let dropped = false;

  function flush(): void {
    const events = waiting;
    waiting = [];
    for (let start = 0; start < events.length; start += batchEvents) {
      seq += 1;
      send(events.slice(start, start + batchEvents), seq);
    }
  }

  function later(): void {
    timer = setTimeout(() => {
      timer = undefined;
      if (waiting.length === 0) return;
      flush();
      later();
    }, batchMilliseconds);
  }

  return {
    add(event) {
      if (dropped) return;
      waiting.push(event);
      if (timer !== undefined) return;
      flush();
      later();
    },
    flush() {
      clearTimeout(timer);
      timer = undefined;
      flush();
    },
    drop() {
      dropped = true;
      waiting = [];
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
