import { writeFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Studio } from '../fixtures/studio.ts';
import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

const acceleratorOf = (studio: Studio, id: string): Promise<unknown> =>
  studio.app.evaluate(({ Menu }, command) => Menu.getApplicationMenu()?.getMenuItemById(command)?.accelerator ?? '', id);

test('a key that is changed runs its command, and menu and tooltip show it; it is there after a restart', async ({ launch }) => {
  const studio = await launch();
  const { window } = studio;
  await window.keyboard.press('Control+/');
  await window.getByRole('button', { name: 'Change the key of Side Bar' }).click();
  await window.keyboard.press('Control+Alt+k');
  await window.getByRole('button', { name: 'Use this key' }).click();
  await expect.poll(() => acceleratorOf(studio, 'view.sideBar')).toBe('CmdOrCtrl+Alt+K');
  const sideBar = window.getByRole('complementary', { name: 'Side bar' });
  await window.getByRole('heading', { name: 'Settings' }).click();
  await window.keyboard.press('Control+Alt+k');
  await expect(sideBar).toBeHidden();
  await window.keyboard.press('Control+b');
  await expect(sideBar).toBeHidden();
  await studio.close();

  const again = await launch();
  await expect.poll(() => acceleratorOf(again, 'view.sideBar')).toBe('CmdOrCtrl+Alt+K');
});

test('changed keys go to a file and come back from one', async ({ studio, scratch }) => {
  const { window } = studio;
  const file = join(scratch, 'keys.json');
  await writeFile(file, JSON.stringify({ keys: { 'file.save': 'F12', 'of.another': 'F7' } }));
  await studio.answerFileDialog([file]);
  await studio.menu('help.shortcuts');
  await window.getByRole('button', { name: 'Import keys…' }).click();
  await expect.poll(() => acceleratorOf(studio, 'file.save')).toBe('F12');
  const out = join(scratch, 'out.json');
  await studio.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, out);
  await window.getByRole('button', { name: 'Export keys…' }).click();
  await expect.poll(() => readFile(out, 'utf8').then((text): unknown => JSON.parse(text), () => undefined)).toEqual({ keys: { 'file.save': 'F12' } });
  await window.getByRole('button', { name: 'Reset all keys' }).click();
  await expect.poll(() => acceleratorOf(studio, 'file.save')).toBe('CmdOrCtrl+S');
});

test('what was open is opened again after a restart, and recent workspaces are in the menu', async ({ launch }) => {
  const first = await launch();
  await new WelcomePage(first.window).openDemo();
  await first.window.getByRole('treeitem').nth(1).click();
  const tabs = first.window.getByRole('tablist', { name: 'Open tabs' }).getByRole('tab');
  await expect(tabs).toHaveCount(2);
  const names = (await tabs.allTextContents()).toReversed();
  await first.menu('view.moveTabLeft');
  await expect(tabs).toHaveText(names);
  // What changed last is remembered although the app ends at once.
  await first.close();

  const second = await launch();
  const again = second.window.getByRole('tablist', { name: 'Open tabs' }).getByRole('tab');
  await expect(again).toHaveText(names);
  await expect(new DesignerPage(second.window).canvas).toBeVisible();
});

test('a runbook goes to the recycle bin with its context menu, and Undo brings it back', async ({ studio }) => {
  const { window } = studio;
  await new WelcomePage(window).openDemo();
  const item = window.getByRole('treeitem').nth(1);
  const name = (await item.textContent()) ?? '';
  const labels = await studio.answerContextMenu('Delete');
  await item.click({ button: 'right' });
  await expect(window.getByRole('treeitem', { name, exact: true })).toHaveCount(0);
  expect(await labels()).toContain('Delete');
  await window.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(window.getByRole('treeitem', { name, exact: true })).toHaveCount(1);
});
