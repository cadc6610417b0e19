import { copyFile, mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { DemoServerPage } from '../pages/demoServerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { TracesPage } from '../pages/tracesPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

test('a busy server and a full mailbox are found with F4, exported without contents, and read again', async ({ studio }) => {
  const { window } = studio;
  const tester = new TesterPage(window);
  const traces = new TracesPage(window);
  await new WelcomePage(window).openDemo();
  const server = new DemoServerPage(studio);

  await server.cause('serverBusy');
  await tester.start();
  await tester.finished();
  await server.cause('mailboxFull');
  await tester.start();
  await tester.finished();
  await expect(tester.result).toHaveText(/failed/i);

  await tester.show('Traces');
  await traces.list.focus();
  await window.keyboard.press('F4');
  await expect(traces.chosen).toContainText('ErrorServerBusy');
  await expect(traces.problemLine.filter({ hasText: 'ErrorServerBusy' })).not.toHaveCount(0);
  await traces.filter.fill('code:quota');
  await traces.list.focus();
  await window.keyboard.press('F4');
  await expect(traces.chosen).toContainText('ErrorQuotaExceeded');
  await expect(traces.problemLine.first()).toBeVisible();

  // What sends is not sent again; what reads is, and its new pair is chosen.
  await expect(traces.sendAgain).toHaveAttribute('aria-disabled', 'true');
  await traces.filter.fill('op:FindItem status:success');
  await expect.poll(async () => (await tester.operations()).every((operation) => operation.startsWith('FindItem'))).toBe(true);
  const found = await traces.count();
  await traces.list.getByRole('row').last().click();
  await traces.sendAgain.click();
  await expect.poll(() => traces.count()).toBe(found + 1);
  await traces.filter.fill('"sent again"');
  await expect(traces.chosen).toContainText('FindItem');
  await expect(traces.list.getByRole('row')).toHaveCount(2);

  // Everything is exported, and nothing of the mailbox is in it.
  await traces.filter.fill('');
  const path = join(studio.userData, 'export.ews-trace.xml.log');
  await studio.answerSaveDialog(path);
  await traces.export();
  await expect(traces.status).toContainText(/\d+ requests written to .*export/);
  const written = await readFile(path, 'utf8');
  expect(written).toContain('ErrorQuotaExceeded');
  expect(written).not.toMatch(/contoso\.test|\[HD\]|help desk/i);
  expect((await readdir(studio.userData)).filter((name) => name.endsWith('.part'))).toEqual([]);

  // Read again, the pairs are the same.
  const before = Number(/\d+/.exec(await traces.status.innerText())?.[0]);
  await studio.answerFileDialog([path]);
  await traces.open();
  await expect(window.getByRole('tab', { name: 'export.ews-trace.xml.log' })).toHaveAttribute('aria-selected', 'true');
  const file = new TracesPage(window, window.getByRole('main'));
  await expect.poll(() => file.count()).toBe(before);
  await file.filter.fill('Subject 1');
  await expect.poll(() => file.count()).toBeGreaterThan(0);
  await expect.poll(() => file.count()).toBeLessThan(before);

  // Dropped on the panel, another file is opened beside it.
  const dropped = join(studio.userData, 'dropped.ews-trace.xml.log');
  await copyFile(path, dropped);
  await traces.drop(studio, [dropped]);
  await expect(window.getByRole('tab', { name: 'dropped.ews-trace.xml.log' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => file.count()).toBe(before);

  // A folder of them is one list; the system is asked for folders.
  const folder = join(studio.userData, 'night');
  await mkdir(folder);
  await copyFile(path, join(folder, 'first.ews-trace.xml.log'));
  await copyFile(path, join(folder, 'second.ews-trace.xml.log'));
  const asked = await studio.answerFileDialog([folder]);
  await studio.menu('file.openTraceFolder');
  await expect(window.getByRole('tab', { name: 'night' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => file.count()).toBe(2 * before);
  expect(await asked()).toEqual(['openDirectory', 'multiSelections']);
});
