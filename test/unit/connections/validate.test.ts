import { describe, expect, it } from 'vitest';
import { Connection } from '../../../shared/connections/connection.ts';
import { validateConnection } from '../../../shared/connections/validate.ts';

const good = { name: 'Mail', type: 'Exchange Configuration', serverAddress: 'mail.contoso.com', username: 'ann@contoso.com' } as const;
const online = {
  ...good,
  serverAddress: 'https://outlook.office365.com/EWS/Exchange.asmx',
  exchangeOnline: true,
  applicationId: '11111111-2222-3333-4444-555555555555',
  tenantId: 'contoso.onmicrosoft.com',
};

function problems(values: Partial<Connection> & { name: string; type: Connection['type'] }, otherNames: string[] = [], passwordGiven = true): string[] {
  return validateConnection(Connection.parse(values), { otherNames, passwordGiven }).map(({ field, severity }) =>
    severity === 'warning' ? `${field} (warning)` : field,
  );
}

describe('a configuration', () => {
  it('with everything it needs has no problem', () => {
    expect(problems(good)).toEqual([]);
    expect(problems(online)).toEqual([]);
    expect(problems({ ...online, tenantId: '11111111-2222-3333-4444-555555555555' })).toEqual([]);
    expect(problems({ ...good, serverAddress: 'http://127.0.0.1:8080/EWS/Exchange.asmx' })).toEqual([]);
    expect(problems({ ...good, serverAddress: 'MAIL01' })).toEqual([]);
    expect(problems({ ...good, serverAddress: '192.0.2.7' })).toEqual([]);
    expect(problems({ ...good, serverAddress: '2001:db8::7' })).toEqual([]);
  });

  it.each<[string, Parameters<typeof problems>, string[]]>([
    ['no name', [{ ...good, name: ' ' }], ['name']],
    ['a name of another one', [good, ['mail ']], ['name']],
    ['a long name', [{ ...good, name: 'x'.repeat(256) }], ['name']],
    ['no address', [{ ...good, serverAddress: '' }], ['serverAddress']],
    ['a proxy without its address', [{ ...good, proxy: 'This address' }], ['proxyAddress']],
    ['a password in the address of a proxy', [{ ...good, proxy: 'This address', proxyAddress: 'http://not:real@proxy:8080' }], ['proxyAddress']],
    ['a fingerprint that is none', [{ ...good, trustedCertificate: 'AB:CD' }], ['trustedCertificate']],
    ['a fingerprint with colons', [{ ...good, trustedCertificate: Array.from({ length: 32 }, () => 'ab').join(':') }], []],
    ['no address but Autodiscover', [{ ...good, serverAddress: '', useAutodiscover: true }], []],
    ['an address with blanks', [{ ...good, serverAddress: 'mail server' }], ['serverAddress']],
    ['an address in clear', [{ ...good, serverAddress: 'http://mail.contoso.com/EWS/Exchange.asmx' }], ['serverAddress']],
    ['an address of another scheme', [{ ...good, serverAddress: 'ftp://mail.contoso.com' }], ['serverAddress']],
    ['no user name', [{ ...good, username: '' }], ['username']],
    ['no password', [good, [], false], ['password']],
    ['a bare user name without domain', [{ ...good, username: 'ann' }], ['domain']],
    ['a user name with its domain', [{ ...good, username: 'CONTOSO\\ann' }], []],
    ['a bare user name with a domain', [{ ...good, username: 'ann', domain: 'CONTOSO' }], []],
    ['Autodiscover without an address to look up', [{ ...good, serverAddress: '', useAutodiscover: true, username: 'CONTOSO\\ann' }], ['username']],
    ['no time limit', [{ ...good, timeout: 0 }], ['timeout']],
    ['a time limit that is not whole', [{ ...good, timeout: 1.5 }], ['timeout']],
    ['no item type', [{ ...good, type: 'Exchange Configuration (Item Activity)' }], ['itemType']],
    ['a wrong application ID', [{ ...online, applicationId: 'app' }], ['applicationId']],
    ['a wrong tenant', [{ ...online, tenantId: 'my tenant' }], ['tenantId']],
    ['a cloud address in clear', [{ ...online, cloudInstanceUrl: 'http://login.microsoftonline.com' }], ['cloudInstanceUrl']],
    ['a cloud address with a path', [{ ...online, cloudInstanceUrl: 'https://login.microsoftonline.com/common' }], ['cloudInstanceUrl']],
    ['Exchange Online without its switch', [{ ...online, exchangeOnline: false }], ['exchangeOnline (warning)']],
    ['an address beside Autodiscover', [{ ...good, useAutodiscover: true }], ['useAutodiscover (warning)']],
  ])('with %s', (_name, values, expected) => {
    expect(problems(...values)).toEqual(expected);
  });
});
