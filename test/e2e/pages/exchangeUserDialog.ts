import { expect, type Locator } from '@playwright/test';
import { gridRows } from '../../../electron/dev/gridRows.mjs';
import type { Studio } from '../fixtures/studio.ts';

/** Options > Exchange User, and the dialog of one configuration above it. */
export class ExchangeUserDialog {
  readonly #studio: Studio;
  readonly dialog: Locator;

  constructor(studio: Studio) {
    this.#studio = studio;
    this.dialog = studio.window.getByRole('dialog', { name: 'Exchange User' });
  }

  async open(): Promise<void> {
    await this.#studio.menu('options.exchangeUser');
    await expect(this.dialog).toBeVisible();
  }

  /** Opens Add Configuration and answers it. */
  async add(): Promise<Locator> {
    await this.dialog.getByRole('button', { name: 'Add…' }).click();
    const form = this.#studio.window.getByRole('dialog', { name: 'Add Configuration' });
    await expect(form).toBeVisible();
    return form;
  }

  /** Fills in a configuration with a server address and a password. */
  async describe(form: Locator, { name, url, username, password, domain }: { readonly name: string; readonly url: string; readonly username: string; readonly password: string; readonly domain: string }): Promise<void> {
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await form.getByRole('textbox', { name: 'Exchange Server Address' }).fill(url);
    await form.getByRole('textbox', { name: 'Username' }).fill(username);
    await form.getByRole('textbox', { name: 'Password' }).fill(password);
    await form.getByRole('textbox', { name: 'Domain' }).fill(domain);
  }

  /** Opens the dialog of an existing configuration. */
  async edit(name: string): Promise<Locator> {
    await this.choose(name);
    await this.dialog.getByRole('button', { name: 'Edit…' }).click();
    const form = this.#studio.window.getByRole('dialog', { name: /Edit Configuration/ });
    await expect(form).toBeVisible();
    return form;
  }

  async choose(name: string): Promise<void> {
    await this.dialog.getByRole('gridcell', { name, exact: true }).click();
  }

  async names(): Promise<(string | undefined)[]> {
    const rows: { cells: string[] }[] = await gridRows(this.#studio.window, 'Configurations');
    return rows.map(({ cells }) => cells[0]);
  }

  async finish(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Finish' }).click();
    await expect(this.dialog).toBeHidden();
  }
}
