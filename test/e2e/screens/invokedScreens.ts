import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openInvoking } from '../fixtures/invokingWorkspace.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import type { Screen } from './screen.ts';

/** A test that goes into a runbook that another one invokes; a workspace of its own. */
export const invokedScreens: readonly Screen[] = [
  {
    name: 'invoked-run',
    shows: 'A test in the runbook that another one invoked: whose run it is, where it waits, and the way back.',
    async open(studio) {
      const { window } = studio;
      const tester = new TesterPage(window);
      await openInvoking(studio, join(studio.userData, 'invoking'), 'Triage');
      await window.keyboard.press('F10');
      await expect(tester.pause).toContainText('Paused before Greet Ana');
      await window.keyboard.press('F11');
      await expect(window.getByRole('group', { name: 'Invoked run' })).toContainText('invoked by Greet Ana');
      await expect(new DesignerPage(window).card('Take')).toHaveAccessibleName(/paused/);
    },
    close: (studio) => studio.menu('run.stop'),
  },
];
