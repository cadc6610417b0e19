import { expectAccessible } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { ExchangeUserDialog } from '../pages/exchangeUserDialog.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

const modes = [
  ['light', 'view.light'],
  ['dark', 'view.dark'],
  ['high contrast', 'view.highContrast'],
] as const;

for (const [mode, command] of modes) {
  test(`every screen is accessible in ${mode} colors`, async ({ studio }) => {
    const { window } = studio;
    await studio.menu(command);
    await expectAccessible(studio, 'welcome');

    await new WelcomePage(window).openDemo();
    await expectAccessible(studio, 'designer');

    const tester = new TesterPage(window);
    await tester.start();
    await tester.finished();
    const designer = new DesignerPage(window);
    await designer.card('Find unread help desk mail').click();
    await expect(designer.properties.getByRole('tab', { name: 'Properties' })).toBeVisible();
    await expectAccessible(studio, 'console and properties');
    for (const tab of ['General', 'Filters', 'Run behavior', 'Last test']) {
      await designer.properties.getByRole('tab', { name: tab }).click();
      await expectAccessible(studio, `properties, ${tab}`);
    }

    await tester.show('Traces');
    await window.getByRole('grid', { name: 'Requests' }).getByRole('row').nth(1).click();
    await expectAccessible(studio, 'traces');
    await tester.show('Problems');
    await expectAccessible(studio, 'problems');

    const exchangeUser = new ExchangeUserDialog(studio);
    await exchangeUser.open();
    await expectAccessible(studio, 'Exchange User');
    await exchangeUser.add();
    await expectAccessible(studio, 'Add Configuration');
  });
}
