import type { Locator } from '@playwright/test';
import type { Studio } from '../fixtures/studio.ts';
import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { TracesPage } from '../pages/tracesPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

const smallest = async ({ app, window }: Studio): Promise<void> => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(1024);
};

/** Names of the buttons and tabs above the canvas that something lies over, or that reach beyond the window. */
const covered = ({ window }: Studio): Promise<string[]> =>
  window.evaluate(() => {
    const bars = '[role="toolbar"], [role="tablist"][aria-label="Open tabs"]';
    return [...document.querySelectorAll<HTMLElement>(':is([role="toolbar"], [role="tablist"][aria-label="Open tabs"]) :is(button, [role="tab"])')]
      .filter((control) => getComputedStyle(control).visibility === 'visible')
      .filter((control) => {
        const { left, right, top, bottom } = control.getBoundingClientRect();
        const places = [[left + 8, top + 3], [(left + right) / 2, (top + bottom) / 2], [right - 8, bottom - 3]] as const;
        return places.some(([x, y]) => document.elementFromPoint(x, y)?.closest(bars) !== control.closest(bars));
      })
      .map((control) => control.ariaLabel ?? control.textContent);
  });

/** Makes the text larger, step by step, until it has this size in percent. */
async function enlarge(studio: Studio, text: number): Promise<void> {
  const { window } = studio;
  while ((await window.evaluate(() => innerWidth)) > 102_400 / text) {
    const before = await window.evaluate(() => innerWidth);
    await studio.menu('view.largerText');
    await expect.poll(() => window.evaluate(() => innerWidth)).toBeLessThan(before);
  }
}

/** Opens the properties of an activity and waits until they stand where they belong. */
async function showProperties({ window }: Studio, name: string): Promise<DesignerPage> {
  const designer = new DesignerPage(window);
  await designer.card(name).focus();
  await window.keyboard.press('Enter');
  await expect(designer.properties.getByRole('tab', { name: 'General' })).toBeVisible();
  return designer;
}

for (const text of [100, 200]) {
  test(`in the smallest window with ${text} % text the properties cover the canvas and nothing above it`, async ({ studio }) => {
    const { window } = studio;
    await smallest(studio);
    await new WelcomePage(window).openDemo();
    await enlarge(studio, text);
    const designer = await showProperties(studio, 'Reply to sender');
    await expect.poll(() => covered(studio)).toEqual([]);
    await expect(designer.toolbar.getByRole('button', { name: 'Test' })).toBeVisible();
    const [bar, panel] = [await designer.toolbar.boundingBox(), await designer.properties.boundingBox()];
    expect(panel?.y ?? 0).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0) - 1);
    // What found no room is in the menu at the end, with its title and key.
    const shown = await studio.answerContextMenu('Outline');
    await designer.toolbar.getByRole('button', { name: 'More commands' }).click();
    await expect(window.getByRole('tree', { name: /^Outline of/ })).toBeVisible();
    expect(await shown()).toEqual(expect.arrayContaining([expect.stringContaining('Fit to Window'), expect.stringContaining('Find in Runbook')]));
  });
}

test('in the smallest window with 200 % text side bar and properties take turns, and the focus is always seen', async ({ studio }) => {
  const { window } = studio;
  await smallest(studio);
  await new WelcomePage(window).openDemo();
  await enlarge(studio, 200);
  const designer = await showProperties(studio, 'Reply to sender');
  const sideBar = window.getByRole('complementary', { name: 'Side bar' });
  /** What lies over the middle of what has the focus; nothing where it can be seen. */
  const over = (): Promise<string> =>
    window.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return 'nothing has the focus';
      const { left, top, width, height } = focused.getBoundingClientRect();
      const there = document.elementFromPoint(Math.max(1, left + Math.min(width, innerWidth) / 2), Math.max(1, top + Math.min(height, innerHeight) / 2));
      if (there !== null && (focused.contains(there) || there.contains(focused))) return '';
      return `${there?.closest('[aria-label]')?.ariaLabel ?? 'the window ends'} over ${focused.ariaLabel ?? focused.tagName}`;
    });
  await designer.properties.getByRole('tab', { name: 'General' }).click();
  const name = designer.properties.getByRole('textbox', { name: 'Name' });
  await name.focus();
  await window.keyboard.press('Control+B');
  await expect(sideBar).toBeVisible();
  await expect(designer.properties).toBeHidden();
  await expect.poll(() => sideBar.evaluate((bar) => bar.contains(document.activeElement))).toBe(true);
  expect(await over()).toBe('');
  await window.keyboard.press('Escape');
  await expect(sideBar).toBeHidden();
  await expect(designer.properties).toBeVisible();
  await expect(name).toBeFocused();

  // Every part is reached with F6, and none is covered when it is.
  await studio.menu('view.runbooks');
  await expect(sideBar).toBeVisible();
  const reached = new Set<string>();
  for (let presses = 0; presses < 6; presses += 1) {
    await window.keyboard.press('F6');
    await expect.poll(over).toBe('');
    reached.add(await window.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('aria-label') ?? 'none'));
  }
  expect([...reached]).toEqual(expect.arrayContaining(['Editor', 'Properties', 'Status bar', 'Activity rail']));
  await expect(sideBar).toBeHidden();
});

test('in the smallest window the card that a test waits at is not covered by the properties', async ({ studio }) => {
  const { window } = studio;
  await smallest(studio);
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

test('in the smallest window the traces show how each request ended, and every view of a message can be chosen', async ({ studio }) => {
  const { window } = studio;
  await smallest(studio);
  const tester = new TesterPage(window);
  const traces = new TracesPage(window);
  await new WelcomePage(window).openDemo();
  await tester.start();
  await tester.finished();
  await tester.show('Traces');
  await traces.list.getByRole('row').nth(1).click();
  const message = tester.panel.getByRole('region', { name: 'Response' });
  await expect(message.getByRole('textbox', { name: 'Response, XML' })).toBeVisible();
  // What there is no room for in one line stands in the next one; nothing is behind the edge.
  const inside = async (part: Locator, whole: Locator): Promise<boolean> => {
    const [one, all] = [await part.boundingBox(), await whole.boundingBox()];
    return one !== null && all !== null && one.x >= all.x && one.x + one.width <= all.x + all.width + 1;
  };
  const controls = [...(await message.getByRole('tab').all()), ...(await message.getByRole('group', { name: 'Half of the pair' }).getByRole('button').all())];
  expect(controls.length).toBeGreaterThan(2);
  for (const control of controls) {
    await expect.poll(() => inside(control, message)).toBe(true);
  }
  const result = traces.list.getByRole('row').nth(1).getByRole('gridcell', { name: 'NoError' });
  await expect.poll(() => inside(result, traces.list)).toBe(true);
  for (const view of ['Summary', 'Headers', 'Raw', 'XML']) {
    await message.getByRole('tab', { name: view }).click();
    await expect(message.getByRole('tab', { name: view })).toHaveAttribute('aria-selected', 'true');
  }
});
