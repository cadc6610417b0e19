import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { root } from '../paths.mjs';
import { median } from './median.mjs';

const runs = 7;
const empty = join(import.meta.dirname, 'emptyWindow');

/**
 * From spawning the app, with nothing stored, to its first usable screen; beside an Electron with one empty window, which
 * is the floor. They take turns, so that a slow moment of the computer meets both.
 */
export async function* measures() {
  await once(root);
  await once(empty);
  const ours = [];
  const floor = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await once(root));
    floor.push(await once(empty));
  }
  const against = (pick) => ({ role: 'floor', name: 'an Electron with one empty window', value: median(floor.map(pick)) });
  const measure = (name, unit, pick) => ({ name, unit, ours: median(ours.map(pick)), against: against(pick), runs });
  yield measure('from spawn to a usable window', 'ms', ({ time }) => time);
  if (process.platform === 'linux') yield measure('memory of all processes, shared pages divided (PSS)', 'MB', ({ memory }) => memory);
}

async function once(app) {
  const userData = await mkdtemp(join(tmpdir(), 'bench-'));
  const started = performance.now();
  const running = await _electron.launch({ args: [app, `--user-data-dir=${userData}`], cwd: root });
  const window = await running.firstWindow();
  await window.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  const time = performance.now() - started;
  const pids = await running.evaluate(({ app: electronApp }) => electronApp.getAppMetrics().map(({ pid }) => pid));
  const memory = process.platform === 'linux' ? pids.reduce((sum, pid) => sum + proportionalSize(pid), 0) / 1024 : 0;
  await running.close();
  await rm(userData, { recursive: true, force: true, maxRetries: 5 });
  return { time, memory };
}

function proportionalSize(pid) {
  const line = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(line?.[1] ?? 0);
}
