import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { filesWithSecret } from '../fixtures/findSecret.ts';
import { secretInKeychain } from '../fixtures/keychain.ts';
import { openScratchWorkspace } from '../fixtures/scratchWorkspace.ts';
import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';

const service = 'Exchange Runbook Studio';

const notify = `formatVersion: 1
name: Notify
activities:
  compare: { type: utilities.compareValues, version: 1, name: Compare, properties: { type: Strings, textOperator: equals, leftText: '{{variables.Api key}}', rightText: x } }
`;
// A colleague's computer has the value; this one does not.
const variables = `formatVersion: 1
variables:
  Api key: { encrypted: true }
`;

test('plain and encrypted variables are made, a missing value is set from the problems, and one is picked in a field', async ({ studio, scratch }) => {
  const { window, userData } = studio;
  const workspace = join(scratch, 'workspace');
  const id = await openScratchWorkspace(studio, workspace, { 'runbooks/notify.yaml': notify, 'variables.yaml': variables }, 'Notify');
  const secrets = { key: `Sesame-${Math.random().toString(36).slice(2)}`, pin: `Pin-${Math.random().toString(36).slice(2)}` };

  await window.getByRole('navigation', { name: 'Activity rail' }).getByRole('button', { name: 'Variables' }).click();
  const list = window.getByRole('grid', { name: 'Variables' });
  const add = async (name: string, value: string, encrypted: boolean): Promise<void> => {
    await window.getByRole('button', { name: 'New variable' }).first().click();
    const dialog = window.getByRole('dialog', { name: 'New variable' });
    await dialog.getByRole('textbox', { name: /^Name/ }).fill(name);
    if (encrypted) await dialog.getByRole('checkbox', { name: 'Encrypted variable' }).check();
    await dialog.getByLabel(/^Value/).fill(value);
    await dialog.getByRole('button', { name: 'Add variable' }).click();
    await expect(dialog).toBeHidden();
  };
  await add('Team lead', 'ana@contoso.test', false);
  await add('Pin code', secrets.pin, true);
  await expect(list.getByRole('row', { name: /Team lead/ })).toContainText('Plainana@contoso.test');
  await expect(list.getByRole('row', { name: /Pin code/ })).toContainText('Encrypted');
  await expect(list.getByRole('row', { name: /Api key/ })).toContainText('Needs a value on this computer');
  await expectAccessible(studio, 'the list of variables');
  await expect.poll(() => readFile(join(workspace, 'variables.yaml'), 'utf8')).toContain('ana@contoso.test');
  expect(await secretInKeychain(service, `${id}/variables/Pin code/value`)).toBe(secrets.pin);

  await window.getByRole('tab', { name: 'Notify', exact: true }).click();
  const tester = new TesterPage(window);
  await window.keyboard.press('Control+J');
  await tester.show('Problems');
  await tester.panel.getByRole('button', { name: 'Set the value of Api key' }).click();
  const dialog = window.getByRole('dialog', { name: 'Edit variable Api key' });
  await dialog.getByLabel(/^Value/).fill(secrets.key);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(tester.panel.getByRole('button', { name: 'Set the value of Api key' })).toBeHidden();
  expect(await secretInKeychain(service, `${id}/variables/Api key/value`)).toBe(secrets.key);

  const designer = new DesignerPage(window);
  await designer.card('Compare').click();
  const field = designer.properties.getByRole('textbox', { name: 'Right Value', exact: true });
  await studio.answerContextMenu('Variable…');
  await field.click({ button: 'right' });
  const picker = window.getByRole('dialog', { name: 'Variable for Right Value' });
  await picker.getByRole('searchbox').or(picker.getByRole('combobox')).or(picker.getByRole('textbox')).first().fill('team');
  await window.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(field).toContainText('Team lead');

  await studio.menu('file.save');
  await tester.show('Console');
  await window.keyboard.press('F5');
  await tester.finished();
  await expect(tester.result).toHaveText(/^Finished/);
  await studio.close();
  for (const secret of Object.values(secrets)) expect(await filesWithSecret([workspace, userData], secret, 'nobody')).toEqual([]);
});
