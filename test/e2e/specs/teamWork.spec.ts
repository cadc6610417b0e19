import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { Studio } from '../fixtures/studio.ts';
import { openClone, runbook, withConflict } from '../fixtures/teamWorkspace.ts';
import { expect, test } from '../fixtures/test.ts';
import type { DesignerPage } from '../pages/designerPage.ts';
import { ExchangeUserDialog } from '../pages/exchangeUserDialog.ts';

/** Disables the activity, which leaves the runbook unsaved. */
async function change({ designer, studio }: { designer: DesignerPage; studio: Studio }): Promise<void> {
  await designer.card('Find mail').click();
  await studio.menu('runbook.toggleDisabled');
  await expect(studio.window.getByRole('tab', { name: /unsaved changes/ })).toBeVisible();
}

test('a file changed outside is read again in silence, or both versions are kept apart until the person decides', async ({ studio, scratch }) => {
  const { window } = studio;
  const { file, designer } = await openClone(studio, scratch);

  await writeFile(file, runbook('Triage of the team', 'Second'));
  await expect(window.getByRole('tab', { name: 'Triage of the team' })).toBeVisible();
  const bar = window.getByRole('alert').filter({ hasText: 'changed by another program' });
  await expect(bar).toBeHidden();

  await change({ designer, studio });
  await writeFile(file, runbook('Triage by a colleague', 'Third'));
  await expect(bar).toBeVisible();
  await bar.getByRole('button', { name: 'Compare…' }).click();
  const compare = window.getByRole('dialog', { name: /Compare/ });
  await expect(compare.getByRole('row', { name: /Runbook Description Second Third/ })).toBeVisible();
  await expect(compare.getByRole('row', { name: /Find mail Disabled Yes No/ })).toBeVisible();
  await compare.getByRole('button', { name: 'Keep mine' }).click();
  await expect(bar).toBeHidden();
  await expect.poll(() => readFile(file, 'utf8')).toContain('disabled: true');
  expect(await readFile(file, 'utf8')).toContain('description: Second');

  await studio.menu('runbook.toggleDisabled');
  await writeFile(file, runbook('Triage by a colleague', 'Fourth'));
  await bar.getByRole('button', { name: 'Load theirs' }).click();
  await expect(window.getByRole('tab', { name: 'Triage by a colleague', exact: true })).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('description: Fourth');
});

test('a file with merge markers opens as text with its conflict, and one side can be kept', async ({ studio, scratch }) => {
  const { window } = studio;
  const { file, designer } = await openClone(studio, scratch);
  await writeFile(file, withConflict);
  await expect(window.getByRole('alert').filter({ hasText: 'a merge in git was not finished' })).toBeVisible();
  await expect(window.getByRole('list', { name: 'The file as text' }).getByText('lower version: description: theirs')).toBeVisible();
  await window.getByRole('button', { name: 'Keep the lower version' }).click();
  await expect(designer.card('Find mail')).toBeVisible();
  expect(await readFile(file, 'utf8')).toBe(runbook('Triage', 'theirs'));
});

test('a file of a newer version opens to be read only, and a file that is gone can be written again', async ({ studio, scratch }) => {
  const { window } = studio;
  const { file } = await openClone(studio, scratch);
  await writeFile(file, runbook('Triage', 'New').replace('formatVersion: 1', 'formatVersion: 99'));
  await expect(window.getByRole('status').filter({ hasText: 'A newer version of the app wrote its file' })).toBeVisible();
  await writeFile(file, runbook('Triage', 'Old'));
  await expect(window.getByText('A newer version of the app wrote its file')).toBeHidden();
  await rm(file);
  await window.getByRole('alert').filter({ hasText: 'deleted, moved or renamed' }).getByRole('button', { name: 'Write the file again' }).click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('description: Old');
});

test('on a second computer the missing password is named, until it is entered', async ({ studio, scratch }) => {
  const { window } = studio;
  await openClone(studio, scratch);
  await window.getByRole('button', { name: /problems?\. Show/ }).click();
  await expect(window.getByRole('list', { name: 'Problems' })).toContainText('The configuration contoso of Find mail needs a password on this computer');
  const exchangeUser = new ExchangeUserDialog(studio);
  await exchangeUser.open();
  const form = await exchangeUser.edit('contoso');
  await expect(form).toContainText('The password is not stored on this computer.');
  await form.getByRole('textbox', { name: 'Password' }).fill(randomUUID());
  await form.getByRole('button', { name: 'OK' }).click();
  await expect(form).toBeHidden();
  await exchangeUser.finish();
  await expect(window.getByText('needs a password on this computer')).toBeHidden();
});
