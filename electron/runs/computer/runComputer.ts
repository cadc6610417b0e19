import { randomInt } from 'node:crypto';
import type { Computer } from '../../../shared/activities/computer.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import type { CounterChange } from '../../../shared/globals/counter.ts';
import type { Schedule } from '../../../shared/globals/schedule.ts';
import { permits } from '../../../shared/globals/permits.ts';
import { queryXml } from './queryXml.ts';
import { textFiles } from './textFiles.ts';

/** What the computer of a run is made from. */
export interface RunComputerParts {
  /** As the file had them when the run started, by name. */
  readonly schedules: Readonly<Record<string, Schedule>>;
  readonly watching: boolean;
  count(runbook: string, counter: string, change?: CounterChange): Promise<number>;
}

/** This computer, as the runbooks of a run see it. */
export function runComputer({ schedules, watching, count }: RunComputerParts): (runbook: string) => Omit<Computer, 'clock'> {
  return (runbook) => ({
    watching,
    files: textFiles,
    // Fit for passwords: the system's source of chance, without a bias towards some numbers.
    random: { below: (limit) => randomInt(limit) },
    counters: { value: (name, change) => count(runbook, name, change) },
    schedules: {
      permits(name, ms) {
        const schedule = Object.hasOwn(schedules, name) ? schedules[name] : undefined;
        if (schedule === undefined) throw new AppError('schedule.notFound', { schedule: name });
        return permits(schedule, ms);
      },
    },
    queryXml,
  });
}
