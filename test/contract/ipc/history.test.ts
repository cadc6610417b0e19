import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { runFileName } from '../../../electron/runs/historyFiles.ts';
import { createDispatch } from '../../../electron/ipc/dispatch.ts';
import type { HistoryChange } from '../../../shared/history/historyEvents.ts';
import { summaryOf } from '../../../shared/trace/record.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { recordedEvents, recordedHeader, recordedText } from '../../fixtures/recordedRuns.ts';
import { traceRecord } from '../../fixtures/traceRecords.ts';
import { FakePort, window } from './doors.ts';
import { testApp, type TestApp } from './parts.ts';

/** A run that another process has recorded. */
async function leaveRun(app: TestApp, run = 'run-1'): Promise<void> {
  const header = recordedHeader({ run });
  await mkdir(app.parts.history.folder, { recursive: true });
  await writeFile(join(app.parts.history.folder, runFileName(run, Date.parse(header.at))), recordedText(header, recordedEvents('failed', run)));
}

/** Follows the history until it has told what is waited for, and answers everything it told. */
async function follow(app: TestApp, enough: (told: readonly HistoryChange[]) => boolean, meanwhile: () => void | Promise<void> = () => undefined): Promise<HistoryChange[]> {
  const abort = new AbortController();
  const told: HistoryChange[] = [];
  await app.handlers.history.watch(undefined, {
    emit(change) {
      told.push(change);
      if (told.length === 1) void meanwhile();
      if (enough(told)) abort.abort();
    },
    signal: abort.signal,
  });
  return told;
}
const runsIn = (told: readonly HistoryChange[]): string[] => told.flatMap(({ runs }) => runs.map(({ run, result }) => `${run} ${result}`));

test('a follower is told of the runs there are, and of those that another process adds', async () => {
  await using app = await testApp();
  await leaveRun(app);
  const told = await follow(app, (all) => runsIn(all).length === 2, () => leaveRun(app, 'run-2'));
  expect(runsIn(told)).toEqual(['run-1 failed', 'run-2 failed']);
});

test('a run crosses the door as its header and then its events', async () => {
  await using app = await testApp();
  await leaveRun(app);
  await app.parts.history.refresh();
  const defects: unknown[] = [];
  const dispatch = createDispatch({ contract, handlers: app.handlers, trusted: () => true, checkOutputs: true, defect: (thrown) => `R${defects.push(thrown)}` });
  const port = new FakePort();
  await dispatch.open(window, { domain: 'history', name: 'open', input: { run: 'run-1' } }, port);
  expect(defects).toEqual([]);
  expect(port.events()).toMatchObject([
    { kind: 'header', header: { document: { name: 'Triage' } }, summary: { result: 'failed' } },
    { kind: 'events', events: recordedEvents('failed') },
  ]);
  expect(port.end()).toEqual({ ok: true });
});

test('the requests of a run cross the door as they are found, and whole when they are asked for', async () => {
  await using app = await testApp();
  await leaveRun(app);
  await app.parts.history.refresh();
  await writeFile(app.parts.history.traceFileOf('run-1'), `${JSON.stringify(traceRecord(1))}\n`);
  const defects: unknown[] = [];
  const dispatch = createDispatch({ contract, handlers: app.handlers, trusted: () => true, checkOutputs: true, defect: (thrown) => `R${defects.push(thrown)}` });
  const port = new FakePort();
  const open = dispatch.open(window, { domain: 'traces', name: 'openRun', input: { run: 'run-1' } }, port);
  await vi.waitFor(() => expect(port.events().at(-1)).toEqual({ type: 'read', pairs: 1 }), { timeout: 15_000 });
  expect(port.events()).toContainEqual({ type: 'pairs', summaries: [summaryOf(traceRecord(1))] });
  const [opened] = port.events();
  const file = typeof opened === 'object' && opened !== null && 'file' in opened ? String(opened.file) : expect.fail();
  expect(await app.handlers.traces.read({ id: 'r1', file })).toEqual(traceRecord(1));
  port.cancel();
  await open;
  await expect(async () => app.handlers.traces.read({ id: 'r1', file })).rejects.toMatchObject({ data: { code: 'trace.gone' } });
  expect(defects).toEqual([]);
});

test('a run that is gone is said so', async () => {
  await using app = await testApp();
  const sink = { emit: () => undefined, signal: new AbortController().signal };
  await expect(async () => app.handlers.history.open({ run: 'nothing' }, sink)).rejects.toMatchObject({ data: { code: 'history.notFound' } });
  await expect(async () => app.handlers.history.export({ run: 'nothing', format: 'html', requests: 'none' })).rejects.toMatchObject({ data: { code: 'history.notFound' } });
});

test('removing is taken back by restoring, and followers hear of both', async () => {
  await using app = await testApp();
  await leaveRun(app);
  const told = await follow(
    app,
    (all) => all.some(({ removed }) => removed.length > 0) && runsIn(all).length === 2,
    async () => {
      await app.handlers.history.remove({ runs: ['run-1'] });
      await app.handlers.history.restore({ runs: ['run-1'] });
    },
  );
  expect(told.flatMap(({ removed }) => removed)).toEqual(['run-1']);
});

test('an export goes where the person says, and nowhere when they cancel', async () => {
  await using app = await testApp();
  await leaveRun(app);
  await app.parts.history.refresh();
  expect(await app.handlers.history.export({ run: 'run-1', format: 'html', requests: 'none' })).toEqual({ file: null });
  const file = join(app.folder, 'report.html');
  app.chooseNext(file);
  expect(await app.handlers.history.export({ run: 'run-1', format: 'html', requests: 'none' })).toEqual({ file });
  expect(await readFile(file, 'utf8')).toContain('Failed in Reply');
});
