import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locked, unlocked, writeText } from '../../../electron/workspace/atomicWrite.ts';
import { readText } from '../../../electron/workspace/textFile.ts';
import { scratchFolder } from '../scratch.ts';

test('a file is written whole, folders are made, and nothing temporary stays', async () => {
  await using scratch = await scratchFolder();
  const file = join(scratch.path, 'a/b/file.yaml');
  await writeText(file, 'name: Ü\n');
  expect(await readFile(file, 'utf8')).toBe('name: Ü\n');
  expect(await readdir(join(scratch.path, 'a/b'))).toEqual(['file.yaml']);
});

test('a new file can be for its owner only', async () => {
  await using scratch = await scratchFolder();
  const file = join(scratch.path, 'settings.json');
  await writeText(file, '{}', { mode: 0o600 });
  // Windows has no such bits; every file is its owner's there.
  expect((await stat(file)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
});

test('writing where a folder stands fails with the reason, and leaves it', async () => {
  await using scratch = await scratchFolder();
  const place = join(scratch.path, 'runbooks');
  await mkdir(place);
  await expect(writeText(place, 'x')).rejects.toMatchObject({ data: { code: 'file.unwritable' } });
  expect((await readdir(scratch.path)).filter((name) => name !== 'runbooks')).toEqual([]);
});

test('many saves of one file at once leave one of them whole', async () => {
  await using scratch = await scratchFolder();
  const file = join(scratch.path, 'file.yaml');
  const texts = Array.from({ length: 40 }, (_, index) => `${String(index).repeat(20_000)}\n`);
  await Promise.all(texts.map((text) => writeText(file, text)));
  expect(texts).toContain(await readFile(file, 'utf8'));
});

test('work on one file happens one after the other, also after a failure', async () => {
  await using scratch = await scratchFolder();
  const file = join(scratch.path, 'count');
  await writeFile(file, '0');
  const add = (): Promise<void> =>
    locked(file, async () => {
      const value = Number(await readFile(file, 'utf8'));
      await writeText(file, String(value + 1));
    });
  const failing = locked(file, () => Promise.reject(new Error('stop')));
  await Promise.all([...Array.from({ length: 25 }, add), expect(failing).rejects.toThrow('stop'), ...Array.from({ length: 25 }, add)]);
  expect(await readFile(file, 'utf8')).toBe('50');
});

test('a process that is killed while it saves leaves an old or a new file, never half of one', async () => {
  await using scratch = await scratchFolder();
  const file = join(scratch.path, 'file.yaml');
  const script = join(scratch.path, 'writer.cjs');
  const writer = join(import.meta.dirname, '../../../node_modules/write-file-atomic');
  await writeFile(
    script,
    `const write = require(${JSON.stringify(writer)});
     (async () => { for (let n = 0; ; n += 1) { await write(${JSON.stringify(file)}, String(n % 10).repeat(500_000), { fsync: true }); if (n === 0) process.stdout.write('first'); } })();`,
  );
  for (let round = 0; round < 5; round += 1) {
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    const text = await readFile(file, 'utf8');
    expect(text).toHaveLength(500_000);
    expect(text).toBe(text.charAt(0).repeat(500_000));
  }
});

test('a file that may not be read is a failure with a reason', async () => {
  await using scratch = await scratchFolder();
  await expect(readText(join(scratch.path, 'none'), 'none')).rejects.toMatchObject({ data: { code: 'file.notFound' } });
  await expect(readText(scratch.path, 'a folder')).rejects.toMatchObject({ data: { code: 'file.unreadable', why: 'It is a folder.' } });
});

test('the end waits for what is being written, for what follows it at once, and for what fails', async () => {
  await using scratch = await scratchFolder();
  const write = (name: string): Promise<void> => locked(join(scratch.path, name), () => writeText(join(scratch.path, name), name));
  void write('first').then(() => write('second'));
  const failing = locked(join(scratch.path, 'third'), () => Promise.reject(new Error('full')));
  await Promise.all([expect(failing).rejects.toThrow('full'), unlocked()]);
  expect((await readdir(scratch.path)).toSorted()).toEqual(['first', 'second']);
});
