import { expect, type Locator, type Page } from '@playwright/test';
import { dropFiles } from '../fixtures/dropFiles.ts';
import type { Studio } from '../fixtures/studio.ts';

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

  /** Drops files on the list, as the system's file manager does. */
  async drop(studio: Studio, paths: readonly string[]): Promise<void> {
    await dropFiles(studio, this.#scope.getByRole('toolbar', { name: 'Requests' }), paths, () => expect(this.#scope.getByText('Drop to open as trace files')).toBeVisible());
  }
}
