import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { accountsInKeychain, secretInKeychain } from '../fixtures/keychain.ts';
import { filesWithSecret } from '../fixtures/findSecret.ts';
import { openEmptyWorkspace } from '../fixtures/emptyWorkspace.ts';
import { expect, test } from '../fixtures/test.ts';
import { ExchangeUserDialog } from '../pages/exchangeUserDialog.ts';

/** The name under which the app's entries stand in the keychain; people look for it there. */
const service = 'Exchange Runbook Studio';

test.describe('Options > Exchange User', () => {
  test('adds a configuration that is proven, with its password in the keychain and nowhere else', async ({ launch, scratch, demoServer }) => {
    const user = demoServer.users[0];
    if (user === undefined) throw new Error('the demo server has no users');
    const { studio, workspace, temporary, userData } = await openEmptyWorkspace(launch, scratch);

    const exchangeUser = new ExchangeUserDialog(studio);
    await exchangeUser.open();
    const form = await exchangeUser.add();
    await exchangeUser.describe(form, { name: 'Help desk', url: demoServer.url, ...user });
    await form.getByRole('checkbox', { name: 'Trace EWS request/response' }).check();

    await form.getByRole('button', { name: 'Test connection' }).click();
    const stages = studio.window.getByRole('list', { name: 'Stages' });
    await expect(stages.getByRole('listitem').filter({ hasText: 'Mailbox' })).toContainText(/Inbox, \d+ items/);

    await form.getByRole('button', { name: 'OK' }).click();
    await expect(form).toBeHidden();
    await exchangeUser.finish();

    await expect.poll(async () => (await accountsInKeychain(service)).filter((account) => account.endsWith('/help-desk/password')).length).toBe(1);
    const account = (await accountsInKeychain(service)).find((one) => one.endsWith('/help-desk/password')) ?? '';
    expect(await secretInKeychain(service, account)).toBe(user.password);

    await exchangeUser.open();
    const again = await exchangeUser.edit('Help desk');
    await expect(again.getByRole('textbox', { name: 'Username' })).toHaveValue(user.username);
    expect(await studio.window.content()).not.toContain(user.password);
    await again.getByRole('button', { name: 'Cancel' }).click();
    await studio.close();

    expect(await filesWithSecret([workspace, temporary, userData], user.password, user.username)).toEqual([]);
    expect(studio.output.join('')).not.toContain(user.password);
  });

  test('says which stage failed when the password is wrong', async ({ studio, demoServer, scratch }) => {
    await studio.answerFileDialog([scratch]);
    await studio.menu('file.openWorkspace');
    const exchangeUser = new ExchangeUserDialog(studio);
    await expect(studio.window.getByRole('contentinfo', { name: 'Status bar' })).not.toContainText('No workspace');
    await exchangeUser.open();
    const form = await exchangeUser.add();
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Wrong password');
    await form.getByRole('textbox', { name: 'Exchange Server Address' }).fill(demoServer.url);
    await form.getByRole('textbox', { name: 'Username' }).fill(demoServer.users[0]?.mailbox ?? '');
    await form.getByRole('textbox', { name: 'Password' }).fill('not-the-password');
    await form.getByRole('button', { name: 'Test connection' }).click();
    const stages = studio.window.getByRole('list', { name: 'Stages' });
    await expect(stages.getByRole('listitem').filter({ hasText: 'Sign in' }).getByRole('img', { name: /failed/i })).toBeVisible();
  });
});

test('the search for a secret finds it in every form it could leak in', async ({ scratch }) => {
  const secret = 'made-up!secret?42';
  const leaks = {
    plain: `password: ${secret}`,
    json: JSON.stringify({ password: secret }),
    wide: Buffer.from(secret, 'utf16le'),
    header: `Authorization: Basic ${Buffer.from(`CONTOSO\\ana:${secret}`).toString('base64')}`,
    address: `https://host/?p=${encodeURIComponent(secret)}`,
  };
  await Promise.all(Object.entries(leaks).map(([name, content]) => writeFile(join(scratch, name), content)));
  await writeFile(join(scratch, 'clean'), 'nothing in here');
  const found = await filesWithSecret([scratch], secret, 'ana');
  expect(found.map((file) => basename(file)).sort()).toEqual(Object.keys(leaks).sort());
});
