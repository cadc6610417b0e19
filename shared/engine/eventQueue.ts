import type { RunEvent } from './events.ts';

/** Events that may wait before whoever makes them has to wait too. */
const capacity = 512;

/**
 * Between the branches of a run, which make events side by side, and the one reader that takes them in order. It is
 * small on purpose: a reader that is slow slows the run down instead of filling the memory.
 */
export class EventQueue {
  #events: RunEvent[] = [];
  #closed = false;
  #arrived: (() => void) | undefined;
  #waiting: (() => void)[] = [];

  /** Adds an event. Does nothing once the queue is closed: a late reply of the network has no run to belong to. */
  push(event: RunEvent): void {
    if (this.#closed) return;
    this.#events.push(event);
    this.#arrived?.();
  }

  /** Whether as many events wait as may. */
  get isFull(): boolean {
    return this.#events.length >= capacity && !this.#closed;
  }

  /** Resolves when there is room for more. */
  async room(): Promise<void> {
    while (this.isFull) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** No more events: the reader gets those that are left and then ends. */
  close(): void {
    this.#closed = true;
    this.#arrived?.();
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Takes the events in order, all that wait at once, until the queue is closed and empty. */
  async *take(): AsyncGenerator<readonly RunEvent[], void> {
    for (;;) {
      const events = this.#events;
      this.#events = [];
      this.#release();
      if (events.length > 0) yield events;
      if (this.#events.length > 0) continue;
      if (this.#closed) return;
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
      this.#arrived = undefined;
    }
  }
}
