import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTraceFiles } from '../../../electron/traces/openTraceFiles.ts';
import type { TraceExportEvent, TraceSearchEvent } from '../../../shared/trace/traceFile.ts';
import { soapeBlocks } from '../../../shared/trace/soapeFile.ts';
import { traceRecord } from '../../fixtures/traceRecords.ts';
import { builtEntries } from '../built.ts';
import { scratchFolder } from '../scratch.ts';

let worker = '';
beforeAll(async () => {
  ({ traceFileWorker: worker } = await builtEntries());
}, 120_000);

type Opened = ReturnType<typeof openTraceFiles>;

/** Opens files and waits until all is read. */
async function opened(path: string): Promise<Opened & { readonly events: string[]; [Symbol.asyncDispose](): Promise<void> }> {
  const events: string[] = [];
  let files: Opened | undefined;
  await new Promise<void>((done, refuse) => {
    files = openTraceFiles(worker, [path], (event) => {
      events.push(event.type === 'pairs' ? `${event.summaries.length} pairs` : event.type);
      if (event.type === 'read') done();
    });
    files.failed.catch(refuse);
  });
  const source = files ?? expect.fail();
  return { ...source, events, [Symbol.asyncDispose]: () => source.close() };
}

async function fileOf(folder: string, count: number): Promise<string> {
  const path = join(folder, 'traces.log');
  await writeFile(path, Array.from({ length: count }, (_, number) => soapeBlocks({ ...traceRecord(number), id: String(number) })).join(''));
  return path;
}

describe('trace files in a worker', () => {
  test('tell their pairs in batches, the first ones soon, and answer for each pair', async () => {
    await using scratch = await scratchFolder();
    await using files = await opened(await fileOf(scratch.path, 1200));
    expect(files.events[0]).toBe('opened');
    expect(files.events.find((event) => event.endsWith('pairs'))).toBe('50 pairs');
    expect(files.events.at(-1)).toBe('read');
    expect((await files.read('1200')).response?.body).toContain('Printer 1199');
    await expect(files.read('1201')).rejects.toMatchObject({ data: { code: 'trace.gone' } });
  });

  test('are searched and exported, and stop when told to', async () => {
    await using scratch = await scratchFolder();
    await using files = await opened(await fileOf(scratch.path, 300));
    const found: string[] = [];
    await files.search('printer 7 ', new AbortController().signal, (event: TraceSearchEvent) => found.push(...event.found));
    expect(found).toEqual(['8']);
    await files.search('Printer 299', new AbortController().signal, (event) => found.push(...event.found));
    expect(found).toEqual(['8', '300']);
    const written: TraceExportEvent[] = [];
    const path = join(scratch.path, 'out.log');
    await files.export({ ids: ['1', '300'], path, content: 'content' }, new AbortController().signal, (event) => written.push(event));
    expect(written.at(-1)).toEqual({ type: 'written', path, pairs: 2 });
    const stop = new AbortController();
    stop.abort();
    await expect(files.export({ ids: undefined, path: join(scratch.path, 'stopped.log'), content: 'content' }, stop.signal, () => undefined)).rejects.toMatchObject({ data: { code: 'app.cancelled' } });
  });

  test('that cannot be opened say why', async () => {
    await using scratch = await scratchFolder();
    await expect(opened(join(scratch.path, 'gone.log'))).rejects.toMatchObject({ data: { code: 'file.notFound' } });
  });

  test('end what is under way when they are closed', async () => {
    await using scratch = await scratchFolder();
    await using files = await opened(await fileOf(scratch.path, 50));
    const reading = files.read('1');
    await files.close();
    await expect(Promise.race([reading, files.failed])).rejects.toMatchObject({ data: { kind: 'cancelled' } });
  });
});
