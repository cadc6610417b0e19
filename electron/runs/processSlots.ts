import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Job, JobOf, JobSlots } from '../../shared/engine/jobSlots.ts';
import { enterOnComputer, type Leave } from './computerSlots.ts';

/** A job that a worker wants: numbered by it, below another of its jobs. */
export interface WantedJob extends JobOf {
  readonly job: number;
  readonly parent: number | undefined;
}

interface Entered {
  readonly job: Job;
  /** Leaves its place among those of other processes. */
  readonly leave: Leave;
}

const nothingToLeave: Leave = async () => undefined;

/**
 * The jobs of one worker among those of all runs of this process (runbook-model 1.9), and of other processes, such as the command line beside
 * the app. Only main can count those of this process: each run has a worker of its own. Only this process is looked through for jobs that
 * would wait for one another for ever.
 */
export class WorkerJobs {
  readonly #slots: JobSlots;
  /** A folder of the workspace: it tells its runbooks from those of others, and processes meet in it. */
  readonly #folder: string;
  readonly #entered = new Map<number, Entered>();
  readonly #waiting = new Map<number, AbortController>();
  #over = false;

  constructor(slots: JobSlots, folder: string) {
    this.#slots = slots;
    this.#folder = folder;
  }

  /** Waits until there is a slot; answers whether the job counts. Rejects with AppError `runbook.invokeDeadlock` or `app.cancelled`. */
  async enter({ job, parent, key, name, document }: WantedJob, queued: () => void): Promise<boolean> {
    const waiting = new AbortController();
    this.#waiting.set(job, waiting);
    let told = false;
    const tell = (): void => {
      if (!told) queued();
      told = true;
    };
    try {
      const of = { key: `${this.#folder}\n${key}`, name, document };
      const entered = await this.#slots.enter(of, parent === undefined ? undefined : this.#entered.get(parent)?.job, waiting.signal, tell);
      const leave = entered.nested ? nothingToLeave : await this.#enterBesideOthers(entered, key, document.concurrency, waiting.signal, tell);
      // The worker may have gone while its job was let in.
      if (this.#over) this.#leave({ job: entered, leave });
      else this.#entered.set(job, { job: entered, leave });
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
    this.#leave(entered);
  }

  /** The worker is gone, whatever it had said before. */
  leaveAll(): void {
    this.#over = true;
    for (const job of [...this.#waiting.keys(), ...this.#entered.keys()]) this.leave(job);
  }

  async #enterBesideOthers(entered: Job, key: string, places: number, signal: AbortSignal, queued: () => void): Promise<Leave> {
    try {
      const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
      return await enterOnComputer(join(this.#folder, 'jobs', name), places, signal, queued);
    } catch (thrown) {
      this.#slots.leave(entered);
      throw thrown;
    }
  }

  #leave({ job, leave }: Entered): void {
    // The next one of this process asks for a place of its own, behind those of other processes that wait.
    void leave().finally(() => this.#slots.leave(job));
  }
}
