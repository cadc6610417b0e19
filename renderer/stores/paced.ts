/** Takes what arrives one by one and hands it on together. */
export interface Paced<T> {
  add(one: T): void;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
}

/** How what arrives is handed on: `take` works it in, and `show` tells the window of all that was worked in since it was told last. */
export type Pace = <T>(take: (batch: readonly T[]) => void, show: () => void) => Paced<T>;

/** Hands on each at once. */
export const unpaced: Pace = (take, show) => ({
  add(one) {
    take([one]);
    show();
  },
  drained: () => Promise.resolve(),
});

/** Of each stretch of time, working in and showing may each take one part in this many, with all the drawing that is caused. */
const share = 4;
/** Worked in at once, at most: so many events of a run take about ten milliseconds. */
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
 * Works in what arrived together, a part at a time, and shows it when what was shown before is drawn; after each it waits three times as
 * long as that took. However much arrives and however much there is to draw, the window's time stays free for the person who
 * types in it, and what takes long to draw does not hold up what arrives: the next showing has all of it.
 */
export function pacedBy(clock: Clock): Pace {
  const rest = (started: number): number => Math.min(longestWait, (clock.now() - started) * (share - 1));
  return <T>(take: (batch: readonly T[]) => void, show: () => void): Paced<T> => {
    const waiting: T[] = [];
    let taking = false;
    let drawing = false;
    let unseen = false;
    let idle: (() => void)[] = [];
    const isDrained = (): boolean => !taking && !unseen;
    const settle = (): void => {
      if (!isDrained()) return;
      idle.forEach((resolve) => resolve());
      idle = [];
    };
    const present = (): void => {
      if (drawing || !unseen) return;
      unseen = false;
      drawing = true;
      const started = clock.now();
      show();
      const drawn = (): void => {
        drawing = false;
        present();
        settle();
      };
      clock.drawn(() => clock.later(drawn, rest(started)));
    };
    const turn = (): void => {
      if (waiting.length === 0) {
        taking = false;
        return settle();
      }
      const started = clock.now();
      take(waiting.splice(0, most));
      unseen = true;
      const wait = rest(started);
      present();
      clock.later(turn, wait);
    };
    return {
      add(one) {
        waiting.push(one);
        if (taking) return;
        taking = true;
        // What came with it in one message is worked in with it.
        queueMicrotask(turn);
      },
      drained: () => (isDrained() ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
    };
  };
}

/** The pace of a window. */
export const paced: Pace = pacedBy(browserClock);
