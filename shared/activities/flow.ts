import type { AppErrorData } from '../errors/appError.ts';

/** Another runbook to run. */
export interface Invocation {
  /** The key of the runbook; or its path, folders and name, when it is invoked by path. */
  readonly runbook: string;
  readonly byPath: boolean;
  /** Values for its parameters, by name; those that are missing have their defaults. */
  readonly input: Readonly<Record<string, string>>;
  /** Whether to go on only when it has ended. */
  readonly wait: boolean;
}

/** What came of an invoked runbook. */
export interface Invoked {
  /** Identifies its run. */
  readonly run: string;
  readonly runbook: string;
  readonly status: 'running' | 'success' | 'warning' | 'failed' | 'cancelled';
  /** The data it returned: one row for each time Return Data ran. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Why it failed. */
  readonly error?: AppErrorData;
}

/** The branch whose data a junction lets through. */
export interface JoinedBranch {
  /** Name of the activity the branch is chosen by, or undefined where none is. */
  readonly name: string | undefined;
  /** How many of its rows arrived; 1 where none is chosen, or none arrived. */
  readonly rows: number;
}

/** What control activities can ask of the run they are part of. */
export interface Flow {
  /** Runs another runbook. Rejects with AppError when it cannot be started; a run that fails is an answer like others. */
  invoke(invocation: Invocation): Promise<Invoked>;
  /** Hands a row back to whoever started this runbook, by the names of its returned data. */
  giveBack(row: Readonly<Record<string, string>>): void;
  /** Of a junction. */
  readonly joined: JoinedBranch;
}
