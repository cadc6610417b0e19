import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportTraces } from '../../../electron/traces/exportTraces.ts';
import { TraceFiles } from '../../../electron/traces/traceFiles.ts';
import type { TraceRecord, TraceSummary } from '../../../shared/trace/record.ts';
import { soapeBlocks } from '../../../shared/trace/soapeFile.ts';
import { traceRecord } from '../../fixtures/traceRecords.ts';
import { scratchFolder } from '../scratch.ts';

const soape = resolve(import.meta.dirname, '../../fixtures/traces/soape.log');
const never = new AbortController().signal;

async function readAll(...paths: string[]): Promise<{ files: TraceFiles; summaries: TraceSummary[] }> {
  const files = await TraceFiles.open(paths);
  const summaries: TraceSummary[] = [];
  for await (const ready of files.read(never, () => undefined)) summaries.push(...ready);
  return { files, summaries };
}

const found = async (files: TraceFiles, text: string): Promise<string[]> => {
  const ids: string[] = [];
  for await (const id of files.search(text, never, () => undefined)) ids.push(id);
  return ids;
};

async function* inTurn(records: readonly TraceRecord[]): AsyncGenerator<TraceRecord> {
  yield* records;
}

describe('a log of SOAPe', () => {
  test('is read as pairs, with what each amounted to, in the order of the requests', async () => {
    const { summaries } = await readAll(soape);
    expect(summaries).toMatchObject([
      { operation: 'GetFolder', status: 200, durationMs: 2000, startedAt: '2014-10-20T01:42:33.000Z', url: 'https://mail.contoso.test/EWS/Exchange.asmx', requestId: '8f4c1a52-0001', result: { class: 'error', code: 'ErrorItemNotFound', text: 'Der Ordner für Zürich fehlt.' } },
      { operation: 'FindItem', result: { class: 'none' } },
      { operation: 'SendItem', impersonated: 'jürgen@contoso.test', result: { class: 'success', code: 'NoError' } },
    ]);
  });

  test('shows a pair in full, with the secrets that the other tool left in masked', async () => {
    const { files } = await readAll(soape);
    const record = files.record('1');
    expect(record.request.headers).toContainEqual(['Authorization', 'Basic ••••••• (masked)']);
    expect(record.response?.body).toContain('Der Ordner für Zürich fehlt.');
    expect(files.record('2').response).toBeUndefined();
  });

  test('is searched without regard to case, beyond ASCII too', async () => {
    const { files } = await readAll(soape);
    expect(await found(files, 'ZÜRICH')).toEqual(['1']);
    expect(await found(files, 'senditem')).toEqual(['3']);
    expect(await found(files, 'nowhere')).toEqual([]);
  });
});

describe('files of this app', () => {
  test('come back as they were written, durations included', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'export.ews-trace.xml.log');
    const failing = traceRecord(2, { status: 500, result: { class: 'error', code: 'HTTP 500' }, response: { headers: [], body: '<html> & </Trace>', bytes: 17 } });
    const { response: _none, status: _gone, ...silent } = traceRecord(3, { result: { class: 'none', code: 'no answer' } });
    const records = [traceRecord(1), failing, silent];
    expect(await exportTraces(inTurn(records), { path, content: 'content', signal: never, progress: () => undefined })).toBe(3);
    const { files, summaries } = await readAll(path);
    expect(summaries.map(({ durationMs, result }) => [durationMs, result.code])).toEqual([[84, 'NoError'], [84, 'HTTP 500'], [0, 'no answer']]);
    expect(files.record('1')).toMatchObject({ request: traceRecord(1).request, response: traceRecord(1).response, startedAt: traceRecord(1).startedAt });
    expect(files.record('2').response?.body).toBe('<html> & </Trace>');
  });

  test('are read across the borders of what is read at once, also a block that is longer', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'large.log');
    const attachment = 'QUJD'.repeat(2_500_000);
    const large = traceRecord(2);
    const records = [...Array.from({ length: 4000 }, (_, number) => traceRecord(number)), { ...large, response: { headers: [], body: `<a>${attachment}</a>`, bytes: 1 } }, traceRecord(5)];
    await writeFile(path, records.map((record, index) => soapeBlocks({ ...record, id: String(index) })).join(''));
    const { files, summaries } = await readAll(path);
    expect(summaries).toHaveLength(4002);
    expect(summaries.filter(({ result }) => result.class === 'success')).toHaveLength(4001);
    expect(files.record('4001').response?.body).toHaveLength(attachment.length + 7);
    expect(files.record('4002').response?.body).toBe(traceRecord(5).response?.body);
  });

  test('do not hold the rows behind a request without an answer back', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'silent.log');
    const { response: _none, ...silent } = traceRecord(0);
    await writeFile(path, [silent, ...Array.from({ length: 150 }, (_, number) => traceRecord(number + 1))].map(soapeText).join(''));
    const files = await TraceFiles.open([path]);
    const counts: number[] = [];
    for await (const ready of files.read(never, () => undefined)) counts.push(ready.length);
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(151);
  });

  test('of a folder are read together, in the order of their names', async () => {
    await using scratch = await scratchFolder();
    await mkdir(join(scratch.path, 'inner'));
    for (const [name, number] of [['b.ews-trace.xml.log', 2], ['a.ews-trace.xml.log', 1], ['notes.txt', 3]] as const) await writeFile(join(scratch.path, name), soapeText(traceRecord(number)));
    const { summaries } = await readAll(scratch.path);
    expect(summaries.map(({ requestId }) => requestId)).toEqual(['c-1', 'c-2']);
  });
});

const soapeText = (record: TraceRecord): string => soapeBlocks(record);

describe('what cannot be read', () => {
  test('says so: no traces, no file, and a stop', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'other.log');
    await writeFile(path, '<html>not a trace</html>');
    await expect(readAll(path)).rejects.toMatchObject({ data: { code: 'trace.notATraceFile' } });
    await expect(TraceFiles.open([join(scratch.path, 'gone.log')])).rejects.toMatchObject({ data: { code: 'file.notFound' } });
    const stop = new AbortController();
    stop.abort();
    const files = await TraceFiles.open([soape]);
    const seen: string[] = [];
    await expect(async () => {
      for await (const ready of files.read(stop.signal, () => undefined)) seen.push(...ready.map(({ id }) => id));
    }).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('an export that is stopped leaves the file that was there', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'kept.log');
    await writeFile(path, 'before');
    const stop = new AbortController();
    const exporting = exportTraces(inTurn([traceRecord(1), traceRecord(2)]), { path, content: 'content', signal: stop.signal, progress: () => stop.abort() });
    await expect(exporting).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readFile(path, 'utf8')).toBe('before');
    expect(await readdir(scratch.path)).toEqual(['kept.log']);
  });

  test('an export is for its owner only, and a folder that does not exist is named', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'mine.log');
    await exportTraces(inTurn([traceRecord(1)]), { path, content: 'placeholders', signal: never, progress: () => undefined });
    // Windows keeps no such bits.
    expect(process.platform === 'win32' ? 0o600 : (await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).not.toMatch(/Printer|ana@/);
    await expect(exportTraces([], { path: join(scratch.path, 'no', 'x.log'), content: 'content', signal: never, progress: () => undefined })).rejects.toMatchObject({ data: { code: 'file.unwritable' } });
  });
});
