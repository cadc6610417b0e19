import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

/** Makes the window slow, as a large runbook or a busy computer does. */
async function slow(window: Page): Promise<void> {
  const session = await window.context().newCDPSession(window);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Presses the key of a command and types on, without waiting for what it opens. */
async function rush({ keyboard }: Page, key: string, text: string): Promise<void> {
  await keyboard.press(key);
  await keyboard.type(text);
}

test('what is typed in the same moment as the key of a command lands in the field that the command opens', async ({ studio }) => {
  const { window } = studio;
  const designer = new DesignerPage(window);
  await new WelcomePage(window).openDemo();
  const card = designer.card('Reply to sender');
  await card.focus();
  await slow(window);

  await rush(window, 'n', 'Ask Dana');
  await expect(designer.canvas.getByRole('textbox', { name: 'Text of the note' })).toHaveValue('Ask Dana');
  await window.keyboard.press('Escape');

  await card.focus();
  await rush(window, 'F2', 'Answer');
  await expect(window.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toHaveValue('Answer');
  await window.keyboard.press('Escape');
  await expect(card).toBeFocused();

  for (const [key, name, text] of [['Shift+A', 'Add activity after Reply to sender', 'forward'], ['l', 'Link Reply to sender to', 'done']] as const) {
    await rush(window, key, text);
    await expect(window.getByRole('combobox', { name })).toHaveValue(text);
    await window.keyboard.press('Escape');
    await expect(card).toBeFocused();
  }

  await rush(window, 'Control+f', 'sender');
  await expect(window.getByRole('searchbox', { name: 'Find in runbook' })).toHaveValue('sender');
  await window.keyboard.press('Escape');
  for (const [key, name] of [['Control+p', 'Go to'], ['Control+Shift+P', 'Command palette']] as const) {
    await rush(window, key, 'activity');
    await expect(window.getByRole('combobox', { name })).toHaveValue('activity');
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  }
});

test('what is typed for a dialog whose code is not loaded yet waits for it', async ({ studio }) => {
  const { window } = studio;
  await rush(window, 'Control+Shift+P', 'dark');
  await expect(window.getByRole('combobox', { name: 'Command palette' })).toHaveValue('dark');
});
