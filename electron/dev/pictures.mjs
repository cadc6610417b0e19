// The pictures of docs/pictures: the main screens of the real app, light and dark, with made-up data of the demo server.
// Needs the build, a display and a keychain; `npm run docs -- --pictures` brings them.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { root } from './paths.mjs';

const folder = join(root, 'docs/pictures');
const [width, height] = [1440, 900];
const userData = mkdtempSync(join(tmpdir(), 'studio-pictures-'));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const app = await _electron.launch({ args: [root, `--user-data-dir=${userData}`, '--force-device-scale-factor=1', '--font-render-hinting=none'], cwd: root });
const window = await app.firstWindow();
try {
  await window.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: 30_000 });
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0].setContentSize(...size), [width, height]);
  await window.waitForFunction((wanted) => innerWidth === wanted, width);
  await screens();
} finally {
  await app.close();
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
}

async function screens() {
  await pictures('welcome');
  await window.getByRole('button', { name: 'Open the demo' }).click();
  await window.getByRole('group', { name: /starts the runbook/ }).waitFor();
  await window.getByRole('group', { name: /^Find unread help desk mail,/ }).click();
  await pictures('designer');

  await menu('options.exchangeUser');
  const dialog = window.getByRole('dialog', { name: 'Exchange User' });
  await dialog.getByRole('gridcell', { name: 'Demo mailbox', exact: true }).click();
  await pictures('exchange-user');
  await dialog.getByRole('button', { name: 'Edit…' }).click();
  const form = window.getByRole('dialog', { name: /Edit Configuration/ });
  await form.getByRole('button', { name: 'Test connection' }).click();
  await form.getByText('The connection works.').waitFor();
  await pictures('test-connection');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Finish' }).click();

  await window.getByRole('button', { name: 'Breakpoint at Reply to sender' }).click();
  await window.keyboard.press('F5');
  await window.getByRole('dialog', { name: 'Start test' }).getByRole('button', { name: 'Start test' }).click();
  await window.getByRole('group', { name: /^Reply to sender,.*paused/i }).waitFor();
  await pictures('paused-run');

  await window.getByRole('button', { name: 'Breakpoint at Reply to sender' }).click();
  await window.keyboard.press('F5');
  await window.locator('[data-result]').filter({ hasText: /\S/ }).waitFor();
  await window.getByRole('tablist', { name: 'Bottom panel views' }).getByRole('tab', { name: 'Traces' }).click();
  await window.getByRole('grid', { name: 'Requests' }).getByRole('row').nth(2).click();
  await window.locator('.cm-content').first().waitFor();
  await pictures('traces');
}

async function menu(command) {
  await app.evaluate(({ Menu, BrowserWindow }, id) => Menu.getApplicationMenu().getMenuItemById(id).click(undefined, BrowserWindow.getAllWindows()[0]), command);
}

/** One picture in light and one in dark colors. The pointer is put aside, so that nothing is lit up by it. */
async function pictures(name) {
  await window.mouse.move(width - 4, height - 4);
  for (const mode of ['dark', 'light']) {
    // The app follows the system's colors until a person chooses otherwise.
    await window.emulateMedia({ colorScheme: mode });
    await window.screenshot({ path: join(folder, `${name}-${mode}.png`), animations: 'disabled' });
    console.log(`  docs/pictures/${name}-${mode}.png`);
  }
}
