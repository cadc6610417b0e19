import { describe, expect, it } from 'vitest';
import { diagnose, retryAfterSeconds, type RawFailure } from '../../../shared/connections/diagnosis.ts';
import { offeredSchemes } from '../../../shared/connections/schemes.ts';
import { errorData } from '../../../shared/errors/appError.ts';

const url = 'https://mail.contoso.test:8443/EWS/Exchange.asmx';
const certificate = {
  subject: 'mail',
  issuer: 'Contoso Issuing CA 2',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2026-02-01T00:00:00.000Z',
  names: ['*.contoso.test', 'a.contoso.test'],
  fingerprint: 'AB:CD',
};

/** Code and text of a failure. */
function told(failure: Omit<RawFailure, 'url'>, address = url): { code: string; text: string } {
  const { code, details } = diagnose({ url: address, ...failure });
  const { what, why = '', fix } = errorData(code, details);
  return { code, text: [what, why, ...fix].join(' ') };
}

describe('failures of the network', () => {
  it.each([
    ['ENOTFOUND', 'network.nameNotFound', 'mail.contoso.test cannot be found by DNS.'],
    ['EAI_AGAIN', 'network.nameNotFound', 'VPN'],
    ['ECONNREFUSED', 'network.refused', 'does not accept connections on port 8443'],
    ['ETIMEDOUT', 'network.noAnswer', 'No answer from mail.contoso.test.'],
    ['EHOSTUNREACH', 'network.noAnswer', 'port 8443'],
    ['ECONNRESET', 'network.reset', 'closed by the server or something in between'],
    ['UND_ERR_SOCKET', 'network.reset', 'closed'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate.selfSigned', 'self-signed'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate.untrusted', 'Contoso Issuing CA 2'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate.untrusted', 'not trusted by this computer'],
    ['CERT_HAS_EXPIRED', 'certificate.expired', 'expired on 2026-02-01 00:00 UTC'],
    ['CERT_NOT_YET_VALID', 'certificate.notYetValid', '2026-01-01'],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'certificate.nameMismatch',
      'for *.contoso.test, a.contoso.test, not mail.contoso.test. The address in the configuration is not one of the names in the certificate. Use a.contoso.test as server address.',
    ],
    ['EPROTO', 'certificate.notTls', 'did not answer with TLS'],
    ['ERR_SSL_UNEXPECTED_EOF', 'certificate.notTls', 'port 8443'],
    ['ESOMETHING', 'network.other', 'ESOMETHING'],
  ])('%s is %s', (code, expected, words) => {
    const result = told({ code, message: 'original words', certificate, now: '2026-01-23T00:00:00Z' });
    expect(result.code).toBe(expected);
    expect(result.text).toContain(words);
  });

  it.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'])('are the end of the certificate where it is past, although %s is told', (code) => {
    expect(told({ code, certificate, now: '2026-02-01T00:00:01Z' })).toMatchObject({ code: 'certificate.expired', text: expect.stringContaining("This computer's clock says 2026-02-01 00:00 UTC.") });
  });

  it('keep the original text when nothing is known', () => {
    expect(told({ message: 'original words' }).text).toContain('original words');
  });
});

describe('answers that are not Exchange', () => {
  it.each<[number, readonly [string, string][], string, string]>([
    [401, [['www-authenticate', 'Basic realm="x"']], 'signIn.rejected', 'User name or password is not accepted by mail.contoso.test. (HTTP 401)'],
    [401, [], 'signIn.rejected', 'CONTOSO\\user'],
    [
      401,
      [
        ['WWW-Authenticate', 'Negotiate'],
        ['WWW-Authenticate', 'NTLM'],
      ],
      'signIn.basicNotOffered',
      'it offers Negotiate, NTLM',
    ],
    [
      403,
      [['x-ews-policy-reason', 'EWS is blocked by policy for this user or tenant']],
      'http.policyBlocked',
      'EWS is blocked by policy for this user or tenant',
    ],
    [403, [['x-ms-diagnostics', '2000003;reason="x"']], 'http.forbidden', '2000003'],
    [404, [], 'http.notFound', '/EWS/Exchange.asmx'],
    [405, [], 'http.notFound', '405'],
    [407, [], 'network.proxySignIn', 'proxy'],
    [413, [], 'http.tooLarge', 'larger'],
    [302, [['location', 'https://login.contoso.test/start?secret=1']], 'http.loginPage', 'redirects to https://login.contoso.test/start.'],
    [200, [['content-type', 'text/html; charset=utf-8']], 'http.loginPage', 'sign-in page'],
    [200, [['content-type', 'application/json']], 'http.unexpected', 'application/json'],
    [429, [['retry-after', '9']], 'http.unavailable', '9 seconds'],
    [503, [], 'http.unavailable', 'temporarily unavailable'],
    [456, [], 'signIn.accountLocked', 'unlocked'],
    [500, [['content-type', 'text/html']], 'http.serverError', '500'],
  ])('%d with %j is %s', (status, headers, expected, words) => {
    const result = told({ status, headers });
    expect(result.code).toBe(expected);
    expect(result.text).toContain(words);
  });

  it('name Exchange Online when it refuses Basic', () => {
    expect(told({ status: 401 }, 'https://outlook.office365.com/EWS/Exchange.asmx').text).toContain('Server is Exchange Online or Office365');
  });
});

describe('headers', () => {
  it('hold several schemes in one line or in many', () => {
    expect(offeredSchemes(['Negotiate, NTLM', 'Basic realm="a, b", charset="UTF-8"'])).toEqual(['Negotiate', 'NTLM', 'Basic']);
    expect(offeredSchemes(['Bearer client_id="x", trusted_issuers="y"'])).toEqual(['Bearer']);
    expect(offeredSchemes([])).toEqual([]);
  });

  it('ask to wait in seconds or until a date', () => {
    const now = '2026-11-23T10:00:00.000Z';
    expect(retryAfterSeconds('30', now)).toBe(30);
    expect(retryAfterSeconds('Mon, 23 Nov 2026 10:01:00 GMT', now)).toBe(60);
    expect(retryAfterSeconds('Mon, 23 Nov 2026 09:00:00 GMT', now)).toBe(0);
    expect(retryAfterSeconds('soon', now)).toBeUndefined();
    expect(retryAfterSeconds(undefined, now)).toBeUndefined();
  });
});
