import { expect, type Locator, type Page } from '@playwright/test';
import { gridRows } from '../../../electron/dev/gridRows.mjs';
import type { GridRow } from './testerPage.ts';

/** The recorded runs, and one of them in its tab. */
export class HistoryPage {
  readonly #window: Page;
  readonly list: Locator;
  readonly replay: Locator;
  /** What had happened last at the moment that is shown. */
  readonly moment: Locator;
  readonly canvas: Locator;

  constructor(window: Page) {
    this.#window = window;
    this.list = window.getByRole('grid', { name: 'Runs', exact: true });
    this.replay = window.getByRole('group', { name: 'Replay' });
    this.moment = window.locator('[data-moment]');
    this.canvas = window.getByRole('application', { name: 'Canvas' });
  }

  async open(): Promise<void> {
    await this.#window.getByRole('navigation', { name: 'Activity rail' }).getByRole('button', { name: 'History' }).click();
    await expect(this.#window.getByRole('heading', { name: 'History' })).toBeVisible();
  }

  /** The runs as the list shows them: when, runbook, connection, result, failed activity, items, duration, started by. */
  runs(): Promise<GridRow[]> {
    return gridRows(this.#window, 'Runs');
  }

  /** The row that holds these words. */
  row(...words: readonly string[]): Locator {
    return words.reduce((rows, hasText) => rows.filter({ hasText }), this.list.getByRole('row'));
  }

  /** Opens the run of a row in its tab. */
  async openRun(row: Locator): Promise<void> {
    await row.dblclick();
    await expect(this.replay).toBeVisible();
  }

  action(name: string): Locator {
    return this.#window.getByRole('toolbar', { name: 'Actions for the run' }).getByRole('button', { name });
  }

  executions(): Promise<GridRow[]> {
    return gridRows(this.#window, 'Executions');
  }
}
