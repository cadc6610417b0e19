import type { AppErrorData } from '../errors/appError.ts';
import type { Runbook } from '../runbook/runbook.ts';
import type { RunEvent, RunEventBody } from './events.ts';
import type { KeptData } from './kept.ts';
import type { KnownSecrets } from './knownSecrets.ts';
import type { Plan } from './plan.ts';
import type { Gate, RunPorts } from './ports.ts';
import type { Lineage, RunControl, RunSetup } from './runSetup.ts';
import type { StopNotice } from './untilStopped.ts';

/** Runs a runbook. */
export type Runner = (runbook: Runbook, setup: RunSetup, ports: RunPorts, control: RunControl) => AsyncIterable<RunEvent>;

/** What every part of a run works with. */
export interface RunContext {
  readonly runbook: Runbook;
  readonly setup: RunSetup;
  readonly ports: RunPorts;
  readonly gate: Gate;
  readonly plan: Plan;
  /** What of the rows travels on. */
  readonly kept: KeptData;
  readonly secrets: KnownSecrets;
  /** Aborts when the person stops the run, a limit is reached, or the reader goes away. */
  readonly runSignal: AbortSignal;
  /** The same for those that come by the thousand. */
  readonly stop: StopNotice;
  readonly lineage: Lineage;
  /** Runs another runbook inside this run. */
  readonly run: Runner;
  /** Numbers an event and hands it to the reader. Answers its time, in milliseconds since 1970. */
  emit(event: RunEventBody): number;
  /** Whether events wait for the reader, so that whoever makes more has to wait for `room`. */
  isFull(): boolean;
  /** Resolves when the reader has caught up. */
  room(): Promise<void>;
  /** Counts towards a limit; answers false, and stops the run, when it is reached. */
  spend(limit: 'activities' | 'rows'): boolean;
  /** Remembers a result that no link took care of, for the status of the run (runbook-model 1.10). */
  unhandled(status: 'warning' | 'failed'): void;
  /** Says something once in a run, however many rows give reason to say it. */
  once(text: string, event: RunEventBody): void;
  /** Work that nothing waits for; the run ends when it has. */
  detach(work: Promise<unknown>): void;
  /** Ends the run as failed. */
  fail(error: AppErrorData): void;
}
