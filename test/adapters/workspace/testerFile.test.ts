import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTesterMarks, saveTesterMarks } from '../../../electron/workspace/testerFile.ts';
import type { TesterMarks } from '../../../shared/engine/testerMarks.ts';
import { scratchFolder } from '../scratch.ts';

const condition = { subject: { of: 'text', text: '{{find.Subject}}' }, operator: 'contains', value: 'VIP' } as const;
const marks: TesterMarks = { breakpoints: [{ activity: 'reply', condition }, { activity: 'move' }], pins: { find: [{ Subject: 'Hello' }] } };

test('marks come back as they were kept, for each runbook on its own', async () => {
  await using scratch = await scratchFolder();
  const file = join(scratch.path, 'tester', 'workspace.json');
  expect(await readTesterMarks(file)).toEqual({});
  await Promise.all([saveTesterMarks(file, 'a', marks), saveTesterMarks(file, 'b/c', { breakpoints: [{ activity: 'x' }], pins: {} })]);
  expect(await readTesterMarks(file)).toEqual({ a: marks, 'b/c': { breakpoints: [{ activity: 'x' }], pins: {} } });
  await saveTesterMarks(file, 'a', { breakpoints: [], pins: {} });
  expect(Object.keys(await readTesterMarks(file))).toEqual(['b/c']);
});

test('the file is for its owner only, because pinned rows are contents of mail', async () => {
  await using scratch = await scratchFolder();
  const file = join(scratch.path, 'workspace.json');
  await saveTesterMarks(file, 'a', marks);
  expect((await stat(file)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
});

test.each(['not json', '{"formatVersion":9,"runbooks":{}}', '{"formatVersion":1,"runbooks":{"a":{"breakpoints":[{"activity":1}]}}}'])('a file that cannot be read counts as empty: %s', async (text) => {
  await using scratch = await scratchFolder();
  const file = join(scratch.path, 'workspace.json');
  await writeFile(file, text);
  expect(await readTesterMarks(file)).toEqual({});
  await saveTesterMarks(file, 'a', marks);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ formatVersion: 1, runbooks: { a: {} } });
});
