import type { Clock, Computer } from '../activities/computer.ts';
import type { Exchange } from '../exchange/port.ts';
import type { ResolvedInput } from './events.ts';
import type { KnownSecrets } from './knownSecrets.ts';

export type { Clock } from '../activities/computer.ts';

/** Makes identifiers; tests make them countable. */
export interface Ids {
  next(kind: 'run' | 'execution'): string;
}

/** Which execution is about to start, as the gate and the person see it. */
export interface Step {
  readonly execution: string;
  readonly activity: string;
  readonly item: number;
  readonly items: number;
  readonly inputs: readonly ResolvedInput[];
}

/** What a gate decides for a step. */
export type GateDecision =
  { readonly pause: false } | { readonly pause: true; readonly reason: 'breakpoint' | 'step' | 'pause'; readonly released: Promise<void> };

/** Stands before each execution. The engine emits `paused` and waits for `released`; it knows nothing of debugging. */
export interface Gate {
  enter(step: Step, signal: AbortSignal): GateDecision;
}

/** The value of a variable when an activity starts. A secret one came from an encrypted variable and is never shown. */
export interface VariableValue {
  readonly text: string;
  readonly secret: boolean;
}

/** Values a run can subscribe to beside published data. */
export interface Variables {
  /** The value now, or undefined for an unknown name. Rejects with AppError `variable.noValue` or that of the vault. */
  value(name: string): Promise<VariableValue | undefined>;
}

/** Where a run happens, for the common published data. */
export interface Host {
  readonly serverName: string;
  readonly processId: number;
}

/** The execution that a mailbox works for. */
export interface ExecutionLabel {
  readonly execution: string;
  readonly activity: string;
  /** Tells the run that a request was recorded under this trace id; it becomes an `exchangeRequest` event. */
  readonly requested: (trace: string) => void;
}

/** What the outside gives a run. */
export interface RunPorts {
  /** The mailbox of a connection, for one activity execution: requests are traced under it. Rejects with AppError. */
  exchange(connection: string, execution: ExecutionLabel): Promise<Exchange>;
  readonly variables: Variables;
  /** Shared with whoever records what this run does outside the engine, for example its requests; one of its own where it is missing. */
  readonly secrets?: KnownSecrets;
  readonly clock: Clock;
  /** The computer as a runbook sees it; counters have a value for each runbook. */
  computer(runbook: string): Omit<Computer, 'clock'>;
  readonly ids: Ids;
  readonly host: Host;
}
