import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
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

/** Runs the command line and answers the types of the events it printed; `onEvent` may end the process. */
async function run(args: readonly string[], onEvent: (event: { readonly type: string }, kill: () => void) => void = () => undefined): Promise<RunEvent[]> {
  const child = spawn(process.execPath, [cli, 'run', ...args, '--json'], { env: { ...process.env, XDG_CONFIG_HOME: home.path, APPDATA: home.path, HOME: home.path }, stdio: ['ignore', 'pipe', 'inherit'] });
  const records: RunEvent[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    records.push(JSON.parse(line));
    onEvent(JSON.parse(line), () => child.kill('SIGKILL'));
  });
  await once(child, 'close');
  return records.filter(({ type }) => type in { runStarted: 1, activityFinished: 1, runFinished: 1 });
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
  const printed = await run(['answer-help-desk-mail', '--demo']);
  const { runs, events } = await history();
  expect(runs).toMatchObject([{ key: 'answer-help-desk-mail', runbook: 'Answer Help Desk Mail', result: 'success', startedBy: 'commandLine', workspace: { demo: true } }]);
  expect(runs[0]?.connections.map(({ demo }) => demo)).not.toContain(false);
  const kept = await events(runs[0]?.run ?? '');
  expect(kept.filter(({ type }) => type in { runStarted: 1, activityFinished: 1, runFinished: 1 })).toEqual(printed);
});

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
  await run(['slow', '--workspace', workspace], ({ type }, kill) => {
    // Said when the wait begins; the recorder has had its turn by the time this line was printed and read.
    if (type === 'message') setInterval(() => void history().then(({ runs, events }) => runs[0] !== undefined && events(runs[0].run).then((all) => all.some((one) => one.type === 'message') && kill())), 50).unref();
  });
  const { runs, events } = await history();
  expect(runs).toMatchObject([{ runbook: 'Slow', result: 'interrupted', executions: 1 }]);
  expect((await events(runs[0]?.run ?? '')).at(-1)).toMatchObject({ type: 'message' });
});
