import { randomUUID } from 'node:crypto';
import type { Connection } from '../../shared/connections/connection.ts';
import type { DebugCommand } from '../../shared/engine/debugCommand.ts';
import type { RunEvent } from '../../shared/engine/events.ts';
import type { WorkspaceRunbook } from '../../shared/engine/runSetup.ts';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { StreamSink } from '../../shared/ipc/channel.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import type { AccessToken, TokenAsking, TokenQuestion } from '../auth/accessToken.ts';
import { JobSlots } from '../../shared/engine/jobSlots.ts';
import { monitorFileOf } from './monitorFile.ts';
import { WorkerJobs } from './processSlots.ts';
import type { RunGlobals } from './runGlobals.ts';
import { startJob, type RunningJob } from './runner.ts';
import type { RunHistory, RunStart } from './runStart.ts';

/** What runs need from the process they start in. */
export interface RunParts {
  readonly workerFile: string;
  readonly userAgent: string;
  /** The configurations of the workspace, by key, with the demo's address filled in. */
  connections(onDemo: boolean): Promise<Readonly<Record<string, Connection>>>;
  /** The runbooks of the workspace that a run of this one can invoke; of those with unsaved changes, what is given. */
  runbooks(document: Runbook, unsaved: Readonly<Record<string, Runbook>>): Promise<readonly WorkspaceRunbook[]>;
  /** The password of a configuration, by key; that of the demo for a run on the demo mailbox. */
  secret(connection: string, onDemo: boolean): Promise<string | undefined>;
  /** A token of a configuration that signs in with OAuth. */
  token(question: TokenQuestion, asking: TokenAsking): Promise<AccessToken>;
  /** The variables, counters and schedules of the workspace. */
  readonly globals: RunGlobals;
  /** Folder for the pack's trace files; empty for the pack's own place. */
  logFolder(): Promise<string>;
  /** Folder for what the monitors of this workspace's runbooks remember; each workspace has its own. */
  monitorFolder(): string;
  /** Id of the workspace that is open: the one of a run that starts now. */
  workspace(): string;
  /** Keeps the runs; without it they are not recorded. */
  readonly history?: RunHistory;
  traced(record: TraceRecord): void;
  /** Told of what went wrong beside the run, for example a trace file that cannot be written. */
  warned(error: AppErrorData): void;
}

/** A stopped run has this long to end by itself, in milliseconds; a person who will not wait ends it sooner. */
const runPatience = 20_000;

/** Runs runbooks, each in a worker of its own, and passes the tester's commands on. */
export class Runs {
  readonly #parts: RunParts;
  readonly #going = new Map<string, RunningJob>();
  readonly #slots = new JobSlots();

  constructor(parts: RunParts) {
    this.#parts = parts;
  }

  /** Resolves when the run has ended; its last event is always `runFinished`, even when its worker crashes. */
  async start(start: RunStart, sink: StreamSink<RunEvent>): Promise<void> {
    const { workerFile, userAgent, history } = this.#parts;
    const { onDemo = false, guard = false, watching = false, pins, from } = start;
    const [connections, globals, logFolder, runbooks] = await Promise.all([this.#parts.connections(onDemo), this.#parts.globals.read(), this.#parts.logFolder(), this.#parts.runbooks(start.document, start.unsaved ?? {})]);
    const monitorFolder = this.#parts.monitorFolder();
    const workspace = this.#parts.workspace();
    const run = randomUUID();
    const begun = Date.now();
    const recording = history?.begin(run, start, connections, runbooks);
    let last: RunEvent | undefined;
    const { document, mode, breakpoints, input, startedBy } = start;
    const job = startJob(
      workerFile,
      { kind: 'run', run, runbook: document, ...(start.key === '' ? {} : { runbookKey: start.key }), runbooks, connections, globals, mode, breakpoints, guard, pins, from, input, startedBy, watching, logFolder, monitorFile: monitorFileOf(monitorFolder, document.name), recording, userAgent },
      {
        secret: (connection) => this.#parts.secret(connection, onDemo),
        token: (question, asking) => this.#parts.token(question, asking),
        globals: this.#parts.globals,
        jobs: new WorkerJobs(this.#slots, monitorFolder),
        signal: sink.signal,
        patience: runPatience,
        onWarning: (error) => this.#parts.warned(error),
        onBatch: (batch) => {
          for (const record of batch.traces) this.#parts.traced({ ...record, workspace });
          history?.seen(run, batch.events);
          for (const event of batch.events) {
            last = event;
            sink.emit(event);
          }
        },
      },
    );
    this.#going.set(run, job);
    const error = await job.ended;
    this.#going.delete(run);
    const end = last?.type === 'runFinished' ? undefined : finishOf(run, last, begun, sink.signal.aborted, error);
    if (end !== undefined) sink.emit(end);
    await history?.ended(run, end);
  }

  /** Ends a run that was told to stop and does not: its worker goes, whatever it is waiting for. */
  abandon(run: string): void {
    this.#going.get(run)?.end();
  }

  /** A command for a run that has ended already is no error: it came too late. */
  command(run: string, command: DebugCommand): void {
    this.#going.get(run)?.command(command);
  }
}

/** The end that a worker did not live to tell. */
function finishOf(run: string, last: RunEvent | undefined, begun: number, stopped: boolean, error: AppErrorData | undefined): RunEvent {
  return {
    type: 'runFinished',
    seq: (last?.seq ?? 0) + 1,
    at: new Date().toISOString(),
    run,
    status: stopped ? 'cancelled' : 'failed',
    durationMs: Date.now() - begun,
    ...(error === undefined || stopped ? {} : { error }),
  };
}
