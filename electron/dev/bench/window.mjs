import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { root } from '../paths.mjs';

/** Starts an app with nothing stored and a window of 1600 by 1000; `end` closes it and removes what it stored. */
export async function launch(folder, flags = []) {
  const userData = await mkdtemp(join(tmpdir(), 'bench-'));
  const app = await _electron.launch({ args: [folder, `--user-data-dir=${userData}`, ...flags], cwd: root });
  const window = await app.firstWindow();
  await window.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1600, 1000));
  const end = async () => {
    // Closing it would ask about what is unsaved.
    await app.evaluate(({ app: electronApp }) => electronApp.exit(0)).catch(() => undefined);
    await rm(userData, { recursive: true, force: true, maxRetries: 5 });
  };
  return { app, window, end };
}

/** Opens a folder as the workspace, once the runbook of this name is listed. */
export async function openWorkspace({ app, window }, folder, runbook) {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  await window.keyboard.press('Control+O');
  await window.getByRole('treeitem', { name: runbook }).waitFor();
}
