import type { StopNotice } from './untilStopped.ts';

/**
 * The signal of one execution: it aborts when the run is stopped. It is made when somebody asks for it, because a signal costs an execution more
 * than most of its work does.
 */
export class OwnSignal {
  readonly #run: AbortSignal;
  readonly #stop: StopNotice;
  #controller: AbortController | undefined;
  #takeBack: (() => void) | undefined;

  constructor(run: AbortSignal, stop: StopNotice) {
    this.#run = run;
    this.#stop = stop;
  }

  get(): AbortSignal {
    if (this.#controller !== undefined) return this.#controller.signal;
    const made = new AbortController();
    this.#controller = made;
    if (this.#run.aborted) made.abort(this.#run.reason);
    else this.#takeBack = this.#stop.whenStopped(() => made.abort(this.#run.reason));
    return made.signal;
  }

  /** The execution is over. */
  close(): void {
    this.#takeBack?.();
  }
}
