import { colorSchemeAttribute } from '../../../renderer/app/theme.ts';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/test.ts';
import { settled, visitScreens } from '../screens/screens.ts';

const modes = [
  { command: 'view.light', scheme: 'light' },
  { command: 'view.dark', scheme: 'dark' },
  { command: 'view.highContrast', scheme: 'highContrast' },
] as const;

/** Modes are other values of the same variables, so that what does not depend on colors is judged once: in the mode that the screen before ended with. */
test('every screen is accessible in light, dark and high contrast colors', async ({ studio }) => {
  // More than fifty screens in each mode.
  test.setTimeout(modes.length * 180_000);
  await studio.menu(modes[0].command);
  let order = [...modes];
  await visitScreens(studio, async ({ name }) => {
    for (const [index, { command, scheme }] of order.entries()) {
      if (index > 0) await studio.menu(command);
      await expect(studio.window.locator('html')).toHaveAttribute(colorSchemeAttribute, scheme);
      await settled(studio);
      await expectAccessible(studio, `${name}, ${scheme}`, index === 0 ? 'everything' : 'colors');
    }
    order = order.toReversed();
  });
});
