import type { Locator, Page } from '@playwright/test';

/** The canvas with its tool bar, and the properties of what is selected. */
export class DesignerPage {
  readonly toolbar: Locator;
  readonly canvas: Locator;
  readonly properties: Locator;

  constructor(window: Page) {
    this.toolbar = window.getByRole('toolbar', { name: 'Test and edit' });
    this.canvas = window.getByRole('application', { name: 'Canvas' });
    this.properties = window.getByRole('complementary', { name: 'Properties', exact: true });
  }

  /** The card of an activity, by the name it has in this runbook. */
  card(name: string): Locator {
    return this.canvas.getByRole('group', { name: new RegExp(`^${name},`) });
  }

  breakpoint(name: string): Locator {
    return this.canvas.getByRole('button', { name: `Breakpoint at ${name}` });
  }
}
