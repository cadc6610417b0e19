import type { Studio } from '../fixtures/studio.ts';
import { designerScreens, newRunbookScreens } from './designerScreens.ts';
import { invokedScreens } from './invokedScreens.ts';
import { runScreens } from './runScreens.ts';
import type { Screen } from './screen.ts';
import { teamScreens } from './teamScreens.ts';
import { workspaceScreens } from './workspaceScreens.ts';

/** Every screen of the app, in the order in which a visit reaches them. A new screen is one entry, and is judged, measured and pictured. */
export const screens: readonly Screen[] = [...designerScreens, ...runScreens, ...newRunbookScreens, ...workspaceScreens, ...teamScreens, ...invokedScreens];

/** Waits until nothing moves any more that will come to rest: a dialog that fades in has none of its colors yet. */
export const settled = ({ window }: Studio): Promise<unknown> =>
  window.evaluate(() => Promise.allSettled(document.getAnimations().flatMap((one) => (one.effect?.getComputedTiming().iterations === Infinity ? [] : [one.finished]))));

/** Shows every screen of an app that has just started, one after the other. */
export async function visitScreens(studio: Studio, look: (screen: Screen) => Promise<unknown>): Promise<void> {
  for (const screen of screens) {
    await screen.open(studio);
    // An open tooltip is none of the screen's business.
    await studio.window.mouse.move(0, 0);
    await settled(studio);
    await look(screen);
    await screen.close?.(studio);
  }
}
