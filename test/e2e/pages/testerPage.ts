import { expect, type Locator, type Page } from '@playwright/test';
import { gridRows } from '../../../electron/dev/gridRows.mjs';

/** A row of the console's list or of the traces. */
export interface GridRow {
  readonly status: string;
  readonly cells: readonly string[];
}

/** Test runs: starting them, the console, the traces. */
export class TesterPage {
  readonly #window: Page;
  /** The sentence that sums the run up, empty while it runs. */
  readonly result: Locator;
  readonly panel: Locator;
  /** Where and why the run is held back, with the ways on. */
  readonly pause: Locator;

  constructor(window: Page) {
    this.#window = window;
    this.result = window.locator('[data-result]');
    this.panel = window.getByRole('region', { name: 'Bottom panel' });
    this.pause = this.panel.getByRole('group', { name: 'Paused' });
  }

  /** Starts a test with F5, or with F10 for its first step, and accepts the input it asks for. */
  async start(key: 'F5' | 'F10' = 'F5'): Promise<void> {
    const shown = this.panel.locator('[data-result]');
    const before = await shown.evaluateAll((all) => all.map((one) => one.getAttribute('data-result')));
    await this.#window.keyboard.press(key);
    const dialog = this.#window.getByRole('dialog', { name: 'Start test' });
    await dialog.getByRole('button', { name: key === 'F5' ? 'Start test' : 'Step', exact: true }).click();
    // The result of the run before stays in sight until this one has begun, and would be taken for its own.
    for (const run of before) await expect(this.panel.locator(`[data-result="${run}"]`)).toHaveCount(0);
  }

  async finished(): Promise<void> {
    await expect(this.result).toHaveText(/\S/, { timeout: 30_000 });
  }

  executions(): Promise<GridRow[]> {
    return gridRows(this.#window, 'Executions');
  }

  async show(tab: 'Console' | 'Traces' | 'Problems'): Promise<void> {
    await this.panel.getByRole('tab', { name: tab }).click();
  }

  async hide(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Hide the bottom panel' }).click();
  }

  requests(): Promise<GridRow[]> {
    return gridRows(this.#window, 'Requests');
  }

  /** The operations of the requests; how many columns are before theirs depends on the room. */
  async operations(): Promise<readonly string[]> {
    const rows = await this.requests();
    const at = (await this.panel.getByRole('grid', { name: 'Requests' }).getByRole('columnheader').allInnerTexts()).indexOf('Operation');
    return rows.map(({ cells }) => cells[at] ?? '');
  }
}
