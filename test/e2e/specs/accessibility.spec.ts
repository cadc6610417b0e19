import { expectAccessible } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { ExchangeUserDialog } from '../pages/exchangeUserDialog.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

/** The structure is the same in every mode, so it is looked at once. */
const modes = [
  ['light', 'view.light', 'everything'],
  ['dark', 'view.dark', 'contrast'],
  ['high contrast', 'view.highContrast', 'contrast'],
] as const;

for (const [mode, command, extent] of modes) {
  test(`every screen is accessible in ${mode} colors`, async ({ studio }) => {
    // A dozen screens, each judged in full.
    test.slow();
    const { window } = studio;
    const look = (screen: string): Promise<void> => expectAccessible(studio, screen, extent);
    await studio.menu(command);
    await look('welcome');

    await new WelcomePage(window).openDemo();
    await look('designer');

    const tester = new TesterPage(window);
    await tester.start();
    await tester.finished();
    const designer = new DesignerPage(window);
    await designer.card('Find unread help desk mail').click();
    await expect(designer.properties.getByRole('tab', { name: 'Properties' })).toBeVisible();
    await look('console and properties');
    for (const tab of ['General', 'Filters', 'Run behavior', 'Last test']) {
      await designer.properties.getByRole('tab', { name: tab }).click();
      await look(`properties, ${tab}`);
    }

    await tester.show('Traces');
    await window.getByRole('grid', { name: 'Requests' }).getByRole('row').nth(1).click();
    await look('traces');
    await tester.show('Problems');
    await look('problems');

    const exchangeUser = new ExchangeUserDialog(studio);
    await exchangeUser.open();
    await look('Exchange User');
    await exchangeUser.add();
    await look('Add Configuration');
  });
}
