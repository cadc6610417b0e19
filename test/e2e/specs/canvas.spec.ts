import type { Locator } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test.describe('the canvas', () => {
  test('is laid out anew in a worker, in one step, and gives up no link', async ({ studio }) => {
    const { window } = studio;
    const designer = new DesignerPage(window);
    await new WelcomePage(window).openDemo();
    const tab = window.getByRole('tab', { name: /Answer help desk mail/ });
    const start = designer.card('Initialize Data');
    await start.click();
    // Where it is in the runbook, whatever part of that is in sight.
    const place = (): Promise<string> => start.evaluate((element) => element.closest<HTMLElement>('.react-flow__node')?.style.transform ?? '');
    const drawn = await place();
    await window.keyboard.press('Shift+ArrowDown');
    await expect(tab).toHaveAccessibleName(/unsaved/i);
    await expect.poll(place).not.toBe(drawn);
    const moved = await place();
    await studio.menu('runbook.tidyUp');
    await expect.poll(place).not.toBe(moved);
    await expect(designer.card('Find unread help desk mail')).toHaveAccessibleName(/1 link out/);
    await studio.menu('edit.undo');
    await studio.menu('edit.undo');
    await expect(tab).not.toHaveAccessibleName(/unsaved/i);
  });

  test('takes an activity from the list into a link, and a part of a runbook into another one', async ({ studio }) => {
    const { window } = studio;
    const designer = new DesignerPage(window);
    await new WelcomePage(window).openDemo();
    const list = designer.toolbar.getByRole('button', { name: 'Activities' });
    if ((await list.getAttribute('aria-pressed')) !== 'true') await list.click();
    await expect(window.getByRole('button', { name: 'Add Get Item' })).toBeVisible();
    const label = designer.canvas.getByText('Mail found');
    await window.getByRole('button', { name: 'Add Update Item' }).dragTo(label);
    await expect(designer.card('Update Item')).toHaveAccessibleName(/1 link out/);
    await expect(designer.card('Update Item')).toBeVisible();

    await designer.card('Update Item').click();
    await designer.card('Reply to sender').click({ modifiers: ['Shift'] });
    await designer.card('Reply to sender').focus();
    await window.keyboard.press('Control+C');
    await window.getByRole('treeitem', { name: 'Archive old mail' }).click();
    await expect(window.getByRole('tab', { name: /Archive old mail/, selected: true })).toBeVisible();
    await designer.canvas.focus();
    await window.keyboard.press('Control+V');
    await expect(designer.card('Update Item')).toHaveAccessibleName(/1 link out/);
    await expect(designer.card('Reply to sender')).toBeVisible();
    await window.keyboard.press('Control+Z');
    await expect(designer.card('Update Item')).toBeHidden();
  });

  test('moves many with the pointer in one step, and shows what is in line', async ({ studio }) => {
    const { window } = studio;
    const designer = new DesignerPage(window);
    await new WelcomePage(window).openDemo();
    const tab = window.getByRole('tab', { name: /Answer help desk mail/ });
    const [find, tell] = [designer.card('Find unread help desk mail'), designer.card('Tell the team lead')];
    await find.click();
    // Its properties take a part of the canvas: the places of the cards are read when they are there.
    await expect(designer.properties.getByRole('heading', { name: 'Find unread help desk mail' })).toBeVisible();
    await tell.click({ modifiers: ['Control'] });
    await expect(designer.properties.getByRole('heading', { name: '2 activities' })).toBeVisible();
    const [findBefore, tellBefore] = [await middleOf(find), await middleOf(tell)];
    await window.mouse.move(findBefore.x, findBefore.y);
    await window.mouse.down();
    await window.mouse.move(findBefore.x + 30, findBefore.y, { steps: 6 });
    await expect(designer.canvas.locator('[data-alignment-lines]')).toBeAttached();
    await window.mouse.move(findBefore.x + 60, findBefore.y + 90, { steps: 6 });
    await window.mouse.up();
    await expect(designer.canvas.locator('[data-alignment-lines]')).not.toBeAttached();
    await expect(tab).toHaveAccessibleName(/unsaved/i);
    const [findAfter, tellAfter] = [await middleOf(find), await middleOf(tell)];
    expect(findAfter.y - findBefore.y).toBeGreaterThan(50);
    expect(tellAfter.y - tellBefore.y).toBeCloseTo(findAfter.y - findBefore.y, 1);
    expect(tellAfter.x - tellBefore.x).toBeCloseTo(findAfter.x - findBefore.x, 1);
    await window.keyboard.press('Control+Z');
    await expect(tab).not.toHaveAccessibleName(/unsaved/i);
  });

  test('moves as one layer that the browser need not divide anew, made of cards that are not painted in pieces', async ({ studio }) => {
    const { window } = studio;
    const designer = new DesignerPage(window);
    await new WelcomePage(window).openDemo();
    await expect(designer.card('Reply to sender')).toBeVisible();
    const seen = await designer.canvas.evaluate(async (canvas) => {
      const [pane, viewport] = [canvas.querySelector('.react-flow__pane'), canvas.querySelector<HTMLElement>('.react-flow__viewport')];
      if (pane === null || viewport === null) throw new Error('there is no canvas');
      // Together: between two frames of a busy computer it may have come to rest.
      for (let step = 0; step < 4; step += 1) pane.dispatchEvent(new WheelEvent('wheel', { deltaX: 30, deltaY: 20, bubbles: true, cancelable: true }));
      await Promise.resolve();
      const [animation] = viewport.getAnimations();
      const look = getComputedStyle(viewport);
      const [said, done] = [viewport.style.transform, look.transform].map((text) => new DOMMatrixReadOnly(text));
      const divided = [...canvas.querySelectorAll('.activity-card *')].filter((part) => {
        const { opacity, clipPath, overflow } = getComputedStyle(part);
        return opacity !== '1' || clipPath !== 'none' || (part.matches('svg') && overflow !== 'visible');
      });
      return { layer: look.willChange, animated: animation?.playState, astray: Math.hypot((said?.e ?? 0) - (done?.e ?? 9), (said?.f ?? 0) - (done?.f ?? 9)) > 0.01, divided: divided.map((part) => part.getAttribute('class')) };
    });
    expect(seen).toEqual({ layer: 'transform', animated: 'paused', astray: false, divided: [] });
    await expect.poll(() => designer.canvas.evaluate((canvas) => canvas.querySelector('.react-flow__viewport')?.getAnimations().length)).toBe(0);
  });

  test('has native menus for cards and for the empty canvas', async ({ studio }) => {
    const { window } = studio;
    const designer = new DesignerPage(window);
    await new WelcomePage(window).openDemo();
    const onCard = await studio.answerContextMenu('Enable or Disable');
    await designer.card('Reply to sender').click({ button: 'right' });
    await expect(designer.card('Reply to sender')).toHaveAccessibleName(/disabled/);
    expect(await onCard()).toEqual(expect.arrayContaining(['Properties', 'Link To…', 'Duplicate', 'Delete']));
    const onCanvas = await studio.answerContextMenu('Add Note');
    await designer.canvas.locator('.react-flow__pane').click({ button: 'right', position: { x: 20, y: 20 } });
    await expect(designer.canvas.getByRole('textbox', { name: 'Text of the note' })).toBeFocused();
    await window.keyboard.type('Ask Ana');
    await window.keyboard.press('Control+Enter');
    await expect(designer.canvas.getByRole('group', { name: 'Note: Ask Ana' })).toBeVisible();
    expect(await onCanvas()).toEqual(expect.arrayContaining(['Add Activity…', 'Paste', 'Tidy Up']));
  });
});

test('the outline and both searches are accessible', async ({ studio }) => {
  const { window } = studio;
  await new WelcomePage(window).openDemo();
  await studio.menu('view.outline');
  await window.getByRole('tree', { name: 'Outline of Answer help desk mail' }).focus();
  await window.keyboard.press('Control+F');
  await window.keyboard.type('reply');
  await expect(window.getByRole('search', { name: 'Find in runbook' }).getByRole('status')).toContainText('of 2');
  await studio.menu('edit.findInWorkspace');
  await window.keyboard.type('inbox');
  await expect(window.getByRole('tree', { name: 'Found' })).toBeVisible();
  await expectAccessible(studio, 'outline and search');
});
