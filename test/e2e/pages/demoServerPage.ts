import { expect, type Locator } from '@playwright/test';
import { demoFaults, type DemoFault } from '../../../shared/demo/demo.ts';
import type { Studio } from '../fixtures/studio.ts';

/** Tools > Demo Server. */
export class DemoServerPage {
  readonly page: Locator;
  readonly #studio: Studio;
  /** The tab that was in front before, by its id. */
  #before = '';

  constructor(studio: Studio) {
    this.#studio = studio;
    this.page = studio.window.getByRole('tabpanel', { name: 'Demo server' });
  }

  get #tab(): Locator {
    return this.#studio.window.getByRole('tablist', { name: 'Open tabs' }).getByRole('tab', { selected: true });
  }

  async open(): Promise<void> {
    this.#before = (await this.#tab.getAttribute('id')) ?? '';
    await this.#studio.menu('tools.demoServer');
    await expect(this.page.getByRole('list', { name: 'Faults' })).toBeVisible();
  }

  /** Closes the page and goes back to the tab that was in front. */
  async leave(): Promise<void> {
    await this.#studio.menu('file.closeTab');
    await expect(this.page).toBeHidden();
    // It may be in front already, and in the smallest window behind the properties of its runbook, where it cannot be clicked.
    if ((await this.#tab.getAttribute('id')) !== this.#before) await this.#studio.window.locator(`[id="${this.#before}"]`).click();
    await expect(this.#tab).toHaveAttribute('id', this.#before);
  }

  /** Causes a fault as a person does, or ends the one that is caused. */
  async cause(fault: DemoFault): Promise<void> {
    await this.open();
    if (fault === 'none') await this.page.getByRole('switch', { checked: true }).uncheck();
    else await this.page.getByRole('switch', { name: demoFaults[fault] }).check();
    await this.leave();
  }
}
