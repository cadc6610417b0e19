import type { Registry } from '../activities/registry.ts';
import type { Connection } from '../connections/connection.ts';
import type { Runbook } from '../runbook/runbook.ts';
import { interfaceOf, type RunbookTarget } from '../runbook/targets.ts';
import type { EarlierRun } from './earlierRun.ts';
import type { PublishedRow, StartedBy } from './events.ts';
import type { Job, Slots } from './jobSlots.ts';
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

/** A runbook of the workspace that the run can invoke; `name` is the document's. */
export interface WorkspaceRunbook {
  readonly key: string;
  readonly name: string;
  readonly document: Runbook;
}

/** The runbooks a run can invoke, as activities see them. */
export function targetsOf({ runbooks, registry }: Pick<RunSetup, 'runbooks' | 'registry'>): RunbookTarget[] {
  return runbooks.map(({ key, name, document }) => ({ key, name, ...interfaceOf(document, registry) }));
}

/** Where a run stands among those that invoked each other. */
export interface Lineage {
  /** Names of the runbooks that lead here, this one last. */
  readonly path: readonly string[];
  readonly slots: Slots;
  readonly job: Job | undefined;
  /** Counts towards the limits of the outermost run. */
  spend(limit: 'activities' | 'rows'): boolean;
  /** Takes a row that the run returns, as it is; its event has secrets hidden. */
  returned(row: Readonly<Record<string, string>>): void;
}

/** Where a run begins that does not begin at the start of its runbook. */
export interface RunFrom {
  readonly activity: string;
  /** What the activities before it did. Empty where nothing comes before it. */
  readonly earlier: EarlierRun;
  /** Nothing after the activity runs. */
  readonly only: boolean;
}

/** What a run is started with. */
export interface RunSetup {
  readonly runId: string;
  readonly registry: Registry;
  /** The configuration with this key, or undefined where there is none. */
  connection(key: string): Connection | undefined;
  /** Key of the runbook, where it is one of the workspace. */
  readonly runbookKey?: string;
  /** Runbooks that can be invoked. */
  readonly runbooks: readonly WorkspaceRunbook[];
  readonly startedBy: StartedBy;
  /** Values for the parameters of Initialize Data, by name. */
  readonly input: Readonly<Record<string, string>>;
  readonly limits?: Partial<RunLimits>;
  /** Rows that stand for the results of activities, by key: those activities do not run. */
  readonly pins?: Readonly<Record<string, readonly PublishedRow[]>>;
  /** Begins in the middle, with the rows of an earlier run. */
  readonly from?: RunFrom;
}

/** What can be done to a run while it goes on. */
export interface RunControl {
  readonly signal: AbortSignal;
  readonly gate: Gate;
  /** Of a run that another one invoked. */
  readonly lineage?: Lineage;
}
