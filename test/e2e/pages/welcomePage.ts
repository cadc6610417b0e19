import { expect, type Page } from '@playwright/test';

/** The first page. */
export class WelcomePage {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  /** Opens the demo workspace and waits for its sample on the canvas. */
  async openDemo(): Promise<void> {
    await this.#window.getByRole('button', { name: 'Open the demo' }).click();
    await expect(this.#window.getByRole('group', { name: /starts the runbook/ })).toBeVisible();
  }
}
