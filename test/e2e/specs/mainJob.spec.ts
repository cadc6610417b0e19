import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
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
    const operations = async (): Promise<(string | undefined)[]> => (await tester.requests()).map(({ cells }) => cells[1]);
    await expect.poll(async () => (await operations()).filter((operation) => operation === 'MoveItem').length).toBe(mails);
    expect(new Set(await operations())).toContain('FindItem');
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
