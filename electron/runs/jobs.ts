import type { CheckEvent } from '../../shared/connections/checks.ts';
import type { Connection } from '../../shared/connections/connection.ts';
import type { PlacedBreakpoint } from '../../shared/engine/breakpoint.ts';
import type { DebugCommand, RunMode } from '../../shared/engine/debugCommand.ts';
import type { RunEvent, StartedBy } from '../../shared/engine/events.ts';
import type { BrowseEvent, BrowseRequest } from '../../shared/engine/browse.ts';
import type { RunFrom, RunSetup, WorkspaceRunbook } from '../../shared/engine/runSetup.ts';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { CounterChange } from '../../shared/globals/counter.ts';
import type { Globals } from '../../shared/globals/globals.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import type { AccessToken, SignInNote, TokenQuestion } from '../auth/accessToken.ts';
import type { RequestLabels } from '../exchange/transport.ts';
import type { TraceRecord, TraceSummary } from '../../shared/trace/record.ts';
import type { WantedJob } from './processSlots.ts';
import type { Recording } from './runRecorder.ts';

/** A runbook to run. Connections come with it, by key; passwords never do: the worker asks for each when it needs it. */
export interface RunJob {
  readonly kind: 'run';
  readonly run: string;
  readonly runbook: Runbook;
  /** Its key in the workspace; missing for a file from elsewhere. */
  readonly runbookKey?: string;
  /** Runbooks that it can invoke. */
  readonly runbooks: readonly WorkspaceRunbook[];
  readonly connections: Readonly<Record<string, Connection>>;
  /** What the workspace shares. Values of encrypted variables and of counters are asked for. */
  readonly globals: Globals;
  readonly mode: RunMode;
  readonly breakpoints: readonly PlacedBreakpoint[];
  readonly guard: boolean;
  readonly pins: RunSetup['pins'] | undefined;
  readonly from: RunFrom | undefined;
  readonly input: Readonly<Record<string, string>>;
  readonly startedBy: StartedBy;
  /** It goes on with the watch of the run before. */
  readonly watching: boolean;
  /** Folder for the pack's trace files; empty for the pack's own place. */
  readonly logFolder: string;
  /** File in which the runbook's monitors keep their place. */
  readonly monitorFile: string;
  /** Where the run is recorded; nothing for a run that is not kept. */
  readonly recording: Recording | undefined;
  readonly userAgent: string;
}

/** A connection to test. `key` names its secret when the worker asks. */
export interface CheckJob {
  readonly kind: 'check';
  readonly key: string;
  readonly connection: Connection;
  readonly userAgent: string;
}

/** A mailbox to look into. `key` names its secret when the worker asks. */
export interface BrowseJob {
  readonly kind: 'browse';
  readonly key: string;
  readonly connection: Connection;
  readonly request: BrowseRequest;
  readonly userAgent: string;
}

/** A request to send again. `key` names the connection's secret when the worker asks. */
export interface SendAgainJob {
  readonly kind: 'sendAgain';
  readonly key: string;
  readonly connection: Connection;
  readonly request: RepeatedRequest;
  readonly userAgent: string;
}

/** What was sent before: the whole document, where to, and the labels of its trace. */
export interface RepeatedRequest {
  readonly body: string;
  readonly url: string;
  readonly labels: RequestLabels;
  /** What the request before was for. */
  readonly purpose?: TraceSummary['purpose'];
}

/** A job that works with one connection. */
export type ConnectionJob = CheckJob | BrowseJob | SendAgainJob;

export type Job = RunJob | ConnectionJob;

/** From main to the worker. The job is the first message. */
export type ToWorker =
  | { readonly type: 'job'; readonly job: Job }
  | { readonly type: 'abort' }
  | { readonly type: 'command'; readonly command: DebugCommand }
  /** Main has taken a batch and is ready for the next one. */
  | { readonly type: 'received' }
  /** The answer to `tokenWanted`. */
  | { readonly type: 'token'; readonly request: number; readonly token: Result<AccessToken>; readonly notes: readonly SignInNote[] }
  /** The answer to `variableWanted`. */
  | { readonly type: 'variable'; readonly request: number; readonly value: Result<string | undefined> }
  /** The job that `slotWanted` asked for has to wait. */
  | { readonly type: 'slotQueued'; readonly job: number }
  /** The answer to `slotWanted`: whether the job is not counted. */
  | { readonly type: 'slot'; readonly request: number; readonly value: Result<boolean> }
  /** The answer to `counterWanted`. */
  | { readonly type: 'counter'; readonly request: number; readonly value: Result<number> }
  /** The answer to `secretWanted`. */
  | { readonly type: 'secret'; readonly request: number; readonly secret: Result<string | undefined> };

/** What a worker collected since its last message, in order of time within each list. */
export interface JobBatch {
  readonly events: readonly RunEvent[];
  readonly checks: readonly CheckEvent[];
  readonly found: readonly BrowseEvent[];
  readonly traces: readonly TraceRecord[];
}

/** From the worker to main. `ended` is the last message; `error` says why it ended before its events were complete. */
export type FromWorker =
  | ({ readonly type: 'batch' } & JobBatch)
  /** Something beside the job went wrong, for example a trace file that cannot be written; the job goes on. */
  | { readonly type: 'warning'; readonly error: AppErrorData }
  | { readonly type: 'secretWanted'; readonly request: number; readonly connection: string }
  /** Like `secretWanted`, for a connection that signs in with OAuth. */
  | { readonly type: 'tokenWanted'; readonly request: number; readonly question: TokenQuestion }
  /** Asks for the value of an encrypted variable. */
  | { readonly type: 'variableWanted'; readonly request: number; readonly name: string }
  /** Asks for the value of a counter, after a change where there is one: main keeps them, because runs share them. */
  | { readonly type: 'counterWanted'; readonly request: number; readonly runbook: string; readonly name: string; readonly change: CounterChange | undefined }
  /** Asks for a slot for a job: main counts those of all runs. */
  | { readonly type: 'slotWanted'; readonly request: number; readonly wanted: WantedJob }
  /** A job has ended, or is not wanted any more. */
  | { readonly type: 'slotLeft'; readonly job: number }
  | { readonly type: 'ended'; readonly error?: AppErrorData };
