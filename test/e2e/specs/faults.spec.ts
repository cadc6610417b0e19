import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { DemoServerPage } from '../pages/demoServerPage.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { ExchangeUserDialog } from '../pages/exchangeUserDialog.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

test.describe('when the server does not do as it should', () => {
  test('Stop ends the request that is under way', async ({ studio }) => {
    const tester = new TesterPage(studio.window);
    const designer = new DesignerPage(studio.window);
    await new WelcomePage(studio.window).openDemo();
    await new DemoServerPage(studio).cause('hang');
    await tester.start();
    await expect(designer.card('Find unread help desk mail')).toHaveAccessibleName(/running/i);
    await expect(tester.panel).toContainText(/waiting for \w+ on 127\.0\.0\.1, \d+ s, gives up after 100 s/);
    await studio.window.keyboard.press('Shift+F5');
    await tester.finished();
    await expect(tester.result).toHaveText(/stopped/i);
    // People who listen to the screen are told at once.
    await expect(studio.window.getByRole('alert').filter({ hasText: /^Stopped after/ })).toBeAttached();

    // The request is among the traces, with the reason why it has no answer.
    await tester.show('Traces');
    const requests = await tester.requests();
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.every(({ status }) => status !== 'Success')).toBe(true);
  });

  test('a failed activity says what happened, why, and what to do', async ({ studio }) => {
    const tester = new TesterPage(studio.window);
    await new WelcomePage(studio.window).openDemo();
    await new DemoServerPage(studio).cause('ewsBlocked');
    await tester.start();
    await tester.finished();
    await expect(tester.result).toHaveText(/failed/i);
    await tester.panel.getByRole('gridcell', { name: /Find unread help desk mail/ }).click();
    await expect(tester.panel).toContainText(/EWS/);
    await expect(tester.panel.getByText('Why', { exact: true })).toBeVisible();
    await expect(tester.panel.getByRole('listitem').first()).toBeVisible();
  });

  test('a certificate that has expired fails the test of the configuration at its stage, until the fault is off', async ({ studio }) => {
    const server = new DemoServerPage(studio);
    const exchangeUser = new ExchangeUserDialog(studio);
    await new WelcomePage(studio.window).openDemo();
    await server.cause('expiredCertificate');
    await exchangeUser.open();
    const form = await exchangeUser.edit('Demo mailbox');
    const stage = (name: string): Locator => form.getByRole('list', { name: 'Stages' }).getByRole('listitem').filter({ hasText: name });
    await form.getByRole('button', { name: 'Test connection' }).click();
    await expect(stage('Certificate').getByRole('img', { name: 'Failed' })).toBeVisible();
    await expect(form.getByRole('alert')).toContainText(/certificate expired on \d{4}-\d\d-\d\d/);
    await form.getByRole('button', { name: 'View certificate' }).click();
    await expect(form.getByRole('region', { name: 'Certificate' })).toContainText('Demo Exchange server');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await exchangeUser.finish();

    await server.cause('none');
    await exchangeUser.open();
    await exchangeUser.edit('Demo mailbox');
    await form.getByRole('button', { name: 'Test connection' }).click();
    await expect(form).toContainText('The connection works.');
  });
});
