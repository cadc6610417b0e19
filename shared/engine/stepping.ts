/** A run that a test goes through: that of the tested runbook, or one that was invoked in it. */
export interface Frame {
  /** Key of its runbook; undefined for the one that is tested, which may have invoked itself. */
  readonly runbook: string | undefined;
  /** The execution that invoked it, with the run that execution belongs to. */
  readonly invoker?: { readonly frame: Frame; readonly execution: string };
}

/** Whether a run is another one, or was invoked in it, however deep. */
export const isWithin = (frame: Frame, outer: Frame): boolean => frame === outer || (frame.invoker !== undefined && isWithin(frame.invoker.frame, outer));

/**
 * The runs that a person goes through step by step. A step is over at the next execution in one of them: a run that is invoked meanwhile goes
 * through to its end, unless it is stepped into, and where a run ends the steps go on in the one that invoked it. Branches side by side can
 * be stepped through together, each in its own run.
 */
export class Stepping {
  readonly #frames = new Set<Frame>();
  /** Executions whose runs are stepped into. */
  readonly #into = new Set<string>();

  includes(frame: Frame): boolean {
    return this.#frames.has(frame);
  }

  /** A run begins that an execution invoked. */
  opened(frame: Frame): void {
    if (frame.invoker !== undefined && this.#into.has(frame.invoker.execution)) this.#frames.add(frame);
  }

  /** The next execution in this run, or in one that leads to it. */
  over(frame: Frame): void {
    for (let one: Frame | undefined = frame; one !== undefined; one = one.invoker?.frame) this.#frames.add(one);
  }

  /** Likewise, and in what the execution invokes. */
  into(frame: Frame, execution: string): void {
    this.over(frame);
    this.#into.add(execution);
  }

  /** The next execution in a run that leads to this one. */
  out(frame: Frame): void {
    this.over(frame);
    for (const one of this.#frames) if (isWithin(one, frame)) this.#frames.delete(one);
    if (frame.invoker !== undefined) this.#into.delete(frame.invoker.execution);
  }

  /** Nothing is stepped through any more. */
  end(): void {
    this.#frames.clear();
    this.#into.clear();
  }
}
