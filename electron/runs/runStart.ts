import type { Connection } from '../../shared/connections/connection.ts';
import type { PlacedBreakpoint } from '../../shared/engine/breakpoint.ts';
import type { RunMode } from '../../shared/engine/debugCommand.ts';
import type { RunEvent, StartedBy } from '../../shared/engine/events.ts';
import type { RunFrom, RunSetup, WorkspaceRunbook } from '../../shared/engine/runSetup.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import type { Recording } from './runRecorder.ts';

/** A run to start. */
export interface RunStart {
  /** The runbook's key in its workspace; empty for a file from elsewhere. */
  readonly key: string;
  readonly document: Runbook;
  /** Runbooks that are invoked otherwise than their files say, by key. */
  readonly unsaved?: Readonly<Record<string, Runbook>>;
  readonly mode: RunMode;
  readonly breakpoints: readonly PlacedBreakpoint[];
  readonly input: Readonly<Record<string, string>>;
  readonly startedBy: StartedBy;
  /** Holds back what sends, changes or deletes on a real mailbox until it is confirmed. */
  readonly guard?: boolean;
  /** Puts the demo mailbox in the place of real ones. */
  readonly onDemo?: boolean;
  /** Goes on with the watch of the monitor that an earlier run of this test or command began. */
  readonly watching?: boolean;
  readonly pins?: RunSetup['pins'] | undefined;
  readonly from?: RunFrom | undefined;
}

/** Keeps runs. Nothing of it may fail a run. */
export interface RunHistory {
  /** Where a run that begins is recorded, with the runbooks it can invoke; its worker does that. */
  begin(run: string, start: RunStart, connections: Readonly<Record<string, Connection>>, runbooks: readonly WorkspaceRunbook[]): Recording;
  /** Events that the worker has recorded. */
  seen(run: string, events: readonly RunEvent[]): void;
  /** The run is over. `end` is the event that its worker did not live to record. Never rejects. */
  ended(run: string, end: RunEvent | undefined): Promise<void>;
}
