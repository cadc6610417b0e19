import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Runs } from '../../../electron/runs/runs.ts';
import { innermost, type RunEvent } from '../../../shared/engine/events.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { nothingShared } from '../../fixtures/nothingShared.ts';
import { builtEntries } from '../built.ts';
import { scratchFolder } from '../scratch.ts';
import { otherProcess, placeOf } from './otherProcess.ts';

let runWorker = '';
let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let runs: Runs;
const open: Started[] = [];
beforeAll(async () => {
  ({ runWorker } = await builtEntries());
}, 120_000);
beforeEach(async () => {
  scratch = await scratchFolder();
  runs = runsOf('monitors');
});
afterEach(async () => {
  for (const one of open.splice(0)) {
    one.abort.abort();
    await one.ended;
  }
  await scratch[Symbol.asyncDispose]();
});

const work = Runbook.parse({ name: 'Work', activities: { only: { type: 'control.initializeData', name: 'Only' } } });
const caller = Runbook.parse({ name: 'Caller', activities: { call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'work' } } } });

function runsOf(workspace: string): Runs {
  return new Runs({
    workerFile: runWorker,
    userAgent: 'test',
    connections: async () => ({}),
    runbooks: async () => [{ key: 'work', name: 'Work', document: work }],
    secret: async () => undefined,
    globals: nothingShared,
    token: () => Promise.reject(new AppError('signIn.required')),
    logFolder: async () => '',
    monitorFolder: () => join(scratch.path, workspace),
    workspace: () => workspace,
    traced: () => undefined,
    warned: (error) => expect.fail(error.what),
  });
}

interface Started {
  readonly events: RunEvent[];
  readonly abort: AbortController;
  readonly ended: Promise<void>;
  /** Resolves when an event of this kind came, in the run or in one that it invoked. */
  until(wanted: (event: RunEvent) => boolean): Promise<void>;
}

/** Starts a run; one that steps is held before its first activity, and has its slot. */
function start(document: Runbook, key: string, mode: 'run' | 'step' = 'run'): Started {
  const events: RunEvent[] = [];
  const abort = new AbortController();
  const listeners = new Set<() => void>();
  const emit = (event: RunEvent): void => {
    events.push(event);
    for (const listener of listeners) listener();
  };
  const ended = runs.start({ key, document, mode, breakpoints: [], input: {}, startedBy: 'test' }, { emit, signal: abort.signal });
  const until = (wanted: (event: RunEvent) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => (events.some((event) => wanted(innermost(event))) ? resolve() : undefined);
      listeners.add(look);
      look();
    });
  const started = { events, abort, ended, until };
  open.push(started);
  return started;
}
const paused = (event: RunEvent): boolean => event.type === 'paused';
const waits = (event: RunEvent): boolean => event.type === 'message' && event.text === 'Waits for a free slot, because Work runs already and may have 1 job at the same time.';
const statusOf = ({ events }: Started): unknown => events.at(-1);
const ran = ({ events }: Started): boolean => events.map(innermost).some(({ type }) => type === 'activityStarted');
/** A run of Work that has the only slot, and one more run that waits for it. */
async function heldBack(document: Runbook = work, key = 'work'): Promise<{ readonly first: Started; readonly second: Started }> {
  const first = start(work, 'work', 'step');
  await first.until(paused);
  const second = start(document, key);
  await second.until(waits);
  return { first, second };
}
const continueFirst = (one: Started): void => runs.command(one.events[0]?.run ?? '', { type: 'continue' });

describe('runs of one process', () => {
  test('of the same runbook wait for each other, in order, and say so', async () => {
    const { first, second } = await heldBack();
    const third = start(work, 'work');
    await third.until(waits);
    expect([ran(second), ran(third)]).toEqual([false, false]);
    continueFirst(first);
    await Promise.all([first.ended, second.ended, third.ended]);
    for (const one of [first, second, third]) expect(statusOf(one)).toMatchObject({ type: 'runFinished', status: 'success' });
    expect(second.events.map(({ seq }) => seq)).toEqual(second.events.map((_, index) => index + 1));
  });

  test('count what they invoke', async () => {
    const { first, second } = await heldBack(caller, 'caller');
    continueFirst(first);
    await second.ended;
    expect(statusOf(second)).toMatchObject({ status: 'success' });
  });

  test('can be stopped while they wait, and leave the place to the next', async () => {
    const { first, second } = await heldBack();
    const third = start(work, 'work');
    await third.until(waits);
    second.abort.abort();
    await second.ended;
    expect(statusOf(second)).toMatchObject({ type: 'runFinished', status: 'cancelled' });
    expect(ran(second)).toBe(false);
    continueFirst(first);
    await third.ended;
    expect(statusOf(third)).toMatchObject({ status: 'success' });
  });

  test('give their slot back when their worker is ended from outside', async () => {
    const { first, second } = await heldBack();
    runs.abandon(first.events[0]?.run ?? '');
    await second.ended;
    expect(statusOf(second)).toMatchObject({ status: 'success' });
  });

  test('of different runbooks, and of files from elsewhere, do not wait', async () => {
    const first = start(work, 'work', 'step');
    await first.until(paused);
    const [other, file] = [start(work, 'other'), start(work, '')];
    await Promise.all([other.ended, file.ended]);
    expect([statusOf(other), statusOf(file)]).toMatchObject([{ status: 'success' }, { status: 'success' }]);
  });
});

describe('runs of several processes', () => {
  test('wait for each other as those of one do: until the other ends, or is stopped here', async () => {
    const first = start(work, 'work');
    await first.ended;
    const [place = ''] = await readdir(join(scratch.path, 'monitors', 'jobs'));
    // For a moment it is kept for the next job of this process.
    await vi.waitFor(async () => expect(await readdir(join(scratch.path, 'monitors', 'jobs', place))).toEqual([]));
    const other = await otherProcess();
    // A number that no job of this process has yet, and that comes before all it will have.
    await placeOf(join(scratch.path, 'monitors', 'jobs', place), other.id, 0);
    const second = start(work, 'work');
    await second.until(waits);
    second.abort.abort();
    await second.ended;
    expect(statusOf(second)).toMatchObject({ type: 'runFinished', status: 'cancelled' });
    const third = start(caller, 'caller');
    await third.until(waits);
    await other.end();
    await third.ended;
    expect(statusOf(third)).toMatchObject({ status: 'success' });
    expect([ran(second), third.events.map(innermost).filter(waits)]).toEqual([false, [expect.anything()]]);
  });
});
