import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Drafts } from '../../../electron/workspace/drafts.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drafts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const draft = (key: string, name: string): { key: string; document: Runbook; revision: string } => ({ key, document: Runbook.parse({ name }), revision: 'r1' });

test('drafts are kept by workspace, the last one first, replaced, and dropped', async () => {
  let minute = 0;
  const drafts = new Drafts(join(folder, 'drafts'), () => new Date(Date.UTC(2026, 0, 1, 0, (minute += 1))));
  expect(await drafts.list('one')).toEqual([]);
  await drafts.keep('one', draft('helpdesk/triage', 'First'));
  await drafts.keep('one', draft('other', 'Other'));
  await drafts.keep('one', draft('helpdesk/triage', 'Second'));
  await drafts.keep('two', draft('other', 'Elsewhere'));
  expect((await drafts.list('one')).map(({ key, document }) => [key, document.name])).toEqual([
    ['helpdesk/triage', 'Second'],
    ['other', 'Other'],
  ]);
  await drafts.drop('one', 'other');
  await drafts.drop('one', 'never kept');
  expect((await drafts.list('one')).map(({ key }) => key)).toEqual(['helpdesk/triage']);
});

test('a workspace id that leads elsewhere stays inside the folder', async () => {
  const drafts = new Drafts(join(folder, 'drafts'));
  await drafts.keep('../../outside', draft('a', 'A'));
  expect(await readdir(folder)).toEqual(['drafts']);
  expect(await drafts.list('../../outside')).toHaveLength(1);
});

test('a draft is for its owner only', async () => {
  const drafts = new Drafts(join(folder, 'drafts'));
  await drafts.keep('one', draft('a', 'A'));
  const [file] = await readdir(join(folder, 'drafts'), { recursive: true, withFileTypes: true }).then((entries) => entries.filter((entry) => entry.isFile()));
  if (file === undefined) throw new Error('no draft was written');
  expect((await stat(join(file.parentPath, file.name))).mode & 0o077).toBe(0);
});

test('a draft that was torn or is no draft is passed over', async () => {
  const drafts = new Drafts(join(folder, 'drafts'));
  await drafts.keep('one', draft('a', 'A'));
  const [workspace] = await readdir(join(folder, 'drafts'));
  await writeFile(join(folder, 'drafts', workspace ?? '', 'torn.json'), '{"key":"b"');
  expect((await drafts.list('one')).map(({ key }) => key)).toEqual(['a']);
});
