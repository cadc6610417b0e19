import { AppError } from '../errors/appError.ts';
import type { Runbook } from '../runbook/runbook.ts';
import { countText } from './logLine.ts';

/** A run that counts towards the jobs of its runbook, with the run that invoked it and waits for it. */
export interface Job {
  /** Key of the runbook. */
  readonly runbook: string;
  readonly parent: Job | undefined;
  /** Not counted: an ancestor of it holds a job of the same runbook, and waits for it. */
  readonly nested: boolean;
}

/** What a run says while it waits for a free slot. */
export const waitsForSlot = (runbook: string, most: number): string => `Waits for a free slot, because ${runbook} runs already and may have ${countText(most, 'job')} at the same time.`;

/** Keeps runbooks from having more jobs than they allow; those that come too early wait in order. */
export interface Slots {
  /**
   * Waits until the runbook may have one more job. `queued` is called when it has to wait. Rejects with AppError `runbook.invokeDeadlock`, or
   * `app.cancelled` when the signal aborts.
   */
  enter(runbook: JobOf, parent: Job | undefined, signal: AbortSignal, queued: () => void): Promise<Job>;
  /** A job has ended: the next one may start. */
  leave(job: Job): void;
}

/** A runbook that wants one more job. */
export interface JobOf {
  readonly key: string;
  readonly name: string;
  readonly document: Pick<Runbook, 'concurrency'>;
}

interface Waiting {
  readonly job: Job;
  readonly start: () => void;
}

function ancestors(job: Job | undefined): readonly Job[] {
  return job === undefined ? [] : [job, ...ancestors(job.parent)];
}

/**
 * Keeps a runbook from having more jobs at the same time than it allows (runbook-model 1.9, Job Concurrency); those that come too
 * early wait in order. A runbook that invokes itself would wait for itself, so such jobs are not counted; jobs that would wait
 * for one another for ever are refused.
 */
export class JobSlots implements Slots {
  readonly #running = new Map<string, Set<Job>>();
  #waiting: Waiting[] = [];

  async enter({ key: runbook, name, document }: JobOf, parent: Job | undefined, signal: AbortSignal, queued: () => void): Promise<Job> {
    const nested = ancestors(parent).some((one) => one.runbook === runbook);
    const job: Job = { runbook, parent, nested };
    if (nested) return job;
    const held = this.#running.get(runbook) ?? new Set();
    this.#running.set(runbook, held);
    if (held.size >= document.concurrency || this.#waiting.some((one) => one.job.runbook === runbook)) {
      if (this.#stuck(runbook, job, new Set())) throw new AppError('runbook.invokeDeadlock', { runbook: name });
      queued();
      await this.#turn(job, signal);
    }
    held.add(job);
    return job;
  }

  leave(job: Job): void {
    if (job.nested) return;
    this.#running.get(job.runbook)?.delete(job);
    const next = this.#waiting.find((one) => one.job.runbook === job.runbook);
    if (next === undefined) return;
    this.#waiting = this.#waiting.filter((one) => one !== next);
    // Counted from now on: whoever asks before it goes on must not slip in.
    this.#running.get(job.runbook)?.add(next.job);
    next.start();
  }

  async #turn(job: Job, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const onAbort = (): void => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
        reject(new AppError('app.cancelled'));
      };
      const start = (): void => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      const waiting: Waiting = { job, start };
      if (signal.aborted) return reject(new AppError('app.cancelled'));
      this.#waiting.push(waiting);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Whether no job of a runbook can end before the asking one's ancestors do. */
  #stuck(runbook: string, asking: Job, seen: Set<string>): boolean {
    if (seen.has(runbook)) return true;
    seen.add(runbook);
    const held = [...(this.#running.get(runbook) ?? [])];
    const own = new Set(ancestors(asking));
    const blocked = (holder: Job): boolean =>
      own.has(holder) || this.#waiting.some(({ job }) => job !== asking && ancestors(job).includes(holder) && this.#stuck(job.runbook, asking, seen));
    return held.length > 0 && held.every(blocked);
  }
}
