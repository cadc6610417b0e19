import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDemoWorker } from '../../../electron/demo/demoHost.ts';
import { identityFixture, playBrowser } from '../../adapters/auth/identityFixture.ts';
import { filesWithSecret } from '../fixtures/findSecret.ts';
import { root } from '../fixtures/studio.ts';
import { expect, test } from '../fixtures/test.ts';
import { ExchangeUserDialog } from '../pages/exchangeUserDialog.ts';

test('a password that needs a second factor leads to browser sign-in, and the connection works', async ({ launch, scratch }) => {
  await using on = await identityFixture({}, (identityKey) => startDemoWorker(join(root, 'out/main/demoWorker.cjs'), { identityKey }));
  const [certificate = ''] = on.authorities;
  const [workspace, userData, authorities] = [join(scratch, 'workspace'), join(scratch, 'user-data'), join(scratch, 'authority.pem')];
  await mkdir(workspace);
  await writeFile(authorities, certificate);
  const studio = await launch({ userData, env: { NODE_EXTRA_CA_CERTS: authorities } });
  // The system's browser is not started; what it would be given is kept for the test, which plays it.
  await studio.app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => void Object.assign(globalThis, { openedPage: url });
  });
  await studio.answerFileDialog([workspace]);
  await studio.menu('file.openWorkspace');
  await expect(studio.window.getByRole('contentinfo', { name: 'Status bar' })).toContainText('workspace');

  on.identity.refuse(on.user.userName, 50076);
  const connection = on.connection();
  const exchangeUser = new ExchangeUserDialog(studio);
  await exchangeUser.open();
  const form = await exchangeUser.add();
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Online');
  await form.getByRole('textbox', { name: 'Exchange Server Address' }).fill(connection.serverAddress);
  await form.getByRole('textbox', { name: 'Username' }).fill(on.user.userName);
  await form.getByRole('checkbox', { name: 'Server is Exchange Online or Office365' }).check();
  await form.getByRole('combobox', { name: /Method/ }).click();
  await studio.window.getByRole('option', { name: 'User name and password (legacy)' }).click();
  await form.getByRole('textbox', { name: 'Password' }).fill(on.user.password);
  await form.getByRole('textbox', { name: 'Azure AD application (client) ID' }).fill(connection.applicationId);
  await form.getByRole('textbox', { name: 'Azure AD Tenant (directory) ID' }).fill(connection.tenantId);
  await form.getByRole('combobox', { name: 'Azure AD Cloud Instance URL' }).fill(connection.cloudInstanceUrl);

  await form.getByRole('button', { name: 'Test connection' }).click();
  await expect(form.getByRole('alert').getByText('Multifactor authentication or a Conditional Access policy applies. (AADSTS50076)')).toBeVisible();
  await form.getByRole('button', { name: 'Switch to browser sign-in' }).click();

  const openedPage = (): Promise<string> => studio.app.evaluate(() => String(Reflect.get(globalThis, 'openedPage') ?? ''));
  await expect.poll(openedPage).toContain('/oauth2/v2.0/authorize');
  expect(await playBrowser(await openedPage(), on.user.userName, certificate)).toContain('You are signed in');
  const signIn = form.getByRole('region', { name: 'Sign-in' });
  await expect(signIn.getByRole('status')).toContainText(`Signed in as ${on.user.userName}`);

  await form.getByRole('button', { name: 'Test connection' }).click();
  await expect(form.getByText('The connection works.')).toBeVisible();
  await studio.picture('sign-in');
  await form.getByRole('button', { name: 'OK' }).click();
  await expect(form).toBeHidden();
  await exchangeUser.finish();
  await studio.close();

  const { token } = await on.signIns.token({
    connection: on.connection({ signInMethod: 'User name and password (legacy)', username: on.server.facts.users[1]?.mailbox ?? '' }),
    password: async () => on.server.facts.users[1]?.password,
    renew: false,
    signal: new AbortController().signal,
  });
  // Every token of the provider begins alike: nothing of that kind may be in any file or output.
  const beginning = token.split('.')[0] ?? '';
  expect(await filesWithSecret([workspace, userData], beginning, on.user.userName)).toEqual([]);
  expect(await filesWithSecret([workspace, userData], on.user.password, on.user.userName)).toEqual([]);
  expect(studio.output.join('')).not.toContain(beginning);
});
