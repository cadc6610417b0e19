import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordRun } from '../../../electron/runs/runRecorder.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { recordedEvents, recordedHeader } from '../../fixtures/recordedRuns.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recorder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('an event is one line, whatever it holds', async () => {
  const file = join(folder, 'run.jsonl');
  const recorder = recordRun({ file, traceFile: join(folder, 'run.traces'), header: recordedHeader() }, (error) => expect.fail(error.what));
  const [first, ...others] = recordedEvents('success').map((event): RunEvent => ({ ...event }));
  const stamp = { at: '2026-11-23T10:00:00.000Z', run: 'run-1' };
  const odd: RunEvent = { seq: 2, ...stamp, type: 'message', level: 'information', text: 'a "},{"seq":1,"\n"}' };
  const nested: RunEvent = { seq: 3, ...stamp, type: 'childEvent', execution: 'e1', activity: 'find', event: odd };
  const numberFirst = [odd, nested, { ...odd, seq: 4 }];
  const events = [...(first === undefined ? [] : [first]), ...others];
  recorder.events(numberFirst);
  recorder.events(events);
  await recorder.close();
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n').slice(1);
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([...numberFirst, ...events]);
});
