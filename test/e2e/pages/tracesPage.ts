import { expect, type Locator, type Page } from '@playwright/test';

/** The trace viewer: in the bottom panel, or in a tab for a file. */
export class TracesPage {
  readonly #window: Page;
  readonly #scope: Locator;
  readonly list: Locator;
  /** The selected row. */
  readonly chosen: Locator;
  readonly filter: Locator;
  /** The lines of the answer that say what went wrong. */
  readonly problemLine: Locator;
  /** Sends the chosen request again. */
  readonly sendAgain: Locator;
  /** Reading, searching, exporting, and where an export is. */
  readonly status: Locator;

  constructor(window: Page, scope: Locator = window.getByRole('region', { name: 'Bottom panel' })) {
    this.#window = window;
    this.#scope = scope;
    this.list = scope.getByRole('grid', { name: 'Requests' });
    this.chosen = this.list.getByRole('row', { selected: true });
    this.filter = scope.getByRole('combobox', { name: 'Filter requests' });
    this.problemLine = scope.locator('.cm-code-problem');
    this.sendAgain = scope.getByRole('button', { name: 'Send again' });
    this.status = scope.getByRole('status');
  }

  /** How many requests the list holds, those out of view included. */
  async count(): Promise<number> {
    if (!(await this.list.isVisible())) return 0;
    return Number(await this.list.getAttribute('aria-rowcount')) - 1;
  }

  /** Exports all requests with placeholders. */
  async export(): Promise<void> {
    await this.#scope.getByRole('button', { name: 'Export' }).click();
    await this.#window.getByRole('dialog', { name: 'Export traces' }).getByRole('button', { name: 'Export…' }).click();
  }

  async open(): Promise<void> {
    await this.#scope.getByRole('button', { name: 'Open trace files' }).click();
  }

  /** Drops files on the list, as the system's file manager does. Only a file that was chosen carries its path, so that an input hands them over. */
  async drop(paths: readonly string[]): Promise<void> {
    const input = await this.#window.evaluateHandle(() => {
      const element = document.createElement('input');
      element.type = 'file';
      element.multiple = true;
      element.hidden = true;
      return document.body.appendChild(element);
    });
    await input.setInputFiles([...paths]);
    const dataTransfer = await input.evaluateHandle((element) => {
      const files = new DataTransfer();
      for (const file of element.files ?? []) files.items.add(file);
      element.remove();
      return files;
    });
    const target = this.#scope.getByRole('toolbar', { name: 'Requests' });
    await target.dispatchEvent('dragover', { dataTransfer });
    await expect(this.#scope.getByText('Drop to open as trace files')).toBeVisible();
    await target.dispatchEvent('drop', { dataTransfer });
  }
}
