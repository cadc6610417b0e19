import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { History } from '../../../electron/runs/history.ts';
import { exportRun } from '../../../electron/runs/historyExport.ts';
import { eventsIn } from '../../../electron/runs/historyFiles.ts';
import { recordRun } from '../../../electron/runs/runRecorder.ts';
import type { ReportWish } from '../../../shared/history/historyEvents.ts';
import type { TraceRecord } from '../../../shared/trace/record.ts';
import { recordedEvents, recordedRunbook } from '../../fixtures/recordedRuns.ts';
import { traceRecord } from '../../fixtures/traceRecords.ts';
import { scratchFolder } from '../scratch.ts';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeEach(async () => {
  scratch = await scratchFolder();
});
afterEach(() => scratch[Symbol.asyncDispose]());

const events = recordedEvents('success');
const made = [traceRecord(1, { execution: 'e2' }), traceRecord(2, { result: { class: 'error', code: 'ErrorItemNotFound' } })];

/** Records a run with these requests, and answers what its export holds. */
async function exported(wish: ReportWish, traces: readonly TraceRecord[] = made): Promise<string> {
  const history = new History({ folder: join(scratch.path, 'history'), version: '', workspace: () => ({ id: 'w', name: 'Help desk', demo: true }), retention: async () => ({ days: 36_500, megabytes: 500 }), warned: (error) => expect.fail(error.what) });
  const recorder = recordRun(history.begin('run-1', { key: 'triage', document: recordedRunbook, mode: 'run', breakpoints: [], input: {}, startedBy: 'test' }, {}), (error) => expect.fail(error.what));
  recorder.events([...events]);
  for (const trace of traces) recorder.trace(trace);
  history.seen('run-1', events);
  await recorder.close();
  await history.ended('run-1', undefined);
  const target = join(scratch.path, 'export');
  await exportRun(history, 'run-1', wish, target);
  expect((await readdir(scratch.path)).toSorted()).toEqual(['export', 'history']);
  return readFile(target, 'utf8');
}
const requestsIn = (text: string): { readonly type?: string; readonly response?: { readonly body: string } }[] => text.trimEnd().split('\n').map((line) => JSON.parse(line)).filter(({ type }) => type === 'request');

test('lines hold the requests after the events where they are wanted, and stay readable as a run', async () => {
  const text = await exported({ format: 'jsonl', requests: 'content' });
  expect(requestsIn(text)).toEqual(made.map((record) => ({ type: 'request', ...record })));
  expect(eventsIn(text.split('\n'))).toEqual(events);
});

test('placeholders stand for what the mailbox holds, as in an export of traces', async () => {
  const [first] = requestsIn(await exported({ format: 'jsonl', requests: 'placeholders' }));
  expect(first?.response?.body).not.toMatch(/Printer|ana@contoso\.test|AAMk1=/);
  expect(first?.response?.body).toContain('<m:ResponseCode>NoError</m:ResponseCode>');
});

test('nothing of the requests is in an export without them', async () => {
  expect(requestsIn(await exported({ format: 'jsonl', requests: 'none' }))).toEqual([]);
  expect(await exported({ format: 'html', requests: 'none' })).not.toContain('Requests');
});

test('a page names each request after its activity, opens what failed, and runs nothing that stands in it', async () => {
  const page = await exported({ format: 'html', requests: 'content' });
  expect(page).toMatch(/<h2>Requests<\/h2>/);
  expect(page).toMatch(/<details><summary>2026-11-23T10:00:01\.120Z · GetItem · Reply · HTTP 200 · NoError · 84 ms<\/summary>/);
  expect(page).toMatch(/<details open><summary>[^<]*mail\.contoso\.test · HTTP 200 · ErrorItemNotFound/);
  expect(page).toContain('&lt;t:Subject&gt;Printer 1 &amp;amp; fire&lt;/t:Subject&gt;');
  expect(page).not.toContain('<t:Subject>');
});

test('a page says what it leaves out, and where nothing is kept', async () => {
  const body = 'x'.repeat(30_000);
  const many = Array.from({ length: 502 }, (_, index) => traceRecord(index, index === 0 ? { request: { headers: [], body, bytes: body.length } } : {}));
  const page = await exported({ format: 'html', requests: 'content' }, many);
  expect(page.match(/<h3>Request<\/h3>/g)).toHaveLength(500);
  expect(page).toContain('2 more requests left out here.');
  expect(page).toContain('The first 20,000 characters of 30,000.');
  expect(await stat(join(scratch.path, 'export')).then(({ size }) => size > 500_000)).toBe(true);
});

test('a run that made no requests says so', async () => {
  expect(await exported({ format: 'html', requests: 'placeholders' }, [])).toContain('No requests are kept with this run.');
});
