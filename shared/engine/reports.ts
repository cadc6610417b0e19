import type { Report } from '../runbook/runbook.ts';
import type { RunContext } from './runContext.ts';

/** What a report is about: the runbook, or an execution of an activity. */
export interface ReportSubject {
  readonly name: string;
  readonly activity?: string;
  readonly execution?: string;
}

/** Watches something that a person wants to be told of. */
export interface Reporter {
  /** It has ended; `failure` says why it failed. */
  ended(failure?: string): void;
}

const silent: Reporter = { ended: () => undefined };

/**
 * Raises a platform event when something runs for longer than asked, and when it fails (runbook-model 1.8 and 1.9). It stops
 * nothing. Begins to count at once.
 */
export function reporter(
  context: Pick<RunContext, 'emit' | 'ports' | 'runSignal'>,
  report: Report | undefined,
  { name, ...place }: ReportSubject,
): Reporter {
  if (report === undefined) return silent;
  const { emit, ports, runSignal } = context;
  const over = new AbortController();
  const { longerThanSeconds: seconds, failure } = report;
  if (seconds !== undefined) {
    ports.clock.sleep(seconds * 1000, AbortSignal.any([runSignal, over.signal])).then(
      () => emit({ type: 'platformEvent', severity: 'warning', summary: `${name} runs for more than ${seconds} s.`, ...place }),
      () => undefined,
    );
  }
  return {
    ended: (why) => {
      over.abort();
      if (failure && why !== undefined) emit({ type: 'platformEvent', severity: 'error', summary: `${name} failed.`, details: why, ...place });
    },
  };
}
