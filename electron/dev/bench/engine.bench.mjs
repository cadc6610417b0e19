import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { installNodeRed, version } from './engine/installNodeRed.mjs';
import { median } from './median.mjs';

const runs = 3;
const rows = Number(process.env.BENCH_ROWS ?? 10_000);
const orders = ['activity by activity', 'item by item'];
const folder = join(import.meta.dirname, 'engine');
const nodeRed = `Node-RED ${version}`;
const shown = (count) => count.toLocaleString('en-US');

/**
 * A chain of ten activities over 10,000 rows, beside a flow of ten function nodes over as many messages in Node-RED; then over a tenth and ten times
 * as many rows, in both orders. They take turns, each in a new process. BENCH_ROWS changes the number of rows.
 *
 * Both sides make all rows first and then add one value per row and step from the one before, with no input or output of their own. What differs:
 * ours tells six events of every execution (100,000 executions, 600,000 events), writes all of them to a file and waits for the disk at the end, checks every value
 * against its field, judges a link for each row, and can be stepped and stopped between any two executions. Node-RED passes one object on, which the next
 * node changes, and keeps nothing of what happened.
 */
export async function* measures() {
  const install = await installNodeRed();
  const modules = await bundle('bench-engine', {
    run: 'shared/engine/run.ts',
    debugger: 'shared/engine/debugger.ts',
    registry: 'shared/activities/registry.ts',
    field: 'shared/fields/field.ts',
    runbook: 'shared/runbook/runbook.ts',
    recorder: 'electron/runs/runRecorder.ts',
    ids: 'electron/runs/runIds.ts',
    clock: 'electron/runs/clock.ts',
  });
  const ours = (order, count) => inScratch('ours', (scratch) => ({ modules, order, rows: count, file: join(scratch, 'run.jsonl') }));
  const sizes = [rows / 10, rows, rows * 10];
  const own = [];
  const other = [];
  for (let run = 0; run < runs; run += 1) {
    own.push(await ours(orders[0], rows));
    other.push(await inScratch('nodeRed', (userDir) => ({ install, userDir, rows })));
  }
  const peer = (pick) => ({ role: 'peer', name: nodeRed, value: median(other.map(pick)) });
  const speed = ({ time }) => rows / (time / 1000);
  yield { name: `rows per second through ten steps, ${shown(rows)} rows`, unit: '1/s', ours: median(own.map(speed)), against: peer(speed), runs };
  yield { name: `processor time, ${shown(rows)} rows through ten steps`, unit: 'ms', ours: median(own.map(({ cpu }) => cpu)), against: peer(({ cpu }) => cpu), runs };
  yield { name: `peak memory of the process, ${shown(rows)} rows through ten steps`, unit: 'MB', ours: median(own.map(({ peak }) => peak)), against: peer(({ peak }) => peak), runs };

  for (const order of orders) {
    const taken = [];
    for (const size of sizes) {
      // The longest takes long, and a slow moment of the computer matters least to it.
      const turns = size > rows ? 1 : runs;
      const results = [];
      for (let run = 0; run < turns; run += 1) results.push(order === orders[0] && size === rows ? own[run] : await ours(order, size));
      taken.push({ size, turns, perRow: median(results.map(({ time }) => time / size)), peak: median(results.map(({ peak }) => peak)) });
    }
    const [least] = taken;
    const floor = (value) => ({ role: 'floor', name: `with ${shown(least.size)} rows`, value });
    for (const { size, turns, perRow } of taken.slice(1))
      yield { name: `time per row, ${order}, ${shown(size)} rows`, unit: 'ms', ours: perRow, against: floor(least.perRow), runs: turns };
    for (const { size, turns, peak } of taken.slice(1))
      yield { name: `peak memory, ${order}, ${shown(size)} rows`, unit: 'MB', ours: peak, against: floor(least.peak), runs: turns };
  }
}

/** What a process with a throw-away folder measures. */
async function inScratch(entry, jobIn) {
  const scratch = await mkdtemp(join(tmpdir(), 'bench-'));
  const child = fork(join(folder, `${entry}.mjs`), [JSON.stringify(jobIn(scratch))], { env: { ...process.env, NODE_OPTIONS: '' } });
  const ended = once(child, 'exit');
  try {
    const [result] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => {
        throw new Error(`${entry} ended with ${code}.`);
      }),
    ]);
    return result;
  } finally {
    child.kill();
    await ended;
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
