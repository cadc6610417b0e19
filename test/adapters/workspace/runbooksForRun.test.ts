import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RunbookFiles } from '../../../electron/workspace/runbookFiles.ts';
import { runbooksForRun } from '../../../electron/workspace/runbooksForRun.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { scratchFolder } from '../scratch.ts';

const invoking = runbook({ name: 'Outer', activities: { call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'one' } } } });

async function workspaceIn(path: string): Promise<{ readonly runbooks: RunbookFiles }> {
  const folder = join(path, 'runbooks');
  await mkdir(folder, { recursive: true });
  for (const name of ['one', 'two']) await writeFile(join(folder, `${name}.yaml`), `formatVersion: 1\nname: ${name} of the file\n`);
  await writeFile(join(folder, 'broken.yaml'), 'name: [');
  return { runbooks: new RunbookFiles(folder, async () => undefined) };
}
const named = (found: Awaited<ReturnType<typeof runbooksForRun>>): string[] => found.map(({ key, name, document }) => `${key}: ${name}, ${document.name}`).toSorted();

test('a run invokes what the files say, but what is unsaved as it stands in the window, a file that cannot be read as well', async () => {
  await using scratch = await scratchFolder();
  const folder = await workspaceIn(scratch.path);
  expect(named(await runbooksForRun(folder, invoking))).toEqual(['one: one of the file, one of the file', 'two: two of the file, two of the file']);
  const unsaved = { one: runbook({ name: 'One as it is seen' }), broken: runbook({ name: 'Repaired' }) };
  expect(named(await runbooksForRun(folder, invoking, unsaved))).toEqual(['broken: Repaired, Repaired', 'one: One as it is seen, One as it is seen', 'two: two of the file, two of the file']);
});

test('a run that invokes nothing reads nothing', async () => {
  await using scratch = await scratchFolder();
  expect(await runbooksForRun(await workspaceIn(scratch.path), runbook({ name: 'Alone' }), { one: invoking })).toEqual([]);
});
