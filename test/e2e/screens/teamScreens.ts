import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Studio } from '../fixtures/studio.ts';
import { openClone, runbook, withConflict } from '../fixtures/teamWorkspace.ts';
import { ExchangeUserDialog } from '../pages/exchangeUserDialog.ts';
import { closeDialogs, dialog, type Screen } from './screen.ts';

const changing = `${runbook('Triage', 'First')}  update:
    type: exchange.updateItem
    version: 1
    name: Mark as urgent
    connection: contoso
    properties:
      id: '{{find.ID}}'
      importance: High
links:
  - from: find
    to: update
layout:
  find: [40, 48]
  update: [376, 48]
`;

/** The password of the configuration, which no repository brings. */
async function setPassword(studio: Studio): Promise<void> {
  const exchangeUser = new ExchangeUserDialog(studio);
  await exchangeUser.open();
  const form = await exchangeUser.edit('contoso');
  await form.getByRole('textbox', { name: 'Password' }).fill('made-up');
  await form.getByRole('button', { name: 'OK' }).click();
  await expect(form).toBeHidden();
  await exchangeUser.finish();
}

/** The workspace of a team, with a real mailbox; the last screens, as it takes the place of the demo. */
export const teamScreens: readonly Screen[] = [
  {
    name: 'start-test-real',
    shows: 'The question before a test touches a real mailbox: what it will do there.',
    async open(studio) {
      const { file, designer } = await openClone(studio, join(studio.userData, 'team'));
      await writeFile(file, changing);
      await expect(designer.card('Mark as urgent')).toBeVisible();
      await setPassword(studio);
      await expect(studio.window.getByRole('contentinfo', { name: 'Status bar' })).toContainText('0 problems');
      await studio.window.keyboard.press('F5');
      await expect(dialog(studio, /^This test works on a real mailbox/)).toBeVisible();
    },
    close: closeDialogs,
  },
  {
    name: 'merge-conflict',
    shows: 'A file in the middle of a merge, as text: each side can be kept.',
    async open(studio) {
      await writeFile(join(studio.userData, 'team/clone/runbooks/triage.yaml'), withConflict);
      await expect(studio.window.getByRole('list', { name: 'The file as text' })).toBeVisible();
    },
  },
];
