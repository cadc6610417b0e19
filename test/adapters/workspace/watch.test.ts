import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeText } from '../../../electron/workspace/atomicWrite.ts';
import { watchFolder, type Watch } from '../../../electron/workspace/watch.ts';

let folder: string;
let watch: Watch;
const changed = vi.fn();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-'));
  await mkdir(join(folder, 'runbooks/helpdesk'), { recursive: true });
  await writeFile(join(folder, 'runbooks/helpdesk/a.yaml'), 'one');
  changed.mockClear();
  watch = watchFolder(folder, changed, 20);
  await watch.ready;
});
afterEach(async () => {
  watch.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Waits for the next report, forgets it, and answers how many came. */
async function reports(): Promise<number> {
  await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 10_000 });
  const { length } = changed.mock.calls;
  changed.mockClear();
  return length;
}

test('a file that the app replaced as a whole is still followed', async () => {
  await writeText(join(folder, 'runbooks/helpdesk/a.yaml'), 'two');
  expect(await reports()).toBeGreaterThan(0);
  await writeFile(join(folder, 'runbooks/helpdesk/a.yaml'), 'three');
  expect(await reports()).toBeGreaterThan(0);
});

test('folders that appear, vanish and come back are followed', async () => {
  await mkdir(join(folder, 'runbooks/new'));
  await writeFile(join(folder, 'runbooks/new/b.yaml'), 'one');
  expect(await reports()).toBeGreaterThan(0);
  await rename(join(folder, 'runbooks/new'), join(folder, 'elsewhere'));
  expect(await reports()).toBeGreaterThan(0);
  await mkdir(join(folder, 'runbooks/new'));
  await writeFile(join(folder, 'runbooks/new/b.yaml'), 'two');
  expect(await reports()).toBeGreaterThan(0);
  await writeFile(join(folder, 'runbooks/new/b.yaml'), 'three');
  expect(await reports()).toBeGreaterThan(0);
});
