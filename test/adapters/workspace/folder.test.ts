import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { watch as fsWatch } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deleteFile } from '../../../electron/workspace/atomicWrite.ts';
import { openFolder, type WorkspaceFolder } from '../../../electron/workspace/folder.ts';
import { trashInto } from '../../../electron/workspace/trash.ts';
import { watchFolder } from '../../../electron/workspace/watch.ts';
import { scratchFolder } from '../scratch.ts';

const open = (path: string): Promise<WorkspaceFolder> => openFolder(path, { create: true, trash: deleteFile });

describe('a workspace folder', () => {
  test('that is no workspace stays untouched unless it is to become one', async () => {
    await using scratch = await scratchFolder();
    await expect(openFolder(scratch.path, { create: false, trash: deleteFile })).rejects.toMatchObject({ data: { code: 'workspace.notAWorkspace' } });
    await expect(open(join(scratch.path, 'nowhere'))).rejects.toMatchObject({ data: { code: 'workspace.notFound' } });
    await open(scratch.path);
    expect(await readFile(join(scratch.path, 'workspace.yaml'), 'utf8')).toMatch(/^formatVersion: 1\nid: [0-9a-f-]{36}\nname: /);
  });

  test('opened twice at once has one identity', async () => {
    await using scratch = await scratchFolder();
    const [one, other] = await Promise.all([open(scratch.path), open(scratch.path)]);
    expect(one.id).toBe(other.id);
  });

  test('gives two runbooks of one name two files', async () => {
    await using scratch = await scratchFolder();
    const { runbooks } = await open(scratch.path);
    const made = await Promise.all([runbooks.create('Same name', ''), runbooks.create('Same Name', ''), runbooks.create('Same name', 'below')]);
    expect(made.map(({ key }) => key).toSorted()).toEqual(['below/same-name', 'same-name', 'same-name-2']);
  });

  test('of two saves over one revision, one wins and the other is told', async () => {
    await using scratch = await scratchFolder();
    const { runbooks } = await open(scratch.path);
    const { key } = await runbooks.create('A', '');
    const { document, revision } = await runbooks.read(key);
    const save = (description: string): Promise<unknown> =>
      runbooks.save({ key, document: { ...document, layout: {}, description }, revision, overwrite: false });
    const results = await Promise.allSettled([save('one'), save('two')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(results[1]).toMatchObject({ reason: { data: { code: 'file.changedOutside' } } });
  });

  test('saving what has not changed does not touch the file', async () => {
    await using scratch = await scratchFolder();
    const { runbooks } = await open(scratch.path);
    const { key } = await runbooks.create('A', '');
    const file = join(scratch.path, 'runbooks/a.yaml');
    const past = new Date('2020-01-01T00:00:00Z');
    await utimes(file, past, past);
    const { document, revision } = await runbooks.read(key);
    const saved = await runbooks.save({ key, document, revision, overwrite: false });
    expect(saved.revision).toBe(revision);
    expect((await stat(file)).mtimeMs).toBe(past.getTime());
  });

  test('a removed runbook goes to the recycle bin, and to the app where there is none', async () => {
    await using scratch = await scratchFolder();
    const bin = join(scratch.path, 'removed');
    const trash = trashInto(
      bin,
      () => Promise.reject(new Error('no recycle bin')),
      () => new Date('2026-01-02T03:04:05Z'),
    );
    const folder = join(scratch.path, 'workspace');
    await mkdir(folder);
    const { runbooks } = await openFolder(folder, { create: true, trash });
    await runbooks.create('A', '');
    await runbooks.remove('a');
    expect(await runbooks.list()).toEqual([]);
    expect(await readFile(join(bin, '2026-01-02T03-04-05-000Z a.yaml'), 'utf8')).toContain('name: A');
  });
});

describe('the watch', () => {
  /** Resolves with the next change; a change that never comes is the test's time-out. */
  function watching(path: string, quiet?: number): { next: () => Promise<void>; seen: () => number; ready: Promise<void>; stop: () => void } {
    let wake: () => void = () => undefined;
    let count = 0;
    const watch = watchFolder(
      path,
      () => {
        count += 1;
        wake();
      },
      quiet,
    );
    return { ...watch, stop: () => watch.stop(), seen: () => count, next: () => new Promise((resolve) => (wake = resolve)) };
  }

  test('tells of a file that another program changes, adds or removes, in new folders too', async () => {
    await using scratch = await scratchFolder();
    const { runbooks } = await open(scratch.path);
    await runbooks.create('A', '');
    const watch = watching(scratch.path);
    await watch.ready;
    const steps = [
      () => writeFile(join(scratch.path, 'runbooks/a.yaml'), 'name: Changed outside\n'),
      () => writeFile(join(scratch.path, 'runbooks/b.yaml'), 'name: B\n'),
      () => deleteFile(join(scratch.path, 'runbooks/b.yaml')),
    ];
    for (const step of steps) {
      const next = watch.next();
      await step();
      await next;
    }
    watch.stop();
    expect((await runbooks.list()).map(({ name }) => name)).toEqual(['Changed outside']);
  });

  test('says nothing when only times change', async () => {
    await using scratch = await scratchFolder();
    const { runbooks } = await open(scratch.path);
    await runbooks.create('A', '');
    const file = join(scratch.path, 'runbooks/a.yaml');
    const watch = watching(scratch.path, 0);
    await watch.ready;
    const touches = fsWatch(file);
    for (let minute = 0; minute < 5; minute += 1) {
      const seen = once(touches, 'change');
      await utimes(file, new Date(), new Date(Date.UTC(2026, 0, 1, 0, minute)));
      await seen;
      await readFile(file);
    }
    touches.close();
    const next = watch.next();
    await writeFile(file, 'name: B\n');
    await next;
    watch.stop();
    expect(watch.seen()).toBe(1);
  });
});
