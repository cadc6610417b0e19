import { hostname } from 'node:os';
import { activities } from '../../shared/activities/registry.ts';
import { createDebugger } from '../../shared/engine/debugger.ts';
import { innermost } from '../../shared/engine/events.ts';
import type { RunPorts } from '../../shared/engine/ports.ts';
import { KnownSecrets } from '../../shared/engine/knownSecrets.ts';
import { runInBatches } from '../../shared/engine/run.ts';
import { errorDataOf } from '../../shared/errors/appError.ts';
import { runComputer } from './computer/runComputer.ts';
import { realClock } from './clock.ts';
import type { JobContext } from './jobContext.ts';
import type { RunJob } from './jobs.ts';
import { Mailboxes } from './mailboxes.ts';
import { monitorStatesIn } from './monitorFile.ts';
import { runIds } from './runIds.ts';
import { noRecorder, recordRun } from './runRecorder.ts';
import { runVariables } from './runVariables.ts';
import { writeSignInLog, writeTraceFile } from './traceFiles.ts';

/** Runs a runbook with real time, real identifiers and real mailboxes, and reports its events. */
export async function runJob(job: RunJob, { out, signal, secret, variable, count, token, warn, slots, onCommand }: JobContext): Promise<void> {
  const tester = createDebugger({ mode: job.mode, ...(job.runbookKey === undefined ? {} : { runbook: job.runbookKey }), breakpoints: job.breakpoints, guard: job.guard });
  onCommand((command) => tester.command(command));
  const recorder = job.recording === undefined ? noRecorder : recordRun(job.recording, warn);
  const secrets = new KnownSecrets();
  const mailboxes = new Mailboxes({
    run: job.run,
    connections: job.connections,
    userAgent: job.userAgent,
    secret,
    monitorStates: monitorStatesIn(job.monitorFile),
    token,
    hidden: (record) => secrets.masked(record),
    traced(record) {
      recorder.trace(record);
      out.trace(record);
    },
    async writeTraceFile(records) {
      try {
        await writeTraceFile(job.logFolder === '' ? undefined : job.logFolder, records);
      } catch (thrown) {
        warn(errorDataOf(thrown, 'writing the trace file'));
      }
    },
    async writeSignInLog(lines) {
      try {
        await writeSignInLog(job.logFolder === '' ? undefined : job.logFolder, lines);
      } catch (thrown) {
        warn(errorDataOf(thrown, 'writing the sign-in log'));
      }
    },
  });
  const ports: RunPorts = {
    exchange: (connection, execution) => mailboxes.open(connection, execution),
    variables: runVariables({ variables: job.globals.variables, environment: process.env, now: () => realClock.now(), secret: variable }),
    secrets,
    slots,
    computer: runComputer({ schedules: job.globals.schedules, watching: job.watching, count }),
    clock: realClock,
    ids: runIds(job.run),
    host: { serverName: hostname(), processId: process.pid },
  };
  const setup = {
    runId: job.run,
    registry: activities,
    connection: (key: string) => job.connections[key],
    runbooks: job.runbooks,
    ...(job.runbookKey === undefined ? {} : { runbookKey: job.runbookKey }),
    startedBy: job.startedBy,
    input: { ...job.input },
    ...(job.pins === undefined ? {} : { pins: job.pins }),
    ...(job.from === undefined ? {} : { from: job.from }),
  };
  try {
    for await (const events of runInBatches(job.runbook, setup, ports, { signal, gate: tester.gate })) {
      for (const event of events) {
        const inner = innermost(event);
        if (inner.type === 'activityFinished') mailboxes.finish(inner.execution);
        out.event(event);
      }
      recorder.events(events);
      await out.room();
      await recorder.room();
    }
  } finally {
    await mailboxes.close();
    await recorder.close();
  }
}
