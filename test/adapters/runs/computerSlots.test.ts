import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { enterOnComputer, type Leave } from '../../../electron/runs/computerSlots.ts';
import { scratchFolder } from '../scratch.ts';
import { otherProcess, placeOf } from './otherProcess.ts';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let folder = '';
beforeEach(async () => {
  scratch = await scratchFolder();
  folder = join(scratch.path, 'jobs');
});
afterEach(() => scratch[Symbol.asyncDispose]());

const going = (): AbortSignal => new AbortController().signal;
const inside = async (): Promise<string[]> => (await readdir(folder)).toSorted();

describe('jobs of several processes', () => {
  test('wait for the place of another process until it dies, however it does', async () => {
    const other = await otherProcess();
    await placeOf(folder, other.id, 7);
    const queued = vi.fn();
    let entered = false;
    const entering = enterOnComputer(folder, 1, going(), queued).then((leave) => {
      entered = true;
      return leave;
    });
    await vi.waitFor(() => expect(queued).toHaveBeenCalledOnce());
    expect(entered).toBe(false);
    expect(await inside()).toEqual([`000000000007-${other.id}-other`, expect.stringMatching(new RegExp(`^000000000008-${process.pid}-`))]);
    await other.end();
    await entering;
    expect(await inside()).toHaveLength(1);
  });

  test('wait for one that has not chosen its number, and for none of a process that is gone', async () => {
    const other = await otherProcess();
    await placeOf(folder, other.id, 'choosing');
    let entered = false;
    const entering = enterOnComputer(folder, 5, going(), () => expect.fail('It waits for no place.')).then(() => (entered = true));
    await vi.waitFor(async () => expect((await inside()).filter((name) => !name.startsWith('choosing'))).toHaveLength(1));
    expect(entered).toBe(false);
    await other.end();
    await entering;
  });

  test('are as many at the same time as the runbook may have', async () => {
    const other = await otherProcess();
    await placeOf(folder, other.id, 1);
    await enterOnComputer(folder, 2, going(), () => expect.fail('One place is left.'));
    const abort = new AbortController();
    const third = enterOnComputer(folder, 2, abort.signal, () => abort.abort());
    await expect(third).rejects.toMatchObject({ data: { kind: 'cancelled' } });
    expect(await inside()).toHaveLength(2);
    await other.end();
  });
});

test('jobs that come together are never more than there are places, and all of them have their turn', async () => {
  let now = 0;
  let most = 0;
  let done = 0;
  const job = async (): Promise<void> => {
    const leave: Leave = await enterOnComputer(folder, 3, going(), () => undefined);
    now += 1;
    most = Math.max(most, now);
    await readdir(folder);
    now -= 1;
    done += 1;
    await leave();
  };
  await Promise.all(Array.from({ length: 24 }, job));
  expect([most <= 3, done]).toEqual([true, 24]);
});

test('a place that was left a moment ago is taken again, without a new number', async () => {
  await (await enterOnComputer(folder, 1, going(), () => undefined))();
  const [first] = await inside();
  await enterOnComputer(folder, 1, going(), () => expect.fail('It has the place already.'));
  expect(await inside()).toEqual([first]);
});

test('a file that a process with this number left before this one began holds nobody back', async () => {
  await placeOf(folder, process.pid, 3);
  await enterOnComputer(folder, 1, going(), () => expect.fail('Nobody is there.'));
  expect(await inside()).toEqual([expect.stringMatching(/^000000000001-/)]);
});

test('a folder that cannot be written keeps no run from running', async () => {
  await writeFile(join(scratch.path, 'file'), '');
  const leave = await enterOnComputer(join(scratch.path, 'file', 'jobs'), 1, going(), () => expect.fail('Nobody is there.'));
  await leave();
});
