import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { History } from '../../../electron/runs/history.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import type { RunSummary } from '../../../shared/history/runSummary.ts';
import { builtEntries } from '../built.ts';
import { scratchFolder } from '../scratch.ts';

let cli = '';
let home: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  ({ cli } = await builtEntries());
}, 120_000);
beforeEach(async () => {
  home = await scratchFolder();
});
afterEach(() => home[Symbol.asyncDispose]());

const told = ['runStarted', 'activityFinished', 'runFinished'];

/** A run on the command line, and what it printed of its events. */
function start(args: readonly string[], onLine: (record: { readonly type: string; readonly text?: string }) => void = () => undefined): { readonly child: ChildProcess; readonly ended: Promise<RunEvent[]> } {
  const child = spawn(process.execPath, [cli, 'run', ...args, '--json'], { env: { ...process.env, XDG_CONFIG_HOME: home.path, APPDATA: home.path, HOME: home.path }, stdio: ['ignore', 'pipe', 'inherit'] });
  const records: RunEvent[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    records.push(JSON.parse(line));
    onLine(JSON.parse(line));
  });
  return { child, ended: once(child, 'close').then(() => records.filter(({ type }) => told.includes(type))) };
}

/** The history as the app sees it afterwards. */
async function history(): Promise<{ readonly runs: RunSummary[]; readonly events: (run: string) => Promise<RunEvent[]> }> {
  const [folder] = (await readdir(home.path, { recursive: true })).filter((path) => path.endsWith('history'));
  const kept = new History({
    folder: join(home.path, folder ?? 'missing'),
    version: '',
    workspace: () => ({ id: '', name: '', demo: false }),
    retention: async () => ({ days: 90, megabytes: 500 }),
    warned: (error) => expect.fail(error.what),
  });
  await kept.refresh();
  const runs: RunSummary[] = [];
  kept.follow((change) => void runs.push(...change.runs))();
  return {
    runs,
    async events(wanted) {
      const events: RunEvent[] = [];
      await kept.open(wanted, { emit: (part) => void (part.kind === 'events' && events.push(...part.events)), signal: new AbortController().signal });
      return events;
    },
  };
}

test('a run of the command line is kept where the app looks for it, event by event', async () => {
  const printed = await start(['answer-help-desk-mail', '--demo']).ended;
  const { runs, events } = await history();
  expect(runs).toMatchObject([{ key: 'answer-help-desk-mail', runbook: 'Answer help desk mail', result: 'success', startedBy: 'commandLine', workspace: { demo: true } }]);
  expect(runs[0]?.connections.map(({ demo }) => demo)).not.toContain(false);
  const kept = await events(runs[0]?.run ?? '');
  expect(kept.filter(({ type }) => told.includes(type))).toEqual(printed);
}, 60_000);

test('a process that is killed leaves an interrupted run with what had happened', async () => {
  const workspace = join(home.path, 'workspace');
  await mkdir(join(workspace, 'runbooks'), { recursive: true });
  await writeFile(join(workspace, 'workspace.yaml'), 'formatVersion: 1\nid: w\nname: Slow\n');
  await writeFile(
    join(workspace, 'runbooks', 'slow.yaml'),
    `formatVersion: 1
name: Slow
activities:
  start: { type: control.initializeData, name: Start }
  later: { type: control.initializeData, name: Later }
links:
  - { from: start, to: later, delaySeconds: 3600 }
`,
  );
  const { child, ended } = start(['slow', '--workspace', workspace]);
  await vi.waitFor(async () => {
    const { runs, events } = await history();
    expect((await events(runs[0]?.run ?? '')).at(-1)).toMatchObject({ type: 'message' });
  }, { timeout: 60_000, interval: 100 });
  expect((await history()).runs).toMatchObject([{ result: 'running' }]);
  child.kill('SIGKILL');
  await ended;
  const { runs, events } = await history();
  expect(runs).toMatchObject([{ runbook: 'Slow', result: 'interrupted', executions: 1 }]);
  expect((await events(runs[0]?.run ?? '')).at(-1)).toMatchObject({ type: 'message' });
}, 90_000);

describe('a runbook that starts with a monitor', () => {
  async function workspaceWith(monitor: string): Promise<string> {
    const workspace = join(home.path, 'workspace');
    await mkdir(join(workspace, 'runbooks'), { recursive: true });
    await writeFile(join(workspace, 'workspace.yaml'), 'formatVersion: 1\nid: w\nname: Watch\n');
    await writeFile(join(workspace, 'runbooks', 'watch.yaml'), `formatVersion: 1\nname: Watch\nactivities:\n  when: { type: scheduling.monitorDateTime, version: 1, name: When, properties: ${monitor} }\n`);
    return workspace;
  }

  test('runs for one item, and then ends', async () => {
    const workspace = await workspaceWith("{ mode: Every, minutes: '15', immediately: 'True' }");
    const { child, ended } = start(['watch', '--workspace', workspace]);
    expect((await ended).map(({ type }) => type)).toEqual(['runStarted', 'activityFinished', 'runFinished']);
    expect(child.exitCode).toBe(0);
    expect((await history()).runs).toMatchObject([{ runbook: 'Watch', result: 'success' }]);
  }, 60_000);

  test('goes on with --follow, each item a run of its own, until Ctrl+C', async () => {
    const workspace = await workspaceWith("{ mode: Every n seconds, seconds: '5' }");
    let waits = 0;
    const { child, ended } = start(['watch', '--workspace', workspace, '--follow'], ({ type, text = '' }) => {
      if (type === 'message' && text.includes('waits for its first item') && (waits += 1) === 2) child.kill('SIGINT');
    });
    const events = await ended;
    expect(child.exitCode).toBe(130);
    expect(events.flatMap((event) => (event.type === 'runFinished' ? [event.status] : []))).toEqual(['success', 'cancelled']);
    const { runs } = await history();
    expect(runs.map(({ result }) => result)).toEqual(['cancelled', 'success']);
    expect(new Set(runs.map(({ run }) => run)).size).toBe(2);
  }, 60_000);

  test('is what --follow is for', async () => {
    const { child, ended } = start(['answer-help-desk-mail', '--demo', '--follow']);
    expect(await ended).toEqual([]);
    expect(child.exitCode).toBe(2);
  }, 60_000);
});
