import { expect, test } from 'vitest';
import { placesOfPasted } from '../../../shared/connections/pasted.ts';

test.each([
  ['serverAddress', 'ana@contoso.test', { username: 'ana@contoso.test' }],
  ['domain', ' ana@contoso.test\n', { username: 'ana@contoso.test' }],
  ['applicationId', 'ana@contoso.test', { username: 'ana@contoso.test' }],
  ['serverAddress', 'CONTOSO\\ana', { domain: 'CONTOSO', username: 'ana' }],
  ['username', 'CONTOSO\\ana', { domain: 'CONTOSO', username: 'ana' }],
  ['domain', 'CONTOSO\\ana', { domain: 'CONTOSO', username: 'ana' }],
  ['username', 'https://mail.contoso.test/EWS/Exchange.asmx', { serverAddress: 'https://mail.contoso.test/EWS/Exchange.asmx' }],
  ['tenantId', 'https://login.microsoftonline.us/contoso.test/oauth2', { cloudInstanceUrl: 'https://login.microsoftonline.us', tenantId: 'contoso.test' }],
  ['serverAddress', 'https://login.microsoftonline.com', { cloudInstanceUrl: 'https://login.microsoftonline.com' }],
])('%s is no place for %s', (field, text, places) => {
  expect(placesOfPasted(field, text)).toEqual(places);
});

test.each([
  ['username', 'ana@contoso.test'],
  ['username', 'ana'],
  ['serverAddress', 'https://mail.contoso.test/'],
  ['serverAddress', 'mail.contoso.test'],
  ['serverAddress', '192.0.2.7'],
  ['cloudInstanceUrl', 'https://login.contoso.test'],
  ['tenantId', 'contoso.test'],
  ['name', 'ana@contoso.test'],
  ['trustedRedirects', 'https://autodiscover.contoso.test'],
  ['proxyAddress', 'http://proxy.contoso.test:8080'],
  ['domain', 'two words@contoso.test'],
])('%s keeps %s', (field, text) => {
  expect(placesOfPasted(field, text)).toBeUndefined();
});
