// The main job in the real app, by mouse and keyboard: open the demo, test-run the sample, read the console and the traces.
// Needs the build, a display and a keychain; `npm start` brings them where there is no person to do the job.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { gridRows } from './gridRows.mjs';
import { root } from './paths.mjs';

const pictures = join(root, '.cache/start');
const taken = [];
const userData = mkdtempSync(join(tmpdir(), 'studio-start-'));
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

const app = await _electron.launch({ args: [root, `--user-data-dir=${userData}`], cwd: root });
const window = await app.firstWindow();
try {
  process.exitCode = (await mainJob()) ? 0 : 1;
} catch (error) {
  console.log(`\nThe job could not be finished: ${error.message}`);
  await picture('where-it-stopped').catch(() => undefined);
  process.exitCode = 1;
} finally {
  await app.close();
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`\nPictures:\n${taken.map((file) => `  ${file}`).join('\n')}`);

/** Answers whether every activity of the run succeeded. */
async function mainJob() {
  const { productName, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  console.log(`${productName} ${version} on Electron ${await app.evaluate(() => process.versions.electron)}\n`);
  await window.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: 30_000 });
  await picture('1-welcome');

  await window.getByRole('button', { name: 'Open the demo' }).click();
  const tab = window.getByRole('tablist', { name: 'Open tabs' }).getByRole('tab', { selected: true });
  await window.getByRole('application', { name: 'Canvas' }).waitFor();
  await window.getByRole('group', { name: /starts the runbook/ }).waitFor();
  await picture('2-designer');

  console.log(`Test run of "${await tab.innerText()}" against the demo Exchange server`);
  await window.keyboard.press('F5');
  await window.getByRole('dialog', { name: 'Start test' }).getByRole('button', { name: 'Start test' }).click();
  const result = window.locator('[data-result]').filter({ hasText: /\S/ });
  await result.waitFor({ timeout: 60_000 });
  const executions = await gridRows(window, 'Executions');
  for (const { status, cells } of executions) console.log(`  ${status.padEnd(9)} ${cells[0].padEnd(44)} ${(cells[1] ?? '').padStart(9)}`);
  console.log(await result.innerText());
  const grid = window.getByRole('treegrid', { name: 'Executions' });
  await grid.focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('ArrowDown');
  await picture('3-run');

  await window.getByRole('tablist', { name: 'Bottom panel views' }).getByRole('tab', { name: 'Traces' }).click();
  const requests = await gridRows(window, 'Requests');
  console.log(`${requests.length} requests were traced.`);
  await picture('4-traces');
  return executions.length > 0 && executions.every(({ status }) => status === 'Success');
}

async function picture(name) {
  const file = join(pictures, `${name}.png`);
  await window.screenshot({ path: file, animations: 'disabled' });
  taken.push(file);
}
