import { expect, test } from 'vitest';
import { fallbackVault } from '../../../electron/secrets/fallbackVault.ts';
import { keychainVault } from '../../../electron/secrets/keychain.ts';

// Windows and macOS always have a keychain.
test('a Secret Service that is not there is said to be so, and the secret is kept until the app closes', async () => {
  process.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent/bus';
  const vault = fallbackVault(keychainVault({ service: 'Exchange Runbook Studio test' }));
  expect(await vault.state()).toMatchObject({ available: false, store: 'Secret Service', problem: expect.stringMatching(/bus/i) });
  expect(await vault.get('account')).toBeUndefined();
  await vault.set('account', 'made-up');
  expect(await vault.get('account')).toBe('made-up');
  expect(await vault.secretState('account')).toEqual({ stored: true, where: 'memory', store: 'Secret Service' });
  expect(await fallbackVault(keychainVault()).get('account')).toBeUndefined();
});
