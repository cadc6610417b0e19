import { appendFile, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { History } from '../../../electron/runs/history.ts';
import { exportRun } from '../../../electron/runs/historyExport.ts';
import { runFileName } from '../../../electron/runs/historyFiles.ts';
import { recordRun } from '../../../electron/runs/runRecorder.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import type { HistoryChange, RunPart } from '../../../shared/history/historyEvents.ts';
import type { Retention } from '../../../shared/history/retention.ts';
import { historyFormatVersion, type RunHeader } from '../../../shared/history/runHeader.ts';
import type { RunSummary } from '../../../shared/history/runSummary.ts';
import { recordedEvents, recordedHeader, recordedRunbook, recordedText } from '../../fixtures/recordedRuns.ts';
import { scratchFolder } from '../scratch.ts';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let folder = '';
beforeEach(async () => {
  scratch = await scratchFolder();
  folder = join(scratch.path, 'history');
});
afterEach(() => scratch[Symbol.asyncDispose]());

const start = { key: 'triage', document: recordedRunbook, mode: 'run', breakpoints: [], input: {}, startedBy: 'test' } as const;

function historyOf(retention: Partial<Retention> = {}, now?: number): History {
  return new History({
    folder,
    version: '0.1.0',
    workspace: () => ({ id: 'w', name: 'Help desk', demo: false }),
    retention: async () => ({ days: 36_500, megabytes: 500, ...retention }),
    warned: (error) => expect.fail(error.what),
    ...(now === undefined ? {} : { now: () => now }),
  });
}

/** Writes a run's file as another process would have left it. */
async function leave(header: Partial<RunHeader>, text: (header: RunHeader) => string): Promise<string> {
  const whole = recordedHeader(header);
  await mkdir(folder, { recursive: true });
  const file = join(folder, runFileName(whole.run, Date.parse(whole.at)));
  await writeFile(file, text(whole));
  return file;
}
const ended = (result: 'success' | 'failed') => (header: RunHeader) => recordedText(header, recordedEvents(result, header.run, header.at));
const cut = (header: RunHeader): string => recordedText(header, recordedEvents('success', header.run, header.at).slice(0, 8));

/** The runs as a follower sees them now. */
function shown(history: History): RunSummary[] {
  const runs: RunSummary[] = [];
  history.follow((change) => void runs.push(...change.runs))();
  return runs;
}

async function read(history: History, run: string): Promise<{ header: RunHeader | undefined; events: RunEvent[] }> {
  const parts: RunPart[] = [];
  await history.open(run, { emit: (part) => void parts.push(part), signal: new AbortController().signal });
  const [first] = parts;
  return { header: first?.kind === 'header' ? first.header : undefined, events: parts.flatMap((part) => (part.kind === 'events' ? part.events : [])) };
}

describe('recording', () => {
  test('a run is in its file as it happened, readable by its owner only', async () => {
    const history = historyOf();
    const recording = history.begin('run-1', start, {});
    const recorder = recordRun(recording, (error) => expect.fail(error.what));
    const events = recordedEvents('success');
    recorder.events([...events]);
    history.seen('run-1', events);
    await recorder.close();
    await history.ended('run-1', undefined);
    expect(await read(history, 'run-1')).toMatchObject({ header: { document: recordedRunbook, formatVersion: historyFormatVersion }, events });
    expect((await stat(recording.file)).mode & 0o777).toBe(0o600);
  });

  test('followers see it begin and end', async () => {
    const history = historyOf();
    const changes: HistoryChange[] = [];
    history.follow((change) => void changes.push(change));
    const recorder = recordRun(history.begin('run-1', start, {}), (error) => expect.fail(error.what));
    recorder.events([...recordedEvents('failed')]);
    history.seen('run-1', recordedEvents('failed'));
    await recorder.close();
    await history.ended('run-1', undefined);
    expect(changes.flatMap(({ runs }) => runs.map(({ result }) => result))).toEqual(['running', 'failed']);
  });

  test('the end that a worker did not live to tell is added on a line of its own', async () => {
    const history = historyOf();
    const { file, header } = history.begin('run-1', start, {});
    await mkdir(folder, { recursive: true });
    await writeFile(file, `${recordedText(header, recordedEvents('success').slice(0, 3))}{"type":"activityPub`);
    const end: RunEvent = { type: 'runFinished', status: 'failed', durationMs: 5, seq: 4, at: '2026-11-23T10:00:01.000Z', run: 'run-1' };
    await history.ended('run-1', end);
    expect((await read(history, 'run-1')).events).toEqual([...recordedEvents('success').slice(0, 3), end]);
    expect(shown(history)).toMatchObject([{ result: 'failed' }]);
  });

  test('a worker that never began leaves a run that failed', async () => {
    const history = historyOf();
    history.begin('run-1', start, {});
    const end: RunEvent = { type: 'runFinished', status: 'failed', durationMs: 5, seq: 1, at: '2026-11-23T10:00:01.000Z', run: 'run-1' };
    await history.ended('run-1', end);
    expect(await read(history, 'run-1')).toMatchObject({ header: { run: 'run-1' }, events: [end] });
  });

  test('a folder that cannot be written is told once, and the run goes on', async () => {
    await mkdir(scratch.path, { recursive: true });
    await writeFile(folder, 'a file where the folder should be');
    const told: string[] = [];
    const recorder = recordRun({ file: join(folder, 'x.jsonl'), traceFile: join(folder, 'x.traces'), header: recordedHeader() }, (error) => void told.push(error.code));
    recorder.events([...recordedEvents('success')]);
    await recorder.room();
    await recorder.close();
    expect(told).toEqual(['history.unwritable']);
  });
});

describe('what other processes left', () => {
  test('newest first, with results', async () => {
    await leave({ run: 'old', at: '2026-11-20T10:00:00.000Z' }, ended('success'));
    await leave({ run: 'new', at: '2026-11-22T10:00:00.000Z', startedBy: 'commandLine' }, ended('failed'));
    const history = historyOf();
    await history.refresh();
    expect(shown(history)).toMatchObject([
      { run: 'new', result: 'failed', startedBy: 'commandLine', failed: { name: 'Reply' } },
      { run: 'old', result: 'success', items: 2 },
    ]);
  });

  test('a torn last line is left out, and a run without an end was interrupted', async () => {
    const file = await leave({ process: 2 ** 22 + 1 }, (header) => `${cut(header)}{"type":"activityFin`);
    const history = historyOf();
    await history.refresh();
    expect(shown(history)).toMatchObject([{ result: 'interrupted', executions: 1 }]);
    expect((await read(history, 'run-1')).events).toHaveLength(8);
    expect(await readFile(file, 'utf8')).toMatch(/activityFin$/);
  });

  test('a run whose process lives and has touched its file goes on; one that was not touched for long does not', async () => {
    const file = await leave({ process: process.pid }, cut);
    const history = historyOf();
    await history.refresh();
    expect(shown(history)).toMatchObject([{ result: 'running' }]);
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(file, longAgo, longAgo);
    await history.refresh();
    expect(shown(history)).toMatchObject([{ result: 'interrupted' }]);
  });

  test('a run that ends later shows how', async () => {
    await leave({ process: process.pid }, cut);
    const history = historyOf();
    await history.refresh();
    const file = await leave({}, ended('success'));
    await history.refresh();
    expect(shown(history)).toMatchObject([{ result: 'success' }]);
    await rm(file);
    await history.refresh();
    expect(shown(history)).toEqual([]);
  });

  test('files that are no runs, and runs of a later version, are left alone', async () => {
    await leave({ run: 'later', formatVersion: historyFormatVersion + 1 }, ended('success'));
    await leave({ run: 'broken' }, () => 'no json');
    await leave({ run: 'empty' }, () => '');
    await writeFile(join(folder, 'notes.txt'), 'mine');
    const history = historyOf();
    await history.tidy();
    expect(shown(history)).toEqual([]);
    expect(await readdir(folder)).toContain('notes.txt');
  });
});

describe('the index', () => {
  test('saves reading runs again, and is made again from the files', async () => {
    await leave({}, ended('success'));
    await historyOf().refresh();
    const index = join(folder, 'index.jsonl');
    const first = await readFile(index, 'utf8');
    // A summary that only the index holds: it was believed, because the file has the size that it names.
    await writeFile(index, first.replace('"runbook":"Triage"', '"runbook":"From the index"'));
    const again = historyOf();
    await again.refresh();
    expect(shown(again)).toMatchObject([{ runbook: 'From the index' }]);
    await rm(index);
    const rebuilt = historyOf();
    await rebuilt.refresh();
    expect(shown(rebuilt)).toMatchObject([{ runbook: 'Triage' }]);
    expect(await readFile(index, 'utf8')).toBe(first);
  });

  test('a torn line and a file that grew cost another reading, nothing else', async () => {
    const file = await leave({ process: 2 ** 22 + 1 }, cut);
    await historyOf().refresh();
    await appendFile(join(folder, 'index.jsonl'), '{"name":"2026');
    await writeFile(file, recordedText(recordedHeader(), recordedEvents('success')));
    const history = historyOf();
    await history.refresh();
    expect(shown(history)).toMatchObject([{ result: 'success' }]);
    const again = historyOf();
    await again.refresh();
    expect(shown(again)).toMatchObject([{ result: 'success' }]);
  });

  test('two processes that record at the same time see each other', async () => {
    const [app, commandLine] = [historyOf(), historyOf()];
    await Promise.all(
      [app, commandLine].map(async (history, index) => {
        const run = `run-${index}`;
        const recorder = recordRun(history.begin(run, start, {}), (error) => expect.fail(error.what));
        const events = recordedEvents('success', run);
        recorder.events([...events]);
        history.seen(run, events);
        await recorder.close();
        await history.ended(run, undefined);
      }),
    );
    for (const history of [app, commandLine, historyOf()]) {
      await history.refresh();
      expect(shown(history).map(({ run, result }) => `${run} ${result}`).toSorted()).toEqual(['run-0 success', 'run-1 success']);
    }
  });
});

describe('keeping and removing', () => {
  test('what is too old goes at the start, what is too much after a run, and never a run that goes on', async () => {
    const now = Date.parse('2026-11-23T12:00:00Z');
    await leave({ run: 'old', at: '2026-08-01T10:00:00.000Z' }, ended('success'));
    await leave({ run: 'going', at: '2026-07-01T10:00:00.000Z', process: process.pid }, cut);
    await leave({ run: 'new', at: '2026-11-22T10:00:00.000Z' }, ended('success'));
    const history = historyOf({ days: 90 }, now);
    await history.tidy();
    expect(shown(history).map(({ run }) => run)).toEqual(['new', 'going']);
    expect((await readdir(folder)).filter((name) => name.includes('old'))).toEqual([]);
    const small = historyOf({ megabytes: 0 }, now);
    await small.tidy();
    expect(shown(small).map(({ run }) => run)).toEqual(['going']);
  });

  test('a removed run can be brought back until the next start', async () => {
    await leave({ run: 'one', at: '2026-11-22T10:00:00.000Z' }, ended('success'));
    await leave({ run: 'two', at: '2026-11-21T10:00:00.000Z' }, ended('failed'));
    const history = historyOf();
    await history.refresh();
    await history.remove(['one']);
    expect(shown(history).map(({ run }) => run)).toEqual(['two']);
    await expect(history.open('one', { emit: () => undefined, signal: new AbortController().signal })).rejects.toMatchObject({ data: { code: 'history.notFound' } });
    await history.restore(['one']);
    expect(shown(history).map(({ run }) => run)).toEqual(['one', 'two']);
    await history.remove(['one']);
    const next = historyOf();
    await next.tidy();
    await next.restore(['one']);
    expect(shown(next).map(({ run }) => run)).toEqual(['two']);
  });

  test('a run that goes on cannot be removed', async () => {
    await leave({ process: process.pid }, cut);
    const history = historyOf();
    await history.refresh();
    await expect(history.remove(['run-1'])).rejects.toMatchObject({ data: { code: 'history.going', what: 'The run of Triage goes on and cannot be deleted.' } });
  });
});

describe('reading and exporting', () => {
  test('a reader that goes away ends the reading', async () => {
    await leave({}, (header) => recordedText(header, Array.from({ length: 400 }, () => recordedEvents('success')).flat()));
    const history = historyOf();
    await history.refresh();
    const abort = new AbortController();
    const parts: RunPart[] = [];
    await history.open('run-1', {
      emit(part) {
        parts.push(part);
        if (part.kind === 'events') abort.abort();
      },
      signal: abort.signal,
    });
    expect(parts.map(({ kind }) => kind)).toEqual(['header', 'events']);
  });

  test('the page tells the run, and the lines are those of its file', async () => {
    const file = await leave({}, ended('failed'));
    const history = historyOf();
    await history.refresh();
    const [page, lines] = [join(scratch.path, 'report.html'), join(scratch.path, 'report.jsonl')];
    await exportRun(history, 'run-1', { format: 'html', requests: 'none' }, page);
    await exportRun(history, 'run-1', { format: 'jsonl', requests: 'none' }, lines);
    expect(await readFile(page, 'utf8')).toContain('Failed in Reply');
    expect(await readFile(lines, 'utf8')).toBe(await readFile(file, 'utf8'));
    await expect(exportRun(history, 'run-1', { format: 'jsonl', requests: 'none' }, join(scratch.path, 'missing', 'x'))).rejects.toMatchObject({ data: { code: 'file.unwritable' } });
  });
});
