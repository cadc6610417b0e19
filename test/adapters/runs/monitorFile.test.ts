import { readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { monitorFileOf, monitorStatesIn } from '../../../electron/runs/monitorFile.ts';
import { scratchFolder } from '../scratch.ts';

test('monitors of one runbook keep their places apart, across programs', async () => {
  await using scratch = await scratchFolder();
  const file = monitorFileOf(join(scratch.path, 'monitors'), 'Watch: inbox/α');
  const states = monitorStatesIn(file);
  expect(await states.load('new-mail')).toBeUndefined();
  await Promise.all([states.save('new-mail', 'first'), states.save('changed', 'second')]);
  await states.save('new-mail', 'third');
  const later = monitorStatesIn(file);
  expect([await later.load('new-mail'), await later.load('changed')]).toEqual(['third', 'second']);
  expect(await readdir(dirname(file))).toHaveLength(1);
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
});

test('a damaged file counts as empty and is written anew', async () => {
  await using scratch = await scratchFolder();
  const file = monitorFileOf(scratch.path, 'A');
  await writeFile(file, '{"new-mail": 5');
  const states = monitorStatesIn(file);
  expect(await states.load('new-mail')).toBeUndefined();
  await states.save('new-mail', 'again');
  expect(await monitorStatesIn(file).load('new-mail')).toBe('again');
});
