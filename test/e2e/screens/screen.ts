import { expect, type Locator } from '@playwright/test';
import type { Studio } from '../fixtures/studio.ts';

/** A screen, and how it is reached from the one before it in the list. */
export interface Screen {
  /** Unique; names pictures and test results. */
  readonly name: string;
  /** One sentence for the page of pictures: what is to be seen. */
  readonly shows: string;
  open(studio: Studio): Promise<unknown>;
  /** Leaves what would be in the way of the next screen. */
  close?(studio: Studio): Promise<unknown>;
}

export const dialog = (studio: Studio, name: string | RegExp): Locator => studio.window.getByRole('dialog', { name });

/** Closes every dialog with Escape, the uppermost first. */
export async function closeDialogs({ window }: Studio): Promise<void> {
  const dialogs = window.getByRole('dialog');
  for (let left = await dialogs.count(); left > 0; left = await dialogs.count()) {
    await window.keyboard.press('Escape');
    await expect(dialogs).toHaveCount(left - 1);
  }
}

/** A screen that is a dialog, opened by a function and closed with Escape. */
export const dialogScreen = (name: string, shows: string, title: string | RegExp, open: (studio: Studio) => Promise<unknown>): Screen => ({
  name,
  shows,
  async open(studio) {
    await open(studio);
    await expect(dialog(studio, title)).toBeVisible();
  },
  close: closeDialogs,
});
