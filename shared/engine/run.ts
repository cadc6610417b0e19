import type { Registry } from '../activities/registry.ts';
import type { Connection } from '../connections/connection.ts';
import type { Runbook } from '../runbook/runbook.ts';
import type { RunEvent } from './events.ts';
import type { Gate, RunPorts } from './ports.ts';

/** How far a run may go before it is stopped. */
export interface RunLimits {
  /** Activity executions. */
  readonly activities: number;
  /** Published rows. */
  readonly rows: number;
  /** Seconds; undefined for a run that may take as long as it needs. */
  readonly duration: number | undefined;
}

/** What a run is started with. */
export interface RunSetup {
  readonly runId: string;
  readonly registry: Registry;
  /** The configuration with this key, or undefined where there is none. */
  connection(key: string): Connection | undefined;
  readonly startedBy: 'test' | 'commandLine';
  /** Values for the parameters of Initialize Data, by name. */
  readonly input: Readonly<Record<string, string>>;
  readonly limits?: Partial<RunLimits>;
}

/** What can be done to a run while it goes on. */
export interface RunControl {
  readonly signal: AbortSignal;
  readonly gate: Gate;
}

/** Runs a runbook and tells what happens, in order. The last event is always `runFinished`. */
export async function* run(runbook: Runbook, setup: RunSetup, ports: RunPorts, _control: RunControl): AsyncGenerator<RunEvent, void> {
  const at = new Date(ports.clock.now()).toISOString();
  yield { seq: 1, at, run: setup.runId, type: 'runStarted', runbook: runbook.name, order: runbook.order, startedBy: setup.startedBy, input: { ...setup.input } };
  yield { seq: 2, at, run: setup.runId, type: 'runFinished', status: 'success', durationMs: 0 };
}
