import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dropFiles } from '../fixtures/dropFiles.ts';
import { expect, test } from '../fixtures/test.ts';

test('a folder that is dropped on the window is opened as a workspace, and a file is not', async ({ studio, scratch }) => {
  const { window } = studio;
  const folder = join(scratch, 'Dropped');
  await mkdir(join(folder, 'runbooks'), { recursive: true });
  await writeFile(join(folder, 'workspace.yaml'), 'formatVersion: 1\nid: e2e-dropped\nname: Dropped\n');
  await writeFile(join(folder, 'runbooks/greet.yaml'), 'formatVersion: 1\nname: Greet\n');
  const main = window.getByRole('main');
  const over = (): Promise<void> => expect(window.getByText('Drop a folder to open it as a workspace')).toBeVisible();

  await dropFiles(studio, main, [join(folder, 'workspace.yaml')], over);
  await expect(window.getByText(/^No workspace was opened: a workspace is a folder\./).first()).toBeVisible();
  await dropFiles(studio, main, [folder], over);
  await expect(window.getByRole('treeitem', { name: 'Greet', exact: true })).toBeVisible();
  await expect(window.getByRole('contentinfo', { name: 'Status bar' })).toContainText('Dropped');
});
