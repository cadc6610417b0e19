import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../shared/engine/ports.ts';
import { AppError } from '../../shared/errors/appError.ts';

/** The computer's clock. */
export const realClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    try {
      await wait(ms, undefined, { signal });
    } catch {
      throw new AppError('app.cancelled');
    }
  },
};
