/** Takes what arrives one by one and hands it on together. */
export interface Paced<T> {
  add(one: T): void;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
}

/** How what arrives is handed on. */
export type Pace = <T>(handOn: (batch: readonly T[]) => void) => Paced<T>;

/** Hands on each at once. */
export const unpaced: Pace = (handOn) => ({ add: (one) => handOn([one]), drained: () => Promise.resolve() });

/** Of each stretch of time, handing on and what it causes, drawing above all, may take one part in this many. */
const share = 4;
/** Handed on at once, at most: folding so many events of a run takes about ten milliseconds. */
const most = 1500;
/** Longest wait, in milliseconds: a screen that is this late still follows what goes on. */
const longestWait = 400;

interface Clock {
  now(): number;
  /** Calls back when the browser has drawn what changed, all slices of it, or as soon as it can when the window is not seen. */
  drawn(work: () => void): void;
  later(work: () => void, milliseconds: number): void;
}

const browserClock: Clock = {
  now: () => performance.now(),
  drawn(work) {
    let done = false;
    const once = (): void => {
      if (!done) work();
      done = true;
    };
    requestAnimationFrame(() => requestIdleCallback(once, { timeout: longestWait }));
    // Of a window that is not seen nothing is drawn.
    setTimeout(once, longestWait);
  },
  later: (work, milliseconds) => setTimeout(work, milliseconds),
};

/**
 * Hands on what arrived together, and then waits three times as long as that took with all that it caused. However much arrives
 * and however much there is to draw, most of the window's time stays free for the person who types in it.
 */
export function pacedBy(clock: Clock): Pace {
  return <T>(handOn: (batch: readonly T[]) => void): Paced<T> => {
    const waiting: T[] = [];
    let busy = false;
    let idle: (() => void)[] = [];
    const turn = (): void => {
      if (waiting.length === 0) {
        busy = false;
        idle.forEach((resolve) => resolve());
        idle = [];
        return;
      }
      const started = clock.now();
      handOn(waiting.splice(0, most));
      clock.drawn(() => clock.later(turn, Math.min(longestWait, (clock.now() - started) * (share - 1))));
    };
    return {
      add(one) {
        waiting.push(one);
        if (busy) return;
        busy = true;
        // What came with it in one message is handed on with it.
        queueMicrotask(turn);
      },
      drained: () => (busy ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve()),
    };
  };
}

/** The pace of a window. */
export const paced: Pace = pacedBy(browserClock);
