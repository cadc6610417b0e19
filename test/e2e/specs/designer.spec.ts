import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { parse } from 'yaml';
import { fileNamed } from '../fixtures/files.ts';
import type { Studio } from '../fixtures/studio.ts';
import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

/** Presses Tab, or Shift+Tab, until a control has the focus, as somebody without a pointer does. */
async function tabTo({ window }: Studio, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await window.keyboard.press(key);
  }
  throw new Error(`${key} does not reach the control`);
}

/** Adds an activity after the one that has the focus, and waits for its card. */
async function add(studio: Studio, designer: DesignerPage, search: string, card: string): Promise<void> {
  await studio.window.keyboard.press('Shift+A');
  await expect(studio.window.getByRole('dialog', { name: /^Add activity/ })).toBeVisible();
  await studio.window.keyboard.type(search);
  await studio.window.keyboard.press('Enter');
  await expect(designer.card(card)).toBeFocused();
}

test.describe('the designer', () => {
  test('builds, saves and runs a runbook with the keyboard alone', async ({ studio }) => {
    const { window } = studio;
    const { keyboard } = window;
    const designer = new DesignerPage(window);
    const tester = new TesterPage(window);
    await tabTo(studio, window.getByRole('button', { name: 'Open the demo' }));
    await keyboard.press('Enter');
    await expect(designer.card('Initialize Data')).toBeVisible();

    await keyboard.press('Control+N');
    await expect(window.getByRole('dialog', { name: 'New Runbook' })).toBeVisible();
    await keyboard.type('File the newsletters');
    await keyboard.press('Enter');
    await expect(window.getByRole('tab', { name: /File the newsletters/, selected: true })).toBeVisible();
    await expect(designer.canvas).toBeFocused();

    await add(studio, designer, 'get item', 'Get Item');
    // The demo has a configuration for each item type, so none is chosen by itself.
    await keyboard.press('Enter');
    await expect(designer.properties.getByRole('combobox', { name: 'Configuration Name' })).toBeFocused();
    await keyboard.press('Enter');
    const option = window.getByRole('option', { name: /Demo mail items/ });
    await expect(option).toBeVisible();
    for (let presses = 0; presses < 6 && !(await option.evaluate((element) => element === document.activeElement)); presses += 1) await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(designer.properties.getByRole('combobox', { name: 'Configuration Name' })).toHaveText(/Demo mail items/);
    await keyboard.press('Escape');
    await expect(designer.card('Get Item')).toBeFocused();
    await add(studio, designer, 'move', 'Move Or Copy Item');
    await add(studio, designer, 'create and send', 'Create and Send E-Mail');
    await expect(designer.card('Get Item')).toHaveAccessibleName(/1 link out/);

    await keyboard.press('Enter');
    const field = (name: string): Locator => designer.properties.getByRole('textbox', { name, exact: true });
    for (const [name, value] of [['To', 'ana@contoso.test'], ['Subject', 'Filed'], ['Body', 'One more newsletter was filed.']] as const) {
      await tabTo(studio, field(name));
      await keyboard.type(value);
    }
    await keyboard.press('Escape');
    await expect(designer.card('Create and Send E-Mail')).toBeFocused();
    await keyboard.press('Alt+ArrowLeft');
    await expect(designer.card('Move Or Copy Item')).toBeFocused();
    await keyboard.press('Enter');
    await tabTo(studio, field('ID'));
    await keyboard.press('Control+Space');
    const offered = window.getByRole('listbox').getByRole('option');
    await expect(offered.first()).toBeVisible();
    await keyboard.type('ID');
    await expect(offered.first()).toHaveText(/^ID/);
    await keyboard.press('Enter');
    await expect(field('ID')).toContainText('Get Item › ID');
    await tabTo(studio, field('Destination Folder'));
    await keyboard.type('Inbox\\Done');

    // The condition of a link: from the card before, Tab goes on to its link.
    await keyboard.press('Escape');
    await expect(designer.card('Move Or Copy Item')).toBeFocused();
    await keyboard.press('Alt+ArrowLeft');
    await expect(designer.card('Get Item')).toBeFocused();
    await keyboard.press('Tab');
    await expect(window.getByRole('button', { name: /^Link from Get Item to Move Or Copy Item/ })).toBeFocused();
    await keyboard.press('Enter');
    await expect(designer.properties.getByRole('button', { name: 'Add condition' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(designer.properties.getByRole('combobox', { name: 'Item of condition 1' })).toBeFocused();
    const choose = async (what: string, option: string): Promise<void> => {
      const list = designer.properties.getByRole('combobox', { name: `${what} of condition 1` });
      await tabTo(studio, list);
      await keyboard.press('Enter');
      await expect(window.getByRole('option', { name: option, exact: true })).toBeVisible();
      await keyboard.type(option);
      await expect(window.getByRole('option', { name: option, exact: true })).toBeFocused();
      await keyboard.press('Enter');
      await expect(list).toHaveText(option);
    };
    await choose('Item', 'Subject');
    await choose('Relation', 'contains');
    await tabTo(studio, designer.properties.getByRole('textbox', { name: 'Value of condition 1' }));
    await keyboard.type('newsletter');
    await keyboard.press('Enter');
    await expect(designer.properties.getByRole('button', { name: 'Include when Subject of Get Item contains “newsletter”' })).toBeFocused();
    await keyboard.press('Control+S');
    await expect(window.getByRole('tab', { name: /File the newsletters/ })).not.toHaveAccessibleName(/unsaved/i);

    const saved: unknown = parse(await readFile(await fileNamed('file-the-newsletters.yaml', studio.userData), 'utf8'));
    expect(saved).toMatchObject({
      formatVersion: 1,
      name: 'File the newsletters',
      activities: {
        'get-item': { type: 'exchange.getItem', connection: 'demo-mail-items', properties: { searchFolder: 'Inbox' } },
        'move-or-copy-item': { type: 'exchange.moveOrCopyItem', properties: { id: '{{get-item.ID}}', destinationFolder: 'Inbox\\Done' } },
        'create-and-send-e-mail': { type: 'exchange.createAndSendEmail', connection: 'demo-mailbox', properties: { to: 'ana@contoso.test' } },
      },
      links: [
        { from: 'get-item', to: 'move-or-copy-item', include: [{ field: 'Subject', operator: 'contains', value: 'newsletter' }] },
        { from: 'move-or-copy-item', to: 'create-and-send-e-mail' },
      ],
    });

    await keyboard.press('F5');
    await tester.finished();
    await expect(tester.result).toHaveText(/all successful/);
  });

  test('takes every change back, and makes it again', async ({ studio }) => {
    const { window } = studio;
    const designer = new DesignerPage(window);
    await new WelcomePage(window).openDemo();
    const tab = window.getByRole('tab', { name: /Answer help desk mail/ });
    const card = designer.card('Reply to sender');
    await card.click();
    await designer.properties.getByRole('tab', { name: 'General' }).click();
    await designer.properties.getByRole('textbox', { name: 'Name' }).fill('Answer');
    await expect(designer.card('Answer')).toBeVisible();
    await designer.card('Answer').click();
    await window.keyboard.press('Delete');
    await expect(designer.card('Answer')).toBeHidden();
    await expect(window.getByRole('contentinfo', { name: 'Status bar' })).toContainText(/problem/);

    await window.keyboard.press('Control+Z');
    await expect(designer.card('Answer')).toBeVisible();
    await window.keyboard.press('Control+Z');
    await expect(card).toBeVisible();
    await expect(tab).not.toHaveAccessibleName(/unsaved/i);
    await window.keyboard.press('Control+Shift+Z');
    await expect(designer.card('Answer')).toBeVisible();
  });
});
