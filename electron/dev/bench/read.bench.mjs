import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { median } from './median.mjs';

const runs = 3;
const items = Number(process.env.BENCH_ITEMS ?? 10_000);
const folder = join(import.meta.dirname, 'read');
const name = 'saxes alone over the same bytes';

/**
 * The client of the app reads 10,000 messages with all properties from a demo server in another process, in a thread as
 * in the app; beside a bare parse of the very bytes that it got, from a file, and beside the same requests to the
 * same server with a bare parse of the answers. They take turns, each in a new process. BENCH_ITEMS changes the number of messages.
 */
export async function* measures() {
  const modules = await bundle('bench-read', { session: 'electron/exchange/session.ts', demoServer: 'electron/demo/demoServer.ts', connection: 'shared/connections/connection.ts' });
  const scratch = await mkdtemp(join(tmpdir(), 'bench-'));
  const kept = join(scratch, 'answers');
  const server = fork(join(folder, 'server.mjs'), [modules.demoServer, String(items), kept]);
  try {
    const [{ tap, ...place }] = await once(server, 'message');
    await measured({ thread: 'clientThread', modules, ...place, url: tap });
    server.send('keep');
    await once(server, 'message');
    const ours = [];
    const bare = [];
    const replayed = [];
    for (let run = 0; run < runs; run += 1) {
      ours.push(await measured({ thread: 'clientThread', modules, ...place }));
      bare.push(await measured({ thread: 'bareThread', kept }));
      replayed.push(await measured({ thread: 'replayThread', ...place, kept }));
    }
    const wrong = ours.find((one) => one.items < items || one.seen !== one.items);
    if (wrong !== undefined) throw new Error(`Only ${wrong.seen} of ${items} messages were read.`);
    const measure = (what, unit, pick, peer = bare, peerName = name) => ({
      name: what,
      unit,
      ours: median(ours.map(pick)),
      against: { role: 'peer', name: peerName, value: median(peer.map(pick)) },
      runs,
    });
    const count = ours[0].items.toLocaleString('en-US');
    yield measure(`reading ${count} messages`, 'ms', ({ time }) => time);
    yield measure(`reading ${count} messages, the server's time in both`, 'ms', ({ time }) => time, replayed, 'the same requests, one by one, and saxes alone over the answers');
    yield measure('messages per second', '1/s', (one) => ours[0].items / (one.time / 1000));
    yield measure('processor time of the process', 'ms', ({ cpu }) => cpu);
    yield measure('peak memory of the process', 'MB', ({ peak }) => peak);
    yield measure('event loop delay of the main thread, 99th percentile', 'ms', ({ delay }) => delay);
  } finally {
    server.kill();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function measured(job) {
  const child = fork(join(folder, 'reader.mjs'), [JSON.stringify(job)], { env: { ...process.env, NODE_OPTIONS: '' } });
  const [result] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The reader ended with ${code}.`);
    }),
  ]);
  child.kill();
  return result;
}
