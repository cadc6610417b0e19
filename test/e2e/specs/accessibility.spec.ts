import { expectAccessible } from '../fixtures/accessibility.ts';
import { test } from '../fixtures/test.ts';
import { visitScreens } from '../screens/screens.ts';

/** Modes are other values of the same variables, so that what does not depend on colors is judged once. */
const modes = [
  ['light', 'view.light', 'everything'],
  ['dark', 'view.dark', 'colors'],
  ['high contrast', 'view.highContrast', 'colors'],
] as const;

for (const [mode, command, extent] of modes) {
  test(`every screen is accessible in ${mode} colors`, async ({ studio }) => {
    // More than fifty screens, each judged in full.
    test.setTimeout(180_000);
    await studio.menu(command);
    await visitScreens(studio, ({ name }) => expectAccessible(studio, name, extent));
  });
}
