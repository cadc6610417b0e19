import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { root } from '../paths.mjs';
import { median } from './median.mjs';

const runs = 5;
const megabytes = 200;
const pairBytes = 20_000;

/**
 * Opening a trace file of 200 MB in the built worker: the first rows, the whole list, a search through all messages, and how much more
 * memory this process has then. The floor is reading the same bytes and doing nothing with them; both come from the system's cache.
 */
export async function* measures() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-traces-'));
  try {
    const path = join(folder, 'large.ews-trace.xml.log');
    const pairs = writeTraces(path);
    await once(path);
    const ours = [];
    const floor = [];
    for (let run = 0; run < runs; run += 1) {
      ours.push(await once(path));
      floor.push(bareRead(path));
    }
    const against = { role: 'floor', name: 'reading the bytes alone', value: median(floor) };
    const measure = (name, unit, pick, other = against) => ({ name, unit, ours: median(ours.map(pick)), against: other, runs });
    yield measure(`first rows of ${megabytes} MB`, 'ms', ({ first }) => first);
    yield measure(`all ${pairs} rows`, 'ms', ({ all }) => all);
    yield measure('search through all messages', 'ms', ({ search }) => search);
    yield measure('memory while it is open', 'MB', ({ memory }) => memory, { role: 'floor', name: 'the file itself', value: megabytes });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeTraces(path) {
  const file = openSync(path, 'w');
  const filler = 'Quarterly figures and the plan for the week. '.repeat(Math.round(pairBytes / 45));
  const pairs = Math.floor((megabytes * 1024 * 1024) / (pairBytes + 1_400));
  for (let number = 0; number < pairs; number += 1) {
    const time = `2026-11-23 10:${String(Math.floor(number / 600) % 60).padStart(2, '0')}:${String(Math.floor(number / 10) % 60).padStart(2, '0')}Z`;
    const block = (tag, content) => `<Trace Tag="${tag}" Tid="${number}" Time="${time}" Version="bench">\n${content}\n</Trace>\n`;
    writeSync(
      file,
      [
        block('EwsRequestHttpHeaders', 'POST /EWS/Exchange.asmx HTTP/1.1\nHost: mail.contoso.test'),
        block('EwsRequest', `<s:Envelope xmlns:s="s"><s:Body><m:GetItem xmlns:m="m"><m:ItemId Id="${number}"/></m:GetItem></s:Body></s:Envelope>`),
        block('EwsResponseHttpHeaders', 'HTTP/1.1 200 OK\nContent-Type: text/xml'),
        block('EwsResponse', `<s:Envelope xmlns:s="s"><s:Body><m:GetItemResponseMessage xmlns:m="m" ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode><t:Subject xmlns:t="t">Message ${number}</t:Subject><t:Body xmlns:t="t">${filler}</t:Body></m:GetItemResponseMessage></s:Body></s:Envelope>`),
      ].join(''),
    );
  }
  closeSync(file);
  return pairs;
}

/** Opens the file in a worker, as main does, and keeps the rows, as a window does. */
async function once(path) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const worker = new Worker(join(root, 'out/main/traceFileWorker.cjs'), { workerData: { paths: [path] } });
  const rows = [];
  let first;
  await new Promise((done, refuse) => {
    worker.once('error', refuse);
    worker.on('message', ({ type, event, error }) => {
      if (type === 'failed') refuse(new Error(error.what));
      if (event?.type === 'pairs') {
        first ??= performance.now() - started;
        rows.push(...event.summaries);
      }
      if (event?.type === 'read') done();
    });
  });
  const all = performance.now() - started;
  const searching = performance.now();
  await new Promise((done) => {
    worker.on('message', ({ type }) => type === 'ended' && done());
    worker.postMessage({ type: 'task', number: 1, task: { type: 'search', text: 'message 9999 ' } });
  });
  const search = performance.now() - searching;
  const memory = (process.memoryUsage().rss - before) / 1024 / 1024;
  await worker.terminate();
  if (rows.length === 0) throw new Error('The worker found no rows.');
  return { first, all, search, memory };
}

function bareRead(path) {
  const started = performance.now();
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(4 * 1024 * 1024);
  let at = 0;
  for (let got = readSync(file, buffer, 0, buffer.length, at); got > 0; got = readSync(file, buffer, 0, buffer.length, at)) at += got;
  closeSync(file);
  return performance.now() - started;
}
