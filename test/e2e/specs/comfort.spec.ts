import type { Page } from '@playwright/test';
import type { Studio } from '../fixtures/studio.ts';
import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';
import { visitScreens } from '../screens/screens.ts';

/**
 * Controls, titles and labels whose text is cut off without an ellipsis that says so, controls that no scrolling brings into
 * the window, and dialogs that reach beyond it.
 */
const cutOff = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const found: string[] = [];
    const nameOf = (element: HTMLElement): string => `${element.ariaLabel ?? ''} ${element.textContent}`.trim().slice(0, 60);
    const scrolls = (element: Element): boolean => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
    const within = (element: Element | null, test: (one: Element) => boolean): boolean => element !== null && (test(element) || within(element.parentElement, test));
    const behind = '[aria-hidden="true"], [inert], .react-flow, .cm-editor';
    for (const element of document.querySelectorAll<HTMLElement>('button, [role="tab"], [role="button"], [role="combobox"], label, legend, h1, h2, h3, [role="menuitem"], kbd')) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width <= 1 || style.visibility === 'hidden' || element.closest(behind) !== null) continue;
      const shortened = [element, ...element.querySelectorAll('*')].some((one) => getComputedStyle(one).textOverflow === 'ellipsis');
      const visible = [element, ...element.querySelectorAll<HTMLElement>('span')].every((one) => one.clientWidth <= 1 || one.scrollWidth <= one.clientWidth + 1 || getComputedStyle(one).display === 'inline');
      if (!shortened && !visible) found.push(`cut off: ${nameOf(element)}`);
      const outside = box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
      if (outside && !within(element.parentElement, scrolls)) found.push(`out of reach: ${nameOf(element)}`);
    }
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > innerWidth || scrollHeight > innerHeight) found.push(`the page is ${scrollWidth} x ${scrollHeight} in ${innerWidth} x ${innerHeight}`);
    for (const dialog of document.querySelectorAll<HTMLElement>('[role="dialog"]')) {
      const { left, top, right, bottom } = dialog.getBoundingClientRect();
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) found.push(`beyond the window: ${nameOf(dialog)}`);
    }
    return found;
  });

const smallest = async ({ app, window }: Studio): Promise<void> => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(1024);
};

const nothingCutOff = (studio: Studio) => async ({ name }: { readonly name: string }): Promise<void> => expect.soft(await cutOff(studio.window), name).toEqual([]);

test('in the smallest window nothing is cut off on any screen', async ({ studio }) => {
  test.setTimeout(120_000);
  await smallest(studio);
  await visitScreens(studio, nothingCutOff(studio));
});

test('with 200 % text in the smallest window nothing is cut off on any screen', async ({ studio }) => {
  test.setTimeout(120_000);
  await smallest(studio);
  while ((await studio.window.evaluate(() => innerWidth)) > 512) {
    const before = await studio.window.evaluate(() => innerWidth);
    await studio.menu('view.largerText');
    await expect.poll(() => studio.window.evaluate(() => innerWidth)).toBeLessThan(before);
  }
  expect(await studio.window.evaluate(() => innerWidth)).toBe(512);
  await visitScreens(studio, nothingCutOff(studio));
});

test('density makes controls higher, and reduced motion ends every movement', async ({ studio }) => {
  const { window } = studio;
  await studio.menu('options.settings');
  const control = window.getByRole('button', { name: 'Import keys…' });
  const compact = (await control.boundingBox())?.height ?? 0;
  await window.getByRole('combobox', { name: 'Density' }).click();
  await window.getByRole('option', { name: 'Comfortable' }).click();
  await expect.poll(async () => (await control.boundingBox())?.height ?? 0).toBeGreaterThan(compact);
  // A switch that is off has an edge, on whatever ground it stands.
  const knob = window.getByRole('switch', { name: 'Reduce motion' }).locator('xpath=..').locator('.MuiSwitch-thumb');
  const [edge, ground] = await knob.evaluate((element) => [getComputedStyle(element).borderTopColor, getComputedStyle(element).backgroundColor]);
  expect(edge).not.toBe(ground);
  expect(await knob.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('2px');
  const longest = (): Promise<number> => window.evaluate(() => Math.max(...[...document.querySelectorAll('*')].map((element) => Number.parseFloat(getComputedStyle(element).transitionDuration))));
  expect(await longest()).toBeGreaterThan(0.1);
  await window.getByRole('switch', { name: 'Reduce motion' }).click();
  await expect.poll(longest).toBeLessThanOrEqual(0.001);
  await window.getByRole('switch', { name: 'Reduce motion' }).click();
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(longest).toBeLessThanOrEqual(0.001);
});

test('with the colors of the system forced, what is chosen and how an activity fared can still be seen', async ({ studio }) => {
  const { window } = studio;
  const tester = new TesterPage(window);
  await new WelcomePage(window).openDemo();
  await window.emulateMedia({ forcedColors: 'active' });
  await tester.start();
  await tester.finished();
  const card = new DesignerPage(window).card('Reply to sender');
  await card.click();
  const border = (selector: string): Promise<number[]> => window.locator(selector).evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).borderTopWidth)));
  expect(await border('[data-id="reply-to-sender"] .activity-card')).toEqual([2]);
  expect(await border('[data-id="move-to-done"] .activity-card')).toEqual([1]);
  expect(await border('nav[aria-label="Activity rail"] [aria-pressed="true"]')).toEqual([2]);
  const outlines = await tester.panel.locator('[role="row"][aria-selected="true"]').evaluateAll((rows) => rows.map((row) => getComputedStyle(row).outlineStyle));
  expect(outlines).toContain('solid');
  expect(new Set(outlines).size).toBe(1);
  // The state is a word beside its icon, not a color.
  await expect(card).toContainText(/Success|\d+ of \d+|runs/);
});

test('where the system forces its colors, what they say is said by the colors of the system', async ({ studio }) => {
  const { window } = studio;
  const designer = new DesignerPage(window);
  const tester = new TesterPage(window);
  await new WelcomePage(window).openDemo();
  await window.emulateMedia({ forcedColors: 'active' });
  const system = await window.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('div'));
    probe.style.color = 'CanvasText';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  const dot = (name: string): Promise<string> => designer.breakpoint(name).evaluate((strip) => getComputedStyle(strip, '::after').backgroundColor);

  await designer.card('Reply to sender').focus();
  await window.keyboard.press('F9');
  await expect(designer.card('Reply to sender')).toHaveAccessibleName(/breakpoint/);
  expect(await dot('Reply to sender')).toBe(system);
  expect(await dot('Move to Done')).not.toBe(system);
  const lines = await designer.canvas.locator('.react-flow__edge-path').evaluateAll((paths) => paths.map((path) => getComputedStyle(path).stroke));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.every((line) => line === system)).toBe(true);

  await window.keyboard.press('F9');
  await tester.start();
  await tester.finished();
  await studio.menu('view.history');
  const bars = window.getByRole('group', { name: 'Runs of the last 14 days' }).locator('[data-bar]');
  await expect(bars).toHaveCount(1);
  expect(await bars.evaluate((bar) => getComputedStyle(bar).backgroundColor)).toBe(system);
});
