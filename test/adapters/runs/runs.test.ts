import { nothingShared } from '../../fixtures/nothingShared.ts';
import { join } from 'node:path';
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoWorker } from '../../../electron/demo/demoHost.ts';
import { samples } from '../../../electron/demo/samples.ts';
import { ConnectionJobs } from '../../../electron/runs/connectionJobs.ts';
import { Runs, type RunParts } from '../../../electron/runs/runs.ts';
import type { RunStart } from '../../../electron/runs/runStart.ts';
import { connectionsForRun } from '../../../electron/workspace/connectionsForRun.ts';
import { runbooksForRun } from '../../../electron/workspace/runbooksForRun.ts';
import { DemoControl } from '../../../electron/workspace/demoControl.ts';
import { openDemoWorkspace } from '../../../electron/workspace/demoWorkspace.ts';
import type { WorkspaceFolder } from '../../../electron/workspace/folder.ts';
import type { CheckEvent } from '../../../shared/connections/checks.ts';
import type { Connection } from '../../../shared/connections/connection.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { noGlobals } from '../../../shared/globals/globals.ts';
import { Variable } from '../../../shared/globals/variable.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import type { TraceRecord } from '../../../shared/trace/record.ts';
import { builtEntries } from '../built.ts';
import { scratchFolder } from '../scratch.ts';
import { AppError } from '../../../shared/errors/appError.ts';

const nobody = (): Promise<never> => Promise.reject(new AppError('signIn.required'));

let entries: Awaited<ReturnType<typeof builtEntries>>;
let demo: DemoControl;
let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let folder: WorkspaceFolder;

beforeAll(async () => {
  entries = await builtEntries();
  demo = new DemoControl(() => startDemoWorker(entries.demoWorker));
  await demo.ensure();
  scratch = await scratchFolder();
  folder = await openDemoWorkspace(scratch.path, samples);
}, 120_000);

afterAll(async () => {
  await demo.close();
  await scratch[Symbol.asyncDispose]();
});

type SampleRun = Partial<RunStart> & { parts?: Partial<RunParts>; onEvent?: (event: RunEvent, runs: Runs, abort: AbortController) => void };

/** Runs the sample on fresh mailboxes and collects everything that comes out. */
async function runSample({ parts, onEvent, ...start }: SampleRun = {}): Promise<{
  events: RunEvent[];
  traces: TraceRecord[];
  secrets: string[];
  last: RunEvent | undefined;
}> {
  const events: RunEvent[] = [];
  const traces: TraceRecord[] = [];
  const secrets: string[] = [];
  const runs = new Runs({
    workerFile: entries.runWorker,
    userAgent: 'test',
    connections: () => connectionsForRun(folder, demo),
    runbooks: (document) => runbooksForRun(folder, document),
    async secret(key) {
      secrets.push(key);
      return demo.password();
    },
    globals: nothingShared,
    token: nobody,
    logFolder: async () => '',
    monitorFolder: () => join(folder.path, 'monitors'),
    workspace: () => 'workspace-1',
    traced: (record) => void traces.push(record),
    warned: (error) => expect.fail(error.what),
    ...parts,
  });
  const { document } = await folder.runbooks.read('answer-help-desk-mail');
  const abort = new AbortController();
  const emit = (event: RunEvent): void => {
    events.push(event);
    onEvent?.(event, runs, abort);
  };
  await runs.start({ key: 'answer-help-desk-mail', document: Runbook.parse(document), mode: 'run', breakpoints: [], input: {}, startedBy: 'test', ...start }, { emit, signal: abort.signal });
  return { events, traces, secrets, last: events.at(-1) };
}

/** The demo's connections, with a trace file for some of them. */
const tracing = (wanted: (key: string) => boolean) => async (): Promise<Record<string, Connection>> => {
  const all = Object.entries(await connectionsForRun(folder, demo));
  return Object.fromEntries(all.map(([key, connection]) => [key, { ...connection, traceEws: wanted(key) }]));
};

describe('a run in its worker', () => {
  test('tells everything in order and ends', async () => {
    await demo.reset();
    const { events, last, traces } = await runSample();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(last).toMatchObject({ type: 'runFinished', status: 'success' });
    const named = events.flatMap((event) => (event.type === 'exchangeRequest' ? [event.trace] : []));
    expect(named.length).toBeGreaterThan(2);
    expect(traces.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
    expect(traces.every(({ run }) => run === last?.run)).toBe(true);
  });

  test('asks once for the password of each connection it uses, and no trace holds it', async () => {
    await demo.reset();
    const { secrets, traces } = await runSample();
    expect(secrets.toSorted()).toEqual(['demo-mail-items', 'demo-mailbox']);
    const password = demo.password() ?? '';
    const encoded = Buffer.from(`CONTOSO\\helpdesk:${password}`).toString('base64');
    expect(password).not.toBe('');
    expect(JSON.stringify(traces)).not.toContain(password);
    expect(JSON.stringify(traces)).not.toContain(encoded);
  });

  test('a password that is not there fails the activity and says what to do', async () => {
    const { events, last } = await runSample({ parts: { secret: async () => undefined } });
    const failed = events.find((event) => event.type === 'activityFinished' && event.outcome === 'failed');
    expect(failed).toMatchObject({ error: { code: 'secret.missing', details: { variable: expect.stringMatching(/^EXCHANGE_RUNBOOK_SECRET_DEMO_MAIL/) } } });
    expect(last).toMatchObject({ type: 'runFinished', status: 'failed' });
  });

  test('steps when it is told to', async () => {
    await demo.reset();
    let pauses = 0;
    const { last } = await runSample({
      mode: 'step',
      onEvent(event, runs) {
        if (event.type !== 'paused') return;
        pauses += 1;
        runs.command(event.run, { type: pauses < 3 ? 'step' : 'continue' });
      },
    });
    expect(pauses).toBeGreaterThanOrEqual(3);
    expect(last).toMatchObject({ status: 'success' });
  });

  test('stops while it is paused', async () => {
    const { last, events } = await runSample({ mode: 'step', onEvent: (event, _runs, abort) => event.type === 'paused' && abort.abort() });
    expect(last).toMatchObject({ type: 'runFinished', status: 'cancelled' });
    // It had not begun: nothing was done that had to be cut off.
    expect(events.filter(({ type }) => type === 'activityFinished')).toMatchObject([{ outcome: 'skipped' }]);
  });

  test('stops while the server does not answer', async () => {
    await demo.reset();
    await demo.setFault('hang');
    const { last, events } = await runSample({
      // The input of an activity with a connection is complete: its request is next, and it hangs.
      onEvent: (event, _runs, abort) => event.type === 'inputResolved' && event.activity !== 'initialize-data' && abort.abort(),
    });
    await demo.setFault('none');
    expect(last).toMatchObject({ type: 'runFinished', status: 'cancelled' });
    expect(events.filter((event) => event.type === 'activityFinished' && event.outcome === 'cancelled').length).toBeGreaterThan(0);
  });

  test('writes the trace file of the pack where a connection asks for it, with nothing secret in it', async () => {
    await demo.reset();
    await using logs = await scratchFolder();
    await runSample({ parts: { connections: tracing((key) => key === 'demo-mail-items'), logFolder: async () => logs.path } });
    const files = await readdir(logs.path);
    expect(files).toEqual([expect.stringMatching(/\.ews-trace\.xml\.log$/)]);
    const text = await readFile(`${logs.path}/${files[0]}`, 'utf8');
    expect(text).toContain('<Trace Tag="EwsRequest"');
    expect(text).not.toContain(demo.password());
  });

  test('a trace file that cannot be written is a warning, not a failure', async () => {
    await demo.reset();
    const warnings: string[] = [];
    const parts = {
      connections: tracing(() => true),
      logFolder: async () => `${scratch.path}/workspace.yaml/below`,
      warned: (error: { what: string }) => void warnings.push(error.what),
    };
    const { last } = await runSample({ parts });
    expect(last).toMatchObject({ status: 'success' });
    expect(warnings.length).toBeGreaterThan(0);
  });
});

describe('a connection test in its worker', () => {
  async function check(password: string | undefined): Promise<CheckEvent[]> {
    const events: CheckEvent[] = [];
    const jobs = new ConnectionJobs({ workerFile: entries.runWorker, userAgent: 'test', traced: () => undefined, warned: () => undefined });
    const connection = (await connectionsForRun(folder, demo))['demo-mailbox'];
    if (connection === undefined) throw new Error('The demo has no demo-mailbox.');
    const sink = { emit: (event: CheckEvent) => void events.push(event), signal: new AbortController().signal };
    await jobs.check({ key: 'demo-mailbox', connection, secret: async () => password, token: nobody }, sink);
    return events;
  }

  test('passes against the demo', async () => {
    expect((await check(demo.password())).at(-1)).toMatchObject({ type: 'finished', ok: true });
  });

  test('names the stage where a wrong password fails', async () => {
    const events = await check('made-up-and-wrong');
    expect(events.find((event) => event.type === 'stageFailed')).toMatchObject({
      stage: 'signIn',
      error: { fix: expect.arrayContaining([expect.any(String)]) },
    });
    expect(events.at(-1)).toMatchObject({ type: 'finished', ok: false });
  });
});

test('the value of an encrypted variable reaches the server, and neither events, traces nor trace files', async () => {
  await using logs = await scratchFolder();
  const secret = `Sesame & "2026" <${Math.random().toString(36).slice(2)}>`;
  const shared = { ...noGlobals, variables: { Key: Variable.parse({ encrypted: true }) } };
  const document = Runbook.parse({
    name: 'Secrets',
    activities: {
      send: {
        type: 'exchange.createAndSendEmail',
        name: 'Send',
        connection: 'demo-mailbox',
        properties: { to: 'ana@contoso.test', subject: '{{variables.Key}}', body: "[Upper('{{variables.Key}}')]" },
      },
      find: {
        type: 'exchange.getItem',
        name: 'Find',
        connection: 'demo-mail-items',
        properties: { searchFolder: 'SentItems' },
        filters: [{ field: 'Subject', operator: 'equals', value: '{{variables.Key}}' }],
      },
      compare: { type: 'utilities.compareValues', name: 'Compare', properties: { leftText: '{{find.Subject}}', rightText: '{{variables.Key}}' } },
    },
    links: [
      { from: 'send', to: 'find' },
      { from: 'find', to: 'compare' },
    ],
  });
  const connections = async (): Promise<Record<string, Connection>> => {
    const all = await connectionsForRun(folder, demo);
    return Object.fromEntries(Object.entries(all).map(([key, connection]) => [key, { ...connection, traceEws: true }]));
  };
  const parts = { connections, logFolder: async () => logs.path, globals: { read: async () => shared, variable: async () => secret, count: async () => 0 } };
  const { events, traces, last } = await runSample({ document, parts });
  expect(last).toMatchObject({ type: 'runFinished', status: 'success' });
  // It was sent and found, so it did reach the server.
  const compared = events.find((event) => event.type === 'activityPublished' && event.activity === 'compare');
  expect(compared).toMatchObject({ values: { 'Comparison result': 'True', 'Left operand': '•••••••', 'Right operand': '•••••••' } });
  const files = (await Promise.all((await readdir(logs.path)).map((name) => readFile(join(logs.path, name), 'utf8')))).join('');
  expect(files.length).toBeGreaterThan(1000);
  const core = /<([a-z0-9]+)>/.exec(secret)?.[1] ?? '';
  for (const told of [JSON.stringify(events), JSON.stringify(traces), files]) {
    expect(told.length).toBeGreaterThan(1000);
    expect(told).not.toContain(core);
    expect(told).not.toContain(core.toUpperCase());
  }
});
