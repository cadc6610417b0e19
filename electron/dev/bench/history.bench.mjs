import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { median } from './median.mjs';

const runs = 3;
const wanted = Number(process.env.BENCH_EVENTS ?? 100_000);
const at = Date.UTC(2026, 10, 23);
const values = { Subject: 'Printer on fire', From: 'ana@contoso.com', Received: '2026-11-23T10:00:00Z', ID: 'x'.repeat(120), Body: 'y'.repeat(400) };

/** The events of a run in which one activity works on very many items: five events for each. */
function longRun() {
  const events = [];
  const add = (body) => events.push({ ...body, seq: events.length + 1, at: new Date(at + events.length * 3).toISOString(), run: 'bench' });
  add({ type: 'runStarted', runbook: 'Bench', order: 'activity by activity', startedBy: 'test', input: {}, names: { reply: 'Reply' } });
  for (let item = 1; events.length < wanted - 1; item += 1) {
    const one = { execution: `e${item}`, activity: 'reply', item, items: wanted / 5 };
    add({ type: 'activityQueued', ...one });
    add({ type: 'activityStarted', ...one });
    add({ type: 'inputResolved', ...one, inputs: [{ key: 'id', label: 'ID', design: '{{find.ID}}', value: values.ID }] });
    add({ type: 'activityPublished', ...one, row: 1, values });
    add({ type: 'activityFinished', ...one, outcome: 'success', durationMs: 1, rows: 1, common: { 'Activity Status': 'success' } });
  }
  add({ type: 'runFinished', status: 'success', durationMs: events.length * 3 });
  return events;
}

async function modules() {
  const built = await bundle('bench-history', { history: 'electron/runs/history.ts', recorder: 'electron/runs/runRecorder.ts', replay: 'shared/history/replay.ts', runbook: 'shared/runbook/runbook.ts' });
  return Promise.all(Object.values(built).map((address) => import(address)));
}

/**
 * A run of 100,000 events is recorded, read again and scrubbed through. The floor for recording and reading is what JSON alone needs for the same
 * events; for a seek it is folding the whole run anew. BENCH_EVENTS changes their number.
 */
export async function* measures() {
  const [{ History }, { recordRun }, { Replay }, { Runbook }] = await modules();
  const scratch = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const events = longRun();
    const taken = { recorded: [], written: [], first: [], read: [], parsed: [], seek: [], folded: [], memory: [] };
    for (let run = 0; run < runs; run += 1) {
      const history = new History({ folder: join(scratch, String(run)), version: '', workspace: () => ({ id: '', name: '', demo: false }), retention: async () => ({ days: 36_500, megabytes: 100_000 }), warned: console.error });
      const recording = history.begin('bench', { key: '', document: Runbook.parse({ name: 'Bench' }), startedBy: 'test' }, {});
      const recorder = recordRun(recording, console.error);
      taken.recorded.push(await time(async () => {
        // As many as a run hands on at once.
        for (let at = 0; at < events.length; at += 512) {
          recorder.events(events.slice(at, at + 512));
          await recorder.room();
        }
      }));
      taken.written.push(await time(() => events.map((event) => JSON.stringify(event))));
      history.seen('bench', events);
      await recorder.close();
      await history.ended('bench', undefined);
      const text = readFileSync(recording.file, 'utf8');
      taken.parsed.push(await time(() => text.trim().split('\n').map((line) => JSON.parse(line))));
      globalThis.gc?.();
      const before = process.memoryUsage().heapUsed;
      const replay = new Replay();
      const began = performance.now();
      await history.open('bench', {
        emit(part) {
          if (part.kind !== 'events') return;
          if (replay.length === 0) taken.first.push(performance.now() - began);
          replay.append(part.events);
        },
        signal: new AbortController().signal,
      });
      taken.read.push(performance.now() - began);
      globalThis.gc?.();
      taken.memory.push((process.memoryUsage().heapUsed - before) / 1024 / 1024);
      if (replay.length !== events.length) throw new Error(`Only ${replay.length} of ${events.length} events were read.`);
      const places = Array.from({ length: 101 }, (_, index) => (index * 7919) % replay.length);
      const seeks = [];
      for (const place of places) seeks.push(await time(() => replay.viewAt(place)));
      taken.seek.push(median(seeks));
      taken.folded.push(await time(() => new Replay().append(events)));
    }
    const count = events.length.toLocaleString('en-US');
    const measure = (name, unit, ours, floor, floorName) => ({ name, unit, ours: median(ours), against: { role: 'floor', name: floorName, value: median(floor) }, runs });
    yield measure(`recording ${count} events, in the worker of the run`, 'ms', taken.recorded, taken.written, 'JSON.stringify of each');
    yield measure('first events of a recorded run', 'ms', taken.first, taken.parsed, 'JSON.parse of all');
    yield measure('all events of a recorded run, read and folded', 'ms', taken.read, taken.parsed, 'JSON.parse of all');
    yield measure('going to any moment of the run', 'ms', taken.seek, taken.folded, 'folding the run anew');
    yield measure('memory of the open run, every moment of it', 'MB', taken.memory, [Buffer.byteLength(JSON.stringify(events)) / 1024 / 1024], 'its events as text');
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function time(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
