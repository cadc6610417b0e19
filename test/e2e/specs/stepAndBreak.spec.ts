import { readFile } from 'node:fs/promises';
import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';
import { expect, test } from '../fixtures/test.ts';
import { fileNamed } from '../fixtures/files.ts';

test.describe('stepping and breaking', () => {
  test('pauses at an item, takes another value for this run, goes on, stops half way and lists what was done', async ({ launch }) => {
    const studio = await launch();
    const { window } = studio;
    const { keyboard } = window;
    const tester = new TesterPage(window);
    const designer = new DesignerPage(window);
    await new WelcomePage(window).openDemo();
    await designer.card('Reply to sender').focus();
    await keyboard.press('Control+F9');
    const dialog = window.getByRole('dialog', { name: 'Pause before Reply to sender when' });
    await dialog.getByRole('combobox', { name: 'Relation' }).click();
    await window.getByRole('option', { name: 'is greater than', exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Value' }).fill('1');
    await keyboard.press('Enter');
    await expect(designer.card('Reply to sender')).toHaveAccessibleName(/breakpoint when item number is greater than 1/);

    await tester.start();
    await expect(tester.pause).toContainText('Paused before Reply to sender, item 2 of');
    await expect(tester.pause).toContainText('breakpoint, "2" is greater than "1"');
    await tester.panel.getByRole('button', { name: 'Change Body Prefix for this run' }).click();
    await tester.panel.getByRole('textbox', { name: 'Body Prefix, for this run only' }).fill('A person answers this one.');
    await keyboard.press('Enter');
    await expect(tester.panel.getByRole('row', { name: /Body Prefix/ })).toContainText('A person answers this one.edited for this run');

    await keyboard.press('F5');
    await expect(tester.pause).toContainText('Paused before Reply to sender, item 3 of');
    await keyboard.press('Shift+F5');
    await tester.finished();
    await expect(tester.result).toHaveText(/^Stopped after .*\. 3 mails were sent; [1-9]\d* w(as|ere) not\./);
    await expect(tester.panel.getByRole('list', { name: 'What the run did' })).toContainText(/Reply to sender: 2 mails were sent; \d+ w(as|ere) not\./);
    await expect(designer.properties).toBeVisible();

    // What was sent is what was typed, and the runbook still says what it said.
    await tester.panel.getByRole('button', { name: 'Previous item' }).click();
    await tester.panel.getByRole('tab', { name: /^Run-time/ }).click();
    await expect(tester.panel.getByRole('row', { name: /Body Prefix/ })).toContainText('A person answers this one.');
    expect(await readFile(await fileNamed('answer-help-desk-mail.yaml', studio.userData), 'utf8')).not.toContain('A person answers');
    await studio.close();

    const again = await launch();
    // What was open is open again.
    await expect(new DesignerPage(again.window).card('Reply to sender')).toHaveAccessibleName(/breakpoint when item number is greater than 1/);
  });

  test('pins a result and runs from the middle with the data of the last test', async ({ studio }) => {
    const { window } = studio;
    const tester = new TesterPage(window);
    const designer = new DesignerPage(window);
    await new WelcomePage(window).openDemo();
    await tester.start();
    await tester.finished();
    await designer.card('Find unread help desk mail').focus();
    await studio.menu('run.pin');
    await expect(designer.card('Find unread help desk mail')).toHaveAccessibleName(/pinned result, [2-9] rows/);
    await designer.card('Reply to sender').focus();
    await window.keyboard.press('Control+Enter');
    await expect(designer.card('Move to Done')).not.toHaveAccessibleName(/success/);
    await tester.finished();
    const executions = await tester.executions();
    expect(executions.filter(({ cells }) => cells[0]?.startsWith('Move to Done'))).toEqual([]);
    expect(executions.filter(({ cells }) => cells[0]?.startsWith('Reply to sender')).length).toBeGreaterThan(1);
  });
});
