import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoWorker } from '../../../electron/demo/demoHost.ts';
import { samples } from '../../../electron/demo/samples.ts';
import { History } from '../../../electron/runs/history.ts';
import { leftOutText, recordRun } from '../../../electron/runs/runRecorder.ts';
import { Runs } from '../../../electron/runs/runs.ts';
import { openTraceFiles } from '../../../electron/traces/openTraceFiles.ts';
import { connectionsForRun } from '../../../electron/workspace/connectionsForRun.ts';
import { DemoControl } from '../../../electron/workspace/demoControl.ts';
import { openDemoWorkspace } from '../../../electron/workspace/demoWorkspace.ts';
import type { Connection } from '../../../shared/connections/connection.ts';
import { innermost, type RunEvent } from '../../../shared/engine/events.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { noGlobals } from '../../../shared/globals/globals.ts';
import { Variable } from '../../../shared/globals/variable.ts';
import type { Retention } from '../../../shared/history/retention.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import type { TraceRecord, TraceSummary } from '../../../shared/trace/record.ts';
import { recordedEvents, recordedRunbook } from '../../fixtures/recordedRuns.ts';
import { traceRecord } from '../../fixtures/traceRecords.ts';
import { builtEntries } from '../built.ts';
import { scratchFolder } from '../scratch.ts';

let entries: Awaited<ReturnType<typeof builtEntries>>;
let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let folder = '';
let made = 0;

beforeAll(async () => {
  entries = await builtEntries();
  scratch = await scratchFolder();
}, 120_000);
beforeEach(() => {
  made += 1;
  folder = join(scratch.path, `history ${made}`);
});
afterAll(() => scratch[Symbol.asyncDispose]());

function historyOf(retention: Partial<Retention> = {}): History {
  return new History({
    folder,
    version: '0.1.0',
    workspace: () => ({ id: 'w', name: 'Help desk', demo: true }),
    retention: async () => ({ days: 36_500, megabytes: 500, ...retention }),
    warned: (error) => expect.fail(error.what),
  });
}
const start = { key: 'triage', document: recordedRunbook, mode: 'run', breakpoints: [], input: {}, startedBy: 'test' } as const;

/** Records a run with these requests. */
async function record(history: History, run: string, traces: readonly TraceRecord[], limit?: number): Promise<void> {
  const recorder = recordRun(history.begin(run, start, {}), (error) => expect.fail(error.what), limit);
  const events = recordedEvents('success', run);
  recorder.events([...events]);
  for (const trace of traces) recorder.trace(trace);
  history.seen(run, events);
  await recorder.close();
  await history.ended(run, undefined);
}

/** The requests of a run as the app reads them. */
async function reading(file: string): Promise<{ readonly summaries: TraceSummary[]; readonly source: ReturnType<typeof openTraceFiles>; [Symbol.asyncDispose](): Promise<void> }> {
  const summaries: TraceSummary[] = [];
  let source: ReturnType<typeof openTraceFiles> | undefined;
  await new Promise<void>((done, refuse) => {
    source = openTraceFiles(entries.traceFileWorker, [file], (event) => {
      if (event.type === 'pairs') summaries.push(...event.summaries);
      if (event.type === 'read') done();
    });
    source.failed.catch(refuse);
  });
  const opened = source ?? expect.fail();
  return { summaries, source: opened, [Symbol.asyncDispose]: () => opened.close() };
}
const names = async (): Promise<string[]> => (await readdir(folder)).filter((name) => name.includes('run-'));

describe('the requests of a run', () => {
  test('are kept beside it for its owner only, and come back whole', async () => {
    const history = historyOf();
    await record(history, 'run-1', [traceRecord(1), traceRecord(2, { result: { class: 'error', code: 'ErrorItemNotFound' } })]);
    const file = history.traceFileOf('run-1');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await using kept = await reading(file);
    expect(kept.summaries.map(({ id, result }) => `${id} ${result.code}`)).toEqual(['r1 NoError', 'r2 ErrorItemNotFound']);
    expect(await kept.source.read('r2')).toEqual(traceRecord(2, { result: { class: 'error', code: 'ErrorItemNotFound' } }));
    const found: string[] = [];
    await kept.source.search('PRINTER 1 ', new AbortController().signal, (event) => found.push(...event.found));
    expect(found).toEqual(['r1']);
    await expect(kept.source.read('r3')).rejects.toMatchObject({ data: { code: 'trace.gone' } });
  });

  test('of a run that made none are none', async () => {
    const history = historyOf();
    await record(history, 'run-1', []);
    await using kept = await reading(history.traceFileOf('run-1'));
    expect(kept.summaries).toEqual([]);
    expect(await names()).toHaveLength(1);
  });

  test('lose their texts beyond the limit, and stay in the list', async () => {
    const history = historyOf();
    const size = traceRecord(1).request.body.length + (traceRecord(1).response?.body.length ?? 0);
    await record(history, 'run-1', [traceRecord(1), traceRecord(2), traceRecord(3)], size * 2 + 10);
    await using kept = await reading(history.traceFileOf('run-1'));
    expect(kept.summaries).toHaveLength(3);
    expect((await kept.source.read('r2')).response?.body).toContain('Printer 2');
    expect((await kept.source.read('r3')).response?.body).toBe(leftOutText);
  });

  test('a torn line costs that request alone', async () => {
    const history = historyOf();
    await record(history, 'run-1', [traceRecord(1)]);
    await appendFile(history.traceFileOf('run-1'), '{"id":"r2","ki');
    await using kept = await reading(history.traceFileOf('run-1'));
    expect(kept.summaries.map(({ id }) => id)).toEqual(['r1']);
  });

  test('go and come back with their run, and for good with what is too much', async () => {
    const history = historyOf();
    await record(history, 'run-1', [traceRecord(1)]);
    expect(await names()).toHaveLength(2);
    await history.remove(['run-1']);
    expect(await names()).toEqual([]);
    await history.restore(['run-1']);
    expect(await names()).toHaveLength(2);
    // Events alone are far below a megabyte; the requests count.
    await record(history, 'run-2', [traceRecord(2, { request: { headers: [], body: 'x'.repeat(1024 * 1024), bytes: 0 } })]);
    const small = historyOf({ megabytes: 1 });
    await small.tidy();
    expect(await names()).toEqual([]);
  });

  test('that a run left behind are deleted at the next start', async () => {
    await record(historyOf(), 'run-1', [traceRecord(1)]);
    await writeFile(join(folder, '2026-01-01_00-00-00-000_gone.traces'), 'x');
    await historyOf().tidy();
    expect((await readdir(folder)).filter((name) => name.endsWith('.traces'))).toHaveLength(1);
  });
});

test('after real runs the history holds their requests, and no password, no encrypted variable and no token', async () => {
  const demo = new DemoControl(() => startDemoWorker(entries.demoWorker));
  try {
    await demo.ensure();
    const workspace = await openDemoWorkspace(join(scratch.path, 'workspace'), samples);
    const variable = `Sesame ${Math.random().toString(36).slice(2)}`;
    const token = `eyJ0.${Buffer.from(Math.random().toString()).toString('base64url')}.made-up-signature`;
    const shared = { ...noGlobals, variables: { Key: Variable.parse({ encrypted: true }) } };
    const send = { type: 'exchange.createAndSendEmail', name: 'Send', connection: 'demo-mailbox', properties: { to: 'ana@contoso.test', subject: '{{variables.Key}}', body: 'Text' } };
    const child = Runbook.parse({ name: 'Inner', activities: { send } });
    const outer = Runbook.parse({ name: 'Outer', activities: { call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'inner' } } } });
    const history = historyOf();
    const perform = async (document: Runbook, change: (connection: Connection) => Connection): Promise<{ events: RunEvent[]; run: string }> => {
      const events: RunEvent[] = [];
      const runs = new Runs({
        workerFile: entries.runWorker,
        userAgent: 'test',
        connections: async () => Object.fromEntries(Object.entries(await connectionsForRun(workspace, demo)).map(([key, connection]) => [key, change(connection)])),
        runbooks: async () => [{ key: 'inner', name: 'Inner', document: child }],
        secret: async () => demo.password(),
        globals: { read: async () => shared, variable: async () => variable, count: async () => 0 },
        token: async () => ({ token, expiresAt: Date.now() + 3_600_000 }),
        logFolder: async () => join(scratch.path, 'logs'),
        monitorFolder: () => join(scratch.path, 'monitors'),
        workspace: () => 'workspace-1',
        history,
        traced: () => undefined,
        warned: (error) => {
          throw AppError.from(error);
        },
      });
      await runs.start({ ...start, document }, { emit: (event) => void events.push(event), signal: new AbortController().signal });
      return { events, run: events[0]?.run ?? '' };
    };
    const signedIn = await perform(outer, (connection) => connection);
    expect(signedIn.events.at(-1)).toMatchObject({ type: 'runFinished', status: 'success' });
    // The server knows no such token, so this one fails; it was sent all the same.
    const withToken = await perform(Runbook.parse({ name: 'Token', activities: { send } }), (connection) => ({ ...connection, exchangeOnline: true }));
    expect(withToken.events.at(-1)).toMatchObject({ type: 'runFinished', status: 'failed' });

    for (const { events, run } of [signedIn, withToken]) {
      await using kept = await reading(history.traceFileOf(run));
      const named = events.map(innermost).flatMap((event) => (event.type === 'exchangeRequest' ? [event.trace] : []));
      expect(named.length).toBeGreaterThan(0);
      expect(kept.summaries.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
      expect((await kept.source.read(named[0] ?? '')).request.body).toContain('CreateItem');
    }
    const files = await readdir(folder);
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    const all = texts.join('\n');
    expect(files.filter((name) => name.endsWith('.traces'))).toHaveLength(2);
    expect(all).toContain('Bearer');
    const password = demo.password() ?? expect.fail();
    for (const secret of [password, Buffer.from(`CONTOSO\\helpdesk:${password}`).toString('base64'), variable, token, token.split('.')[1] ?? '']) expect(all).not.toContain(secret);
    expect((await Promise.all(files.map(async (name) => (await stat(join(folder, name))).mode & 0o777))).every((mode) => mode === 0o600)).toBe(true);
  } finally {
    await demo.close();
  }
}, 60_000);
