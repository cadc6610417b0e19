import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOfName } from '../../../electron/runs/historyFiles.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { RunHeader } from '../../../shared/history/runHeader.ts';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { root, type Studio } from '../fixtures/studio.ts';
import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { HistoryPage } from '../pages/historyPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

const failing = 'reply-to-sender';
const day = 24 * 60 * 60 * 1000;

/** Writes the run that was recorded last once more, as one of yesterday that failed at its last reply, by a runbook that read differently. */
async function leaveYesterdaysRun(userData: string): Promise<void> {
  const folder = join(userData, 'history');
  const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.jsonl') && file.startsWith('20')).toSorted().toReversed();
  const [headerLine = '', ...lines] = (await readFile(join(folder, name), 'utf8')).trim().split('\n');
  const header: RunHeader = JSON.parse(headerLine);
  const before = (iso: string): string => new Date(Date.parse(iso) - day).toISOString();
  const run = 'yesterday';
  const document = structuredClone(header.document);
  const reply = document.activities[failing];
  if (reply !== undefined) reply.properties.bodyPrefix = 'Hello from yesterday';
  const events: RunEvent[] = lines.map((line) => JSON.parse(line));
  const end = events.findLastIndex((event) => event.type === 'activityFinished' && event.activity === failing);
  const failed = events.slice(0, end + 1).map((event, index): RunEvent => {
    const own = { ...event, run, at: before(event.at) };
    return own.type === 'activityFinished' && index === end ? { ...own, outcome: 'failed', rows: 0, error: errorData('network.nameNotFound', { host: 'mail.contoso.com' }) } : own;
  });
  const last: RunEvent = { type: 'runFinished', status: 'failed', durationMs: 900, run, seq: failed.length + 1, at: failed.at(-1)?.at ?? before(header.at) };
  const file = `${before(new Date(startOfName(name)).toISOString()).replace('T', '_').replace('Z', '').replaceAll(/[:.]/g, '-')}_${run}.jsonl`;
  await writeFile(join(folder, file), `${[{ ...header, run, at: before(header.at), document }, ...failed, last].map((line) => JSON.stringify(line)).join('\n')}\n`);
}

async function runTheSample(studio: Studio): Promise<TesterPage> {
  const tester = new TesterPage(studio.window);
  await new WelcomePage(studio.window).openDemo();
  await tester.start();
  await tester.finished();
  return tester;
}

test('a failed run of yesterday is opened as it was, moment by moment', async ({ studio }) => {
  const history = new HistoryPage(studio.window);
  const designer = new DesignerPage(studio.window);
  await runTheSample(studio);
  await history.open();
  await expect(history.list.getByRole('row')).toHaveCount(2);
  await leaveYesterdaysRun(studio.userData);
  // Nobody told the window: it sees that the folder changed.
  const row = history.row('Yesterday', 'Failed', 'Reply to sender');
  await expect(row).toBeVisible();
  await expectAccessible(studio, 'the list of the history');
  await studio.picture('history-list');
  await history.openRun(row);
  await expect(designer.card('Reply to sender')).toHaveAccessibleName(/failed/);
  await expect(studio.window.locator('[data-result]')).toHaveText(/^Failed in Reply to sender.*mail\.contoso\.com cannot be found/);

  await studio.window.getByRole('button', { name: 'Show differences' }).click();
  const differences = studio.window.getByRole('dialog', { name: 'Answer help desk mail: then and now' });
  await expect(differences.getByRole('row', { name: /Reply to sender.*Hello from yesterday/ })).toBeVisible();
  await studio.picture('history-differences');
  await differences.getByRole('button', { name: 'Close' }).click();

  const slider = history.replay.getByRole('slider', { name: 'Moment of the run' });
  await slider.focus();
  await studio.window.keyboard.press('Home');
  await expect(designer.card('Find unread help desk mail')).not.toHaveAccessibleName(/success/);
  await history.replay.getByRole('button', { name: 'Next problem' }).click();
  await expect(history.moment).toHaveText(/^Reply to sender: Failed/);
  await expect(designer.card('Find unread help desk mail')).toHaveAccessibleName(/success/);
  await expectAccessible(studio, 'a recorded run');
  await studio.picture('history-run');

  // What was found then has been answered and moved since: it goes on with those mails all the same, and does not look for new ones.
  await history.action('Run from failed activity').click();
  const tester = new TesterPage(studio.window);
  await tester.finished();
  await expect(tester.result).toHaveText(/^Failed in Reply to sender, item 1 of \d+: The item does not exist any more/);
  await tester.panel.getByRole('button', { name: 'Log', exact: true }).click();
  await tester.panel.getByRole('searchbox', { name: 'Filter the log' }).fill('help desk mail');
  const told = tester.panel.getByRole('treegrid', { name: 'Log' });
  await expect(told.getByRole('row', { name: /Find unread help desk mail Result of an earlier run: \d+ rows/ })).toBeVisible();
  await expect(told.getByRole('row', { name: /Find unread help desk mail Started/ })).toHaveCount(0);
});

test('the same runbook on the command line gives the same result, and appears while the app runs', async ({ launch, scratch }) => {
  // Where the command line looks for the data of the app.
  const environment = { XDG_CONFIG_HOME: scratch, APPDATA: scratch };
  const studio = await launch({ userData: join(scratch, 'Exchange Runbook Studio'), env: environment });
  const history = new HistoryPage(studio.window);
  const tester = await runTheSample(studio);
  const [inApp, all] = [await tester.result.innerText(), await tester.executions()];
  await history.open();
  await expect(history.list.getByRole('row')).toHaveCount(2);

  const child = spawn(process.execPath, [join(root, 'out/main/cli.cjs'), 'run', 'answer-help-desk-mail', '--demo'], { env: { ...process.env, ...environment }, stdio: 'ignore' });
  expect(await once(child, 'close')).toEqual([0, null]);
  await expect(history.row('Command line')).toContainText('Success');
  const [first, second] = await history.runs();
  const told = (cells: readonly string[] = []): readonly string[] => [...cells.slice(1, 6)];
  expect(first?.cells.at(-1)).toBe('Command line');
  expect(second?.cells.at(-1)).toBe('Test');
  expect(told(first?.cells)).toEqual(told(second?.cells));

  await history.openRun(history.row('Command line'));
  const names = (rows: readonly { readonly status: string; readonly cells: readonly string[] }[]): string[] => rows.map(({ status, cells }) => `${status} ${cells[0] ?? ''}`).toSorted();
  await expect.poll(async () => names(await history.executions())).toEqual(names(all));
  await expect.poll(async () => (await studio.window.locator('[data-result]').innerText()).replace(/after .*?:/, '')).toBe(inApp.replace(/after .*?:/, ''));
});
