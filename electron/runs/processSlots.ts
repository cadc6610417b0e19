import type { Job, JobOf, JobSlots } from '../../shared/engine/jobSlots.ts';

/** A job that a worker wants: numbered by it, below another of its jobs. */
export interface WantedJob extends JobOf {
  readonly job: number;
  readonly parent: number | undefined;
}

/**
 * The jobs of one worker among those of all runs of this process (runbook-model 1.9). Only main can count them: each run has a worker of its own.
 * Another process, such as the command line beside the app, counts for itself.
 */
export class WorkerJobs {
  readonly #slots: JobSlots;
  /** What tells runbooks of this workspace from those of others. */
  readonly #scope: string;
  readonly #entered = new Map<number, Job>();
  readonly #waiting = new Map<number, AbortController>();
  #over = false;

  constructor(slots: JobSlots, scope: string) {
    this.#slots = slots;
    this.#scope = scope;
  }

  /** Waits until there is a slot; answers whether the job counts. Rejects with AppError `runbook.invokeDeadlock` or `app.cancelled`. */
  async enter({ job, parent, key, name, document }: WantedJob, queued: () => void): Promise<boolean> {
    const waiting = new AbortController();
    this.#waiting.set(job, waiting);
    try {
      const of = { key: `${this.#scope}\n${key}`, name, document };
      const entered = await this.#slots.enter(of, parent === undefined ? undefined : this.#entered.get(parent), waiting.signal, queued);
      // The worker may have gone while its job was let in.
      if (this.#over) this.#slots.leave(entered);
      else this.#entered.set(job, entered);
      return entered.nested;
    } finally {
      this.#waiting.delete(job);
    }
  }

  /** The job has ended, or is not wanted any more. */
  leave(job: number): void {
    this.#waiting.get(job)?.abort();
    const entered = this.#entered.get(job);
    if (entered === undefined) return;
    this.#entered.delete(job);
    this.#slots.leave(entered);
  }

  /** The worker is gone, whatever it had said before. */
  leaveAll(): void {
    this.#over = true;
    for (const job of [...this.#waiting.keys(), ...this.#entered.keys()]) this.leave(job);
  }
}
