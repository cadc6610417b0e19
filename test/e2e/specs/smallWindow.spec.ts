import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

test('in the smallest window the card that a test waits at is not covered by the properties', async ({ studio }) => {
  const { window } = studio;
  await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(1024);
  const designer = new DesignerPage(window);
  await new WelcomePage(window).openDemo();
  await designer.card('Reply to sender').focus();
  await window.keyboard.press('F9');
  await new TesterPage(window).start();
  const card = designer.card('Reply to sender');
  await expect(card).toHaveAccessibleName(/paused/i);
  await expect(designer.properties).toBeVisible();
  await expect
    .poll(async () => {
      const [shown, panel] = [await card.boundingBox(), await designer.properties.boundingBox()];
      return shown !== null && panel !== null && shown.x + shown.width <= panel.x;
    })
    .toBe(true);
});
