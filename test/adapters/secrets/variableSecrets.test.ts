import { expect, it } from 'vitest';
import { fallbackVault } from '../../../electron/secrets/fallbackVault.ts';
import { memoryVault } from '../../../electron/secrets/memory.ts';
import { variableAccount, VariableSecrets } from '../../../electron/secrets/variableSecrets.ts';

it('lets the value of an encrypted variable follow its new name, and leaves none under the old one', async () => {
  const store = memoryVault();
  const secrets = new VariableSecrets(fallbackVault(store));
  await secrets.set('w', 'Old', 'hidden');
  await secrets.move('w', 'Old', 'New');
  expect(await secrets.get('w', 'New')).toBe('hidden');
  expect(await secrets.get('w', 'Old')).toBeUndefined();
  expect(await store.get(variableAccount('w', 'Old'))).toBeUndefined();
});
