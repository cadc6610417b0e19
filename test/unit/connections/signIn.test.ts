import { describe, expect, test } from 'vitest';
import { Connection } from '../../../shared/connections/connection.ts';
import { aadstsCodes, signInFailure } from '../../../shared/connections/signInFailure.ts';
import { adminConsentLink, authorityOf, scopeOf, signInNameOnline, signInTarget } from '../../../shared/connections/signInTarget.ts';
import { clouds } from '../../../shared/connections/clouds.ts';
import { errorData } from '../../../shared/errors/appError.ts';

const applicationId = '00000000-1111-4222-8333-444444444444';
const online = (more: Partial<Connection> = {}): Connection =>
  Connection.parse({ name: 'A', type: 'Exchange Configuration', exchangeOnline: true, username: 'ana@contoso.com', applicationId, tenantId: 'contoso.com', ...more });
const target = signInTarget(online());

describe('what is signed in for', () => {
  test.each([
    ['', 'https://outlook.office365.com'],
    ['outlook.office365.com', 'https://outlook.office365.com'],
    ['https://outlook.office.com/EWS/Exchange.asmx', 'https://outlook.office365.com'],
    ['https://EUR01.prod.outlook.com/EWS/Exchange.asmx', 'https://outlook.office365.com'],
    ['outlook.office365.us', 'https://outlook.office365.us'],
    ['dod-outlook.office365.us', 'https://dod-outlook.office365.us'],
    ['partner.outlook.cn', 'https://partner.outlook.cn'],
    ['not an address at all', 'https://outlook.office365.com'],
  ])('with the address "%s" is %s', (serverAddress, resource) => {
    expect(scopeOf(online({ serverAddress }))).toBe(`${resource}/EWS.AccessAsUser.All`);
  });

  test.each(clouds)('without an address is the Exchange of the cloud $name', ({ instance, exchange }) => {
    expect(scopeOf(online({ cloudInstanceUrl: `${instance}/` }))).toBe(`${exchange}/EWS.AccessAsUser.All`);
  });

  test('is what was typed as scope', () => {
    expect(scopeOf(online({ oauthScope: ' https://example.test/.default ', serverAddress: 'outlook.office365.com' }))).toBe('https://example.test/.default');
  });

  test('is asked of cloud and tenant, for the whole sign-in name', () => {
    expect(authorityOf({ cloudInstanceUrl: 'https://login.microsoftonline.us/ ', tenantId: ' contoso.com ' })).toBe('https://login.microsoftonline.us/contoso.com');
    expect(signInNameOnline({ username: 'ana', domain: 'contoso.com' })).toBe('ana@contoso.com');
    expect(signInNameOnline({ username: 'ana@contoso.com', domain: 'CONTOSO' })).toBe('ana@contoso.com');
    expect(signInNameOnline({ username: 'ana', domain: '' })).toBe('ana');
  });
});

describe('a refusal', () => {
  const refused = (message: string, error = 'invalid_grant', silent = false): ReturnType<typeof signInFailure> => signInFailure({ error, message, silent }, target);

  test.each(Object.entries(aadstsCodes))('with AADSTS%s is %s, and its text names the number where the table of sign-in errors does', (number, code) => {
    const failure = refused(`invalid_grant: AADSTS${number}: Words of the server. Trace ID: 1`);
    expect(failure.code).toBe(code);
    const { what, fix } = errorData(failure.code, failure.details, { actions: failure.actions });
    expect(fix.length).toBeGreaterThan(0);
    if (code !== 'signIn.declined' && code !== 'signIn.codeExpired') expect(what).toContain(`(AADSTS${number})`);
  });

  test.each(['50076', '50079', '50158', '53003'])('with AADSTS%s offers the browser and a device code', (number) => {
    expect(refused(`AADSTS${number}: x`).actions).toEqual([
      { kind: 'signIn', method: 'Sign in with browser' },
      { kind: 'signIn', method: 'Device code' },
    ]);
  });

  test('for want of consent offers the link for an administrator', () => {
    const link = `https://login.microsoftonline.com/contoso.com/adminconsent?client_id=${applicationId}`;
    expect(adminConsentLink(target)).toBe(link);
    expect(refused('AADSTS65001: x').actions).toEqual([{ kind: 'copyText', label: 'Copy admin-consent link', text: link }]);
  });

  test('of the redirect address offers the address to copy', () => {
    expect(refused('AADSTS50011: x').actions).toContainEqual({ kind: 'copyText', label: 'Copy redirect address', text: 'http://localhost' });
  });

  test('without a number goes by the code of OAuth', () => {
    expect(refused('x', 'interaction_required').code).toBe('signIn.interactionRequired');
    expect(refused('x', 'access_denied').code).toBe('signIn.declined');
    expect(refused('x', 'expired_token').code).toBe('signIn.codeExpired');
    expect(refused('x', 'invalid_grant', true).code).toBe('signIn.expired');
    expect(refused('x', 'invalid_grant', false).code).toBe('signIn.failed');
  });

  test('that nobody knows keeps the words of the server, without its trace', () => {
    const { code, details } = refused('AADSTS123456789: The moon is full. Trace ID: 1 Correlation ID: 2', 'invalid_request');
    expect(errorData(code, details).what).toBe('Sign-in failed: AADSTS123456789: The moon is full.');
  });
});

// Written by hand from Microsoft's list, so that the table of the app is not compared with itself.
test.each([
  ['50126', 'User name or password is not accepted for ana@contoso.com.', []],
  ['50034', 'ana@contoso.com does not exist in the tenant contoso.com.', []],
  ['50055', 'The password of ana@contoso.com has expired.', []],
  ['50057', 'The account ana@contoso.com is disabled.', []],
  ['50053', 'The account ana@contoso.com is locked.', []],
  ['50076', 'Multifactor authentication or a Conditional Access policy applies.', ['signIn', 'signIn']],
  ['50079', 'Multifactor authentication or a Conditional Access policy applies.', ['signIn', 'signIn']],
  ['50158', 'Multifactor authentication or a Conditional Access policy applies.', ['signIn', 'signIn']],
  ['53003', 'Multifactor authentication or a Conditional Access policy applies.', ['signIn', 'signIn']],
  ['7000218', 'The app registration does not allow public client flows.', ['openPage']],
  ['65001', 'The application has no consent for Exchange.', ['copyText']],
  ['700016', `Application ${applicationId} does not exist in tenant contoso.com.`, ['openPage']],
  ['90002', 'The tenant contoso.com does not exist.', []],
  ['900023', 'The tenant contoso.com does not exist.', []],
  ['50059', 'Sign-in needs the tenant of the account.', []],
  ['9001023', 'Sign-in needs the tenant of the account.', []],
  ['50011', 'The redirect address is not registered.', ['copyText', 'openPage']],
])('AADSTS%s says: %s', (number, what, actions) => {
  const failure = signInFailure({ error: 'invalid_grant', message: `AADSTS${number}: Something. Trace ID: 1`, silent: false }, target);
  expect(errorData(failure.code, failure.details).what).toBe(`${what} (AADSTS${number})`);
  expect(failure.actions.map(({ kind }) => kind)).toEqual(actions);
});
