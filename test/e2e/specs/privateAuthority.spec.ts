import { startDemoServer } from '../fixtures/demoServer.ts';
import { openEmptyWorkspace } from '../fixtures/emptyWorkspace.ts';
import { filesWithSecret } from '../fixtures/findSecret.ts';
import { expect, test } from '../fixtures/test.ts';
import { ExchangeUserDialog } from '../pages/exchangeUserDialog.ts';

test('a server with a private authority fails at Certificate, passes with the CA file, and its password is in no file', async ({ launch, scratch }) => {
  const server = await startDemoServer('--https');
  const { url, authorityFile, users } = server.facts;
  const [user] = users;
  if (user === undefined || authorityFile === undefined) throw new Error('the demo server has no users or no authority');
  const { studio, workspace, userData, temporary } = await openEmptyWorkspace(launch, scratch);

  const exchangeUser = new ExchangeUserDialog(studio);
  await exchangeUser.open();
  const form = await exchangeUser.add();
  await exchangeUser.describe(form, { name: 'On-premises', url, ...user });
  await form.getByRole('checkbox', { name: 'Trace EWS request/response' }).check();
  await form.getByRole('button', { name: 'Test connection' }).click();

  const stages = form.getByRole('list', { name: 'Stages' }).getByRole('listitem');
  await expect(stages.filter({ hasText: 'Certificate' }).getByRole('img', { name: /failed/i })).toBeVisible();
  await expect(stages.filter({ hasText: 'Sign in' })).toContainText('not tried');
  const failure = form.getByRole('alert');
  await expect(failure).toContainText("The server's certificate is not trusted by this computer.");
  await expect(failure).toContainText('It was issued by "Exchange Runbook Studio demo authority"');
  await form.getByRole('button', { name: 'View certificate' }).click();
  await expect(form.getByRole('region', { name: 'Certificate' })).toContainText('Demo Exchange server');
  await studio.picture('certificate');

  await studio.answerFileDialog([authorityFile]);
  await form.getByRole('button', { name: 'Choose CA file…' }).click();
  await expect(form.getByRole('textbox', { name: 'Certificate authority file' })).toHaveValue(authorityFile);
  await form.getByRole('button', { name: 'Test again' }).click();
  await expect(form.getByText('The connection works.')).toBeVisible();
  await expect(stages.filter({ hasText: 'Certificate' })).toContainText('Demo Exchange server, issued by Exchange Runbook Studio demo authority');
  await form.getByRole('button', { name: 'OK' }).click();
  await expect(form).toBeHidden();
  await exchangeUser.finish();
  await studio.close();
  await server.stop();

  expect(await filesWithSecret([workspace, userData, temporary], user.password, user.username)).toEqual([]);
  expect(studio.output.join('')).not.toContain(user.password);
});
