import { expect } from '@playwright/test';
import { demoFaults, type DemoFault } from '../../../shared/demo/demo.ts';
import type { Studio } from '../fixtures/studio.ts';

/** Tools > Demo Server. */
export class DemoServerDialog {
  readonly #studio: Studio;

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  /** Causes a fault as a person does. */
  async cause(fault: DemoFault): Promise<void> {
    await this.#studio.menu('tools.demoServer');
    const dialog = this.#studio.window.getByRole('dialog', { name: 'Demo server' });
    await dialog.getByRole('radio', { name: demoFaults[fault] }).check();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  }
}
