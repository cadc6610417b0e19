import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sandboxFlags } from '../sandbox.mjs';

/** How long Chromium records from its start on, in seconds; the slowest computer's start has to fit in. */
const recorded = 3;
/** Until the recording has been written and the app has ended, in milliseconds. */
const patience = 30_000;

/**
 * Starts an Electron app as a person does, without a debugger, which would hold its page up, and ends it. Answers how long it
 * took to the mark `usable` of its page and how much of that the page's main thread worked, in milliseconds, and what all its
 * processes need, in MB. The mark is read from Chromium's own recording of the start, whose clock is the one that Node reads.
 */
export async function startTraced(args) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const file = join(folder, 'recording.json');
  const spawned = Number(process.hrtime.bigint() / 1000n);
  const recording = ['--trace-startup=blink.user_timing', `--trace-startup-file=${file}`, `--trace-startup-duration=${recorded}`, '--trace-startup-format=json'];
  const app = spawn(process.env.ELECTRON_EXEC_PATH, [...sandboxFlags(), ...recording, ...args], { stdio: 'ignore' });
  const ended = new Promise((resolve) => app.once('exit', resolve));
  try {
    const { traceEvents } = await written(file);
    const usable = traceEvents.find(({ cat, name }) => cat?.includes('blink.user_timing') && name === 'usable');
    if (usable === undefined) throw new Error(`The window was not usable within ${recorded} s.`);
    const pids = new Set(traceEvents.map(({ pid }) => pid).filter((pid) => pid > 0));
    const memory = process.platform === 'linux' ? [...pids].reduce((sum, pid) => sum + proportionalSize(pid), 0) / 1024 : 0;
    return { usable: (usable.ts - spawned) / 1000, work: usable.tts / 1000, memory };
  } finally {
    // Asked to quit and not killed: what it has compiled is kept when it ends.
    app.kill('SIGTERM');
    const late = setTimeout(() => app.kill('SIGKILL'), patience);
    await ended;
    clearTimeout(late);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The recording, once it is complete; Chromium writes it in pieces. */
async function written(file) {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    await wait(100);
    try {
      return JSON.parse(await readFile(file, 'utf8'));
    } catch {
      // Not there yet, or not all of it.
    }
  }
  throw new Error(`Chromium did not write its recording within ${patience / 1000} s.`);
}

/** In kB; a process that has ended since needs nothing. */
function proportionalSize(pid) {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
