import type { Registry } from '../activities/registry.ts';
import type { Connection } from '../connections/connection.ts';
import type { StartedBy } from './events.ts';
import type { Gate } from './ports.ts';

/** How far a run may go before it is stopped. */
export interface RunLimits {
  /** Activity executions. */
  readonly activities: number;
  /** Published rows. */
  readonly rows: number;
  /** Seconds; undefined for a run that may take as long as it needs. */
  readonly duration: number | undefined;
}

/** Limits of a run that names none: far above what a person means, far below what hurts a mailbox for days. */
export const defaultLimits: RunLimits = { activities: 250_000, rows: 1_000_000, duration: undefined };

/** What a run is started with. */
export interface RunSetup {
  readonly runId: string;
  readonly registry: Registry;
  /** The configuration with this key, or undefined where there is none. */
  connection(key: string): Connection | undefined;
  readonly startedBy: StartedBy;
  /** Values for the parameters of Initialize Data, by name. */
  readonly input: Readonly<Record<string, string>>;
  readonly limits?: Partial<RunLimits>;
}

/** What can be done to a run while it goes on. */
export interface RunControl {
  readonly signal: AbortSignal;
  readonly gate: Gate;
}
