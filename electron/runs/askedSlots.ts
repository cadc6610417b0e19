import type { Job, Slots } from '../../shared/engine/jobSlots.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { WantedJob } from './processSlots.ts';

/** The questions about jobs that a worker asks main. */
export interface SlotQuestions {
  /** Resolves when there is a slot, with whether the job is not counted; rejects with the AppError of main. */
  want(job: WantedJob, queued: () => void): Promise<boolean>;
  left(job: number): void;
}

/** The jobs of a run in its worker: main counts them together with those of other runs. */
export function askedSlots({ want, left }: SlotQuestions): Slots {
  const numbers = new Map<Job, number>();
  let made = 0;
  return {
    async enter({ key, name, document }, parent, signal, queued) {
      made += 1;
      const number = made;
      const giveUp = (): void => left(number);
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        if (signal.aborted) throw new AppError('app.cancelled');
        const concurrency = { concurrency: document.concurrency };
        const nested = await want({ job: number, parent: parent === undefined ? undefined : numbers.get(parent), key, name, document: concurrency }, queued);
        const job: Job = { runbook: key, parent, nested };
        numbers.set(job, number);
        return job;
      } finally {
        signal.removeEventListener('abort', giveUp);
      }
    },
    leave(job) {
      const number = numbers.get(job);
      if (number === undefined) return;
      numbers.delete(job);
      left(number);
    },
  };
}
