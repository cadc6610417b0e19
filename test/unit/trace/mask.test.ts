import { describe, expect, it } from 'vitest';
import { maskBody, masked, maskHeaders } from '../../../shared/trace/mask.ts';

describe('headers', () => {
  it('keep the scheme of a sign-in and lose everything secret', () => {
    expect(
      maskHeaders(
        [
          ['Authorization', 'Basic YW5uOnNlY3JldA=='],
          ['authorization', 'Bearer a.b.c'],
          ['Cookie', 'session=1'],
          ['Set-Cookie', 'session=2; path=/'],
          ['X-Odd', 'echo of YW5uOnNlY3JldA=='],
          ['Content-Type', 'text/xml'],
        ],
        ['YW5uOnNlY3JldA=='],
      ),
    ).toEqual([
      ['Authorization', `Basic ${masked}`],
      ['authorization', `Bearer ${masked}`],
      ['Cookie', masked],
      ['Set-Cookie', masked],
      ['X-Odd', `echo of ${masked}`],
      ['Content-Type', 'text/xml'],
    ]);
  });
});

describe('documents', () => {
  it('lose passwords and tokens in XML, JSON and forms', () => {
    expect(maskBody('<t:Password>p&amp;w</t:Password><Subject>Password</Subject>')).toBe(`<t:Password>${masked}</t:Password><Subject>Password</Subject>`);
    expect(maskBody('{"access_token": "a\\"b", "expires_in": 3600, "code": "x"}')).toBe(`{"access_token": "${masked}", "expires_in": 3600, "code": "x"}`);
    expect(maskBody('grant_type=password&username=ann&password=p%26w&client_secret=s')).toBe(
      `grant_type=password&username=ann&password=${masked}&client_secret=${masked}`,
    );
  });

  it('lose a known secret wherever it stands, unless it is too short to be told from ordinary words', () => {
    expect(maskBody('<Subject>long-secret and more</Subject>', ['long-secret', 'more'])).toBe(`<Subject>${masked} and more</Subject>`);
  });

  it('stay as they are otherwise', () => {
    const xml = '<s:Envelope><t:Subject>code=1&amp;password=2</t:Subject></s:Envelope>';
    expect(maskBody(xml)).toBe(xml);
  });
});
