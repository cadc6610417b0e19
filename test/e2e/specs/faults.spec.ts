import { expect, test } from '../fixtures/test.ts';
import { demoFaults, type DemoFault } from '../../../shared/demo/demo.ts';
import type { Studio } from '../fixtures/studio.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

/** Tools > Demo Server: causes a fault as a person does. */
async function cause({ window, menu }: { readonly window: Studio['window']; readonly menu: (command: 'tools.demoServer') => Promise<void> }, fault: DemoFault): Promise<void> {
  await menu('tools.demoServer');
  const dialog = window.getByRole('dialog', { name: 'Demo server' });
  await dialog.getByRole('radio', { name: demoFaults[fault] }).check();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
}

test.describe('when the server does not do as it should', () => {
  test('Stop ends the request that is under way', async ({ studio }) => {
    const tester = new TesterPage(studio.window);
    const designer = new DesignerPage(studio.window);
    await new WelcomePage(studio.window).openDemo();
    await cause({ window: studio.window, menu: (command) => studio.menu(command) }, 'hang');
    await tester.start();
    await expect(designer.card('Find unread help desk mail')).toHaveAccessibleName(/running/i);
    await studio.window.keyboard.press('Shift+F5');
    await tester.finished();
    await expect(tester.result).toHaveText(/stopped/i);

    // The request is among the traces, with the reason why it has no answer.
    await tester.show('Traces');
    const requests = await tester.requests();
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.every(({ status }) => status !== 'Success')).toBe(true);
  });

  test('a failed activity says what happened, why, and what to do', async ({ studio }) => {
    const tester = new TesterPage(studio.window);
    await new WelcomePage(studio.window).openDemo();
    await cause({ window: studio.window, menu: (command) => studio.menu(command) }, 'ewsBlocked');
    await tester.start();
    await tester.finished();
    await expect(tester.result).toHaveText(/failed/i);
    await tester.panel.getByRole('gridcell', { name: /Find unread help desk mail/ }).click();
    await expect(tester.panel).toContainText(/EWS/);
    await expect(tester.panel.getByText('Why', { exact: true })).toBeVisible();
    await expect(tester.panel.getByRole('listitem').first()).toBeVisible();
  });
});
