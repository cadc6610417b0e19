import { expect, test } from 'vitest';
import { Connection } from '../../../shared/connections/connection.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { testApp } from './parts.ts';

const online = Connection.parse({
  name: 'Online',
  type: 'Exchange Configuration',
  exchangeOnline: true,
  username: 'ana@contoso.test',
  applicationId: '00000000-1111-4222-8333-444444444444',
  tenantId: 'contoso.test',
});

test('who is signed in is answered for values that are not saved, and signing out of nothing is no error', async () => {
  await using app = await testApp();
  expect(await app.handlers.connections.signInState({ connection: online })).toEqual({ signedIn: false });
  expect(await app.handlers.connections.signOut({ connection: online })).toEqual({ signedIn: false });
});

test('signing in without a place to sign in to says which address is wrong', async () => {
  await using app = await testApp();
  const sink = { emit: () => undefined, signal: new AbortController().signal };
  await expect(app.handlers.connections.signIn({ connection: { ...online, cloudInstanceUrl: 'http://login.test' } }, sink)).rejects.toMatchObject({
    data: { code: 'network.invalidAddress', details: { address: 'http://login.test/contoso.test' } },
  });
  expect(app.asked).toEqual([]);
});

test('the page of a device code opens only where it belongs to the cloud or to Microsoft', async () => {
  await using app = await testApp();
  const open = async (page: string): Promise<void> => app.handlers.connections.openDevicePage({ connection: online, page });
  await open('https://microsoft.com/devicelogin');
  await open('https://login.microsoftonline.com/common/oauth2/deviceauth');
  for (const page of ['https://microsoft.com.evil.test/devicelogin', 'http://microsoft.com/devicelogin', 'file:///etc/passwd'])
    await expect(open(page)).rejects.toMatchObject({ data: { code: 'app.linkNotAllowed' } });
  expect(app.asked).toEqual(['open https://microsoft.com/devicelogin', 'open https://login.microsoftonline.com/common/oauth2/deviceauth']);
});

test('no event and no answer of signing in has room for a token', () => {
  const state = { signedIn: true, userName: 'ana', token: 'secret', cache: 'secret' };
  expect(contract.connections.signInState.output.parse(state)).toEqual({ signedIn: true, userName: 'ana' });
  expect(contract.connections.signIn.event.parse({ type: 'signedIn', state, token: 'secret' })).toEqual({ type: 'signedIn', state: { signedIn: true, userName: 'ana' } });
});
