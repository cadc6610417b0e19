import { noGlobals } from '../../../shared/globals/globals.ts';
import { nothingShared } from '../../fixtures/nothingShared.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startJob } from '../../../electron/runs/runner.ts';
import { Runs } from '../../../electron/runs/runs.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { scratchFolder } from '../scratch.ts';
import { AppError } from '../../../shared/errors/appError.ts';

const nobody = (): Promise<never> => Promise.reject(new AppError('signIn.required'));

const started = `{ type: 'runStarted', seq: 1, at: '2026-01-01T00:00:00.000Z', run: 'r', runbook: 'A', order: 'activity by activity', startedBy: 'test', input: {} }`;
const say = `const { parentPort } = require('node:worker_threads');
parentPort.once('message', () => {
  parentPort.postMessage({ type: 'batch', events: [${started}], checks: [], traces: [] });
  next();
});`;

async function runWith(script: string): Promise<RunEvent[]> {
  await using scratch = await scratchFolder();
  const workerFile = join(scratch.path, 'worker.cjs');
  await writeFile(workerFile, script);
  const events: RunEvent[] = [];
  const nothing = { globals: nothingShared, runbooks: async () => [], secret: async () => undefined, token: nobody, logFolder: async () => '', monitorFolder: () => scratch.path, workspace: () => 'workspace-1', traced: () => undefined, warned: () => undefined };
  const runs = new Runs({ workerFile, userAgent: 'test', connections: async () => ({}), ...nothing });
  const start = { key: 'a', document: Runbook.parse({ name: 'A' }), mode: 'run', breakpoints: [], input: {}, startedBy: 'test' } as const;
  await runs.start(start, { emit: (event) => void events.push(event), signal: new AbortController().signal });
  return events;
}

test.each([
  ['throws', `${say} function next() { throw new Error('boom'); }`],
  ['ends without a word', `${say} function next() { setImmediate(() => process.exit(3)); }`],
  ['rejects and nobody listens', `${say} function next() { Promise.reject(new Error('boom')); }`],
])('a worker that %s ends the run as failed', async (_what, script) => {
  expect(await runWith(script)).toMatchObject([
    { type: 'runStarted', seq: 1 },
    { type: 'runFinished', seq: 2, status: 'failed', error: { code: 'app.workerStopped' } },
  ]);
});

test('a worker that cannot be loaded ends the run as failed', async () => {
  expect(await runWith('this is no script')).toMatchObject([{ type: 'runFinished', status: 'failed', error: { code: 'app.workerStopped' } }]);
});

test('a worker that does not listen is ended from outside', async () => {
  await using scratch = await scratchFolder();
  const workerFile = join(scratch.path, 'worker.cjs');
  await writeFile(workerFile, 'for (;;) {}');
  const abort = new AbortController();
  const job = startJob(
    workerFile,
    {
      kind: 'run',
      run: 'r',
      runbook: Runbook.parse({ name: 'A' }),
      runbooks: [],
      connections: {},
      globals: noGlobals,
      mode: 'run',
      breakpoints: [],
      guard: false,
      pins: undefined,
      from: undefined,
      input: {},
      startedBy: 'test',
      watching: false,
      logFolder: '',
      monitorFile: '',
      recording: undefined,
      userAgent: 'test',
    },
    { secret: async () => undefined, token: nobody, onBatch: () => undefined, onWarning: () => undefined, signal: abort.signal, patience: 50 },
  );
  abort.abort();
  expect(await job.ended).toMatchObject({ code: 'app.cancelled' });
});
