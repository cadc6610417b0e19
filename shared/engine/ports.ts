import type { Clock, Computer } from '../activities/computer.ts';
import type { Exchange } from '../exchange/port.ts';
import type { FieldKind } from '../fields/field.ts';
import type { Host, ResolvedInput, Risk } from './events.ts';
import type { Slots } from './jobSlots.ts';
import type { KnownSecrets } from './knownSecrets.ts';

export type { Clock } from '../activities/computer.ts';

/** Makes identifiers; tests make them countable. */
export interface Ids {
  next(kind: 'run' | 'execution'): string;
}

/** A text with its values filled in, and the data type where the text is one published item and nothing else. */
export interface WorkedText {
  readonly value: string;
  readonly kind?: FieldKind;
  /** It holds a value from an encrypted variable, which must not be shown. */
  readonly secret: boolean;
}

/** Which execution is about to start, as the gate and the person see it. */
export interface Step {
  readonly execution: string;
  readonly activity: string;
  readonly item: number;
  readonly items: number;
  readonly inputs: readonly ResolvedInput[];
  /** What starting it does to a mailbox that is no demo, beside reading. */
  readonly risk?: Risk | undefined;
  /** A text with placeholders and functions, with the values of this path; what has none is empty. Throws AppError for a function that fails. */
  worked(text: string): WorkedText;
}

/** Why an execution is held back. */
export type PauseReason = 'breakpoint' | 'step' | 'pause' | 'guard';

/** What is said to an execution that waits: an input gets another text and it goes on waiting; it starts; or it is passed over. */
export type GateAnswer =
  | { readonly type: 'edit'; readonly key: string; readonly value: string }
  | { readonly type: 'go' }
  | { readonly type: 'skip'; readonly what: 'item' | 'activity' };

/** What a gate decides for a step. */
export type GateDecision =
  | { readonly pause: false; readonly skip: boolean }
  | { readonly pause: true; readonly reason: PauseReason; readonly detail?: string; readonly answer: () => Promise<GateAnswer> };

/** Stands before each execution. The engine emits `paused` and waits for answers; it knows nothing of debugging. */
export interface Gate {
  /** It can ask any step for any value that led to it; without it a run keeps those that activities read later. */
  readonly asksForAll: boolean;
  enter(step: Step, signal: () => AbortSignal): GateDecision;
  /** The gate of a run that an execution invokes, of the runbook with this key. */
  inside(runbook: string, execution: string): Gate;
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

/** A request that takes long. Times are ISO 8601 in UTC. */
export interface AwaitedRequest {
  readonly operation: string;
  readonly host: string;
  readonly since: string;
  /** When it is given up. */
  readonly until: string;
}

/** The execution that a mailbox works for. */
export interface ExecutionLabel {
  readonly execution: string;
  readonly activity: string;
  /** Tells the run that a request was recorded under this trace id; it becomes an `exchangeRequest` event. */
  readonly requested: (trace: string) => void;
  /** Tells the run that the server asks to wait before the next attempt, for so many milliseconds. */
  readonly waits: (ms: number) => void;
  /** Tells the run that a request is not answered yet, once it takes long. */
  readonly awaits: (request: AwaitedRequest) => void;
}

/** What the outside gives a run. */
export interface RunPorts {
  /** The mailbox of a connection, for one activity execution: requests are traced under it. Rejects with AppError. */
  exchange(connection: string, execution: ExecutionLabel): Promise<Exchange>;
  readonly variables: Variables;
  /** Shared with whoever records what this run does outside the engine, for example its requests; one of its own where it is missing. */
  readonly secrets?: KnownSecrets;
  /** Shared with the other runs of the process, so that a runbook has no more jobs than it allows; one of its own where it is missing. */
  readonly slots?: Slots;
  readonly clock: Clock;
  /** The computer as a runbook sees it; counters have a value for each runbook. */
  computer(runbook: string): Omit<Computer, 'clock'>;
  readonly ids: Ids;
  readonly host: Host;
}
