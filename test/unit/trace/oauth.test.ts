import { describe, expect, test } from 'vitest';
import { oauthLogLines, oauthOperationOf, oauthResultOf } from '../../../shared/trace/oauth.ts';

const tenant = 'https://login.contoso.test/contoso.test';

describe('a request to a sign-in server', () => {
  test.each([
    [`${tenant}/v2.0/.well-known/openid-configuration`, '', 'Sign-in server'],
    [`${tenant}/oauth2/v2.0/devicecode`, 'client_id=1&scope=2', 'Device code'],
    [`${tenant}/oauth2/v2.0/token`, 'client_id=1&grant_type=password', 'Token by password'],
    [`${tenant}/oauth2/v2.0/token`, 'grant_type=authorization_code&code=1', 'Token by browser'],
    [`${tenant}/oauth2/v2.0/token`, 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code', 'Token by device code'],
    [`${tenant}/oauth2/v2.0/token`, 'grant_type=refresh_token', 'Token renewal'],
    [`${tenant}/oauth2/v2.0/token`, 'grant_type=client_credentials', 'Token'],
    [`${tenant}/discovery/v2.0/keys`, '', 'keys'],
  ])('%s with %j is called %s at the end', (url, body, operation) => {
    expect(oauthOperationOf(url, body)).toBe(operation);
  });

  const refused = (error: string, text: string): string => JSON.stringify({ error, error_description: text });
  test.each([
    [undefined, '', { class: 'none', code: 'no answer' }],
    [200, '{"token_type":"Bearer"}', { class: 'success', code: 'HTTP 200' }],
    [400, refused('invalid_grant', 'AADSTS50126: Wrong. Trace ID: 1'), { class: 'error', code: 'AADSTS50126', text: 'AADSTS50126: Wrong.' }],
    [400, refused('authorization_pending', 'AADSTS70016: Nobody yet.'), { class: 'warning', code: 'authorization_pending' }],
    [400, '{"error":"invalid_scope"}', { class: 'error', code: 'invalid_scope' }],
    [429, '', { class: 'throttled', code: 'HTTP 429' }],
    [502, '<html>', { class: 'error', code: 'HTTP 502' }],
  ])('answered with %s %s', (status, body, result) => {
    expect(oauthResultOf(status, body)).toEqual(result);
  });
});

describe('the log of a sign-in', () => {
  const record = {
    id: '1',
    kind: 'oauth',
    connection: 'Online',
    operation: 'Token by password',
    method: 'POST',
    url: `${tenant}/oauth2/v2.0/token`,
    startedAt: '2026-11-26T10:00:00.000Z',
    durationMs: 120,
    result: { class: 'none', code: 'no answer' },
    attempt: 1,
    requestId: '1',
    requestBytes: 3,
    responseBytes: 2,
    timings: {},
    request: { headers: [['content-type', 'application/x-www-form-urlencoded']] as [string, string][], body: 'a=b', bytes: 3 },
  } as const;

  test('holds request and answer with their times', () => {
    expect(oauthLogLines({ ...record, status: 200, response: { headers: [['date', 'now']], body: '{}', bytes: 2 } })).toEqual([
      `2026-11-26T10:00:00.000Z POST ${tenant}/oauth2/v2.0/token`,
      'content-type: application/x-www-form-urlencoded',
      '',
      'a=b',
      '',
      '2026-11-26T10:00:00.120Z HTTP 200 from login.contoso.test',
      'date: now',
      '',
      '{}',
      '',
    ]);
  });

  test('says that no answer came', () => {
    expect(oauthLogLines(record).at(-1)).toBe('2026-11-26T10:00:00.120Z No answer: it was stopped.');
  });
});
