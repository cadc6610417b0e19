import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { TracesPage } from '../pages/tracesPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';
import { expect, test } from '../fixtures/test.ts';

test.describe('the main job', () => {
  test('runs the sample against the demo server, activity by activity', async ({ studio }) => {
    const tester = new TesterPage(studio.window);
    const designer = new DesignerPage(studio.window);
    await new WelcomePage(studio.window).openDemo();
    await tester.start();
    await tester.finished();
    await expect(tester.result).toHaveText(/all successful/);

    await expect.poll(async () => (await tester.executions()).every(({ status }) => status === 'Success')).toBe(true);
    const executions = await tester.executions();
    const mails = executions.filter(({ cells }) => cells[0]?.startsWith('Reply to sender')).length;
    expect(mails).toBeGreaterThan(1);
    expect(executions.filter(({ cells }) => cells[0]?.startsWith('Move to Done'))).toHaveLength(mails);
    await expect(designer.card('Move to Done')).toHaveAccessibleName(/success/);

    await tester.show('Traces');
    await expect.poll(async () => (await tester.operations()).filter((operation) => operation === 'MoveItem').length).toBe(mails);
    expect(new Set(await tester.operations())).toContain('FindItem');

    // The first minute ends with what went over the wire for an answer.
    await tester.show('Console');
    await designer.card('Reply to sender').click();
    await tester.panel.getByRole('tablist', { name: /^Details of/ }).getByRole('tab', { name: /^Trace/ }).click();
    await tester.panel.getByRole('list', { name: 'Requests' }).getByRole('button', { name: /CreateItem/ }).click();
    const traces = new TracesPage(studio.window);
    await expect(traces.chosen).toContainText('CreateItem');
    await traces.list.focus();
    await studio.window.keyboard.press('Enter');
    await expect(tester.panel.getByRole('textbox', { name: 'Response, XML' })).toBeFocused();
    await studio.window.keyboard.press('Control+F');
    await studio.window.keyboard.type('NoError');
    await expect(tester.panel.getByRole('search').getByRole('status')).toHaveText('1 of 1');
  });

  test('finds nothing to do the second time, because the first run moved the mail', async ({ studio }) => {
    const tester = new TesterPage(studio.window);
    await new WelcomePage(studio.window).openDemo();
    await tester.start();
    await tester.finished();
    await tester.start();
    await tester.finished();
    await expect.poll(async () => (await tester.executions()).filter(({ cells }) => cells[0]?.startsWith('Move to Done')).length).toBe(0);
  });

  test('stops at a breakpoint, steps, and goes on', async ({ studio }) => {
    const tester = new TesterPage(studio.window);
    const designer = new DesignerPage(studio.window);
    await new WelcomePage(studio.window).openDemo();
    await designer.card('Reply to sender').hover();
    await designer.breakpoint('Reply to sender').click();
    await expect(designer.breakpoint('Reply to sender')).toHaveAttribute('aria-pressed', 'true');
    await tester.start();
    await expect(designer.card('Reply to sender')).toHaveAccessibleName(/paused/i);
    await expect.poll(async () => (await tester.executions()).find(({ cells }) => cells[0]?.startsWith('Reply to sender'))?.status).toMatch(/paused/i);

    await designer.breakpoint('Reply to sender').click();
    await studio.window.keyboard.press('F5');
    await tester.finished();
    await expect(tester.result).toHaveText(/all successful/);
  });

  test('is stopped by a person', async ({ studio }) => {
    const tester = new TesterPage(studio.window);
    const designer = new DesignerPage(studio.window);
    await new WelcomePage(studio.window).openDemo();
    await tester.start('F10');
    await expect(designer.card('Initialize Data')).toHaveAccessibleName(/paused|success/i);
    await studio.window.keyboard.press('Shift+F5');
    await tester.finished();
    await expect(tester.result).toHaveText(/stopped|cancelled/i);
  });
});
