import { describe, expect, it } from 'vitest';
import { impersonatedIn, operationOf, resultOf } from '../../../shared/trace/pair.ts';

const body = (content: string): string => `<?xml version="1.0"?><s:Envelope xmlns:s="x"><s:Header/><s:Body>${content}</s:Body></s:Envelope>`;
const message = (responseClass: string, code: string, text = ''): string =>
  `<m:GetItemResponseMessage ResponseClass="${responseClass}">${text === '' ? '' : `<m:MessageText>${text}</m:MessageText>`}<m:ResponseCode>${code}</m:ResponseCode></m:GetItemResponseMessage>`;

describe('the operation of a request', () => {
  it.each([
    [body('<m:GetItem a="b"/>'), 'GetItem'],
    [body('\n  <FindItem xmlns="y">'), 'FindItem'],
    ['<soap:Envelope><soap:Body><m:SendItem>', 'SendItem'],
    ['', ''],
    ['no XML', ''],
  ])('of %j is %j', (xml, expected) => {
    expect(operationOf(xml)).toBe(expected);
  });
});

describe('the impersonated user of a request', () => {
  const acting = (sid: string): string => `<s:Envelope><s:Header><t:RequestServerVersion/><t:ExchangeImpersonation>\n<t:ConnectingSID>${sid}</t:ConnectingSID></t:ExchangeImpersonation></s:Header><s:Body><m:GetItem/></s:Body></s:Envelope>`;

  it.each([
    [acting('<t:PrimarySmtpAddress>ana@contoso.test</t:PrimarySmtpAddress>'), 'ana@contoso.test'],
    [acting('<t:SmtpAddress> a&amp;b@contoso.test </t:SmtpAddress>'), 'a&b@contoso.test'],
    [acting('<t:PrincipalName>ana@corp</t:PrincipalName>'), 'ana@corp'],
    [acting('<t:SID>S-1-5-21-1</t:SID>'), 'S-1-5-21-1'],
    [acting('<t:SmtpAddress></t:SmtpAddress>'), undefined],
    [body('<m:GetItem><t:SmtpAddress>ana@contoso.test</t:SmtpAddress></m:GetItem>'), undefined],
  ])('in %j is %j', (xml, expected) => {
    expect(impersonatedIn(xml)).toBe(expected);
  });
});

describe('the result of an answer', () => {
  it.each([
    [200, body(message('Success', 'NoError')), { class: 'success', code: 'NoError' }],
    [
      200,
      body(message('Success', 'NoError') + message('Error', 'ErrorItemNotFound', 'Not &lt;there&gt;')),
      { class: 'error', code: 'ErrorItemNotFound', text: 'Not <there>' },
    ],
    [200, body(message('Warning', 'ErrorNameResolutionMultipleResults')), { class: 'warning', code: 'ErrorNameResolutionMultipleResults' }],
    [200, body(message('Warning', 'W') + message('Error', 'E')), { class: 'error', code: 'E' }],
    [200, body(message('Error', 'ErrorServerBusy')), { class: 'throttled', code: 'ErrorServerBusy' }],
    [
      500,
      body('<s:Fault><faultcode>a:ErrorServerBusy</faultcode><faultstring>Wait.</faultstring></s:Fault>'),
      { class: 'throttled', code: 'ErrorServerBusy', text: 'Wait.' },
    ],
    [
      500,
      body('<s:Fault><faultcode>s:Client</faultcode><detail><e:ResponseCode> ErrorSchemaValidation </e:ResponseCode></detail></s:Fault>'),
      { class: 'error', code: 'ErrorSchemaValidation' },
    ],
    [500, '', { class: 'error', code: 'HTTP 500' }],
    [401, '<html>', { class: 'error', code: 'HTTP 401' }],
    [302, '', { class: 'error', code: 'HTTP 302' }],
    [503, '', { class: 'throttled', code: 'HTTP 503' }],
    [200, '<html>', { class: 'error', code: 'not SOAP' }],
    [undefined, '', { class: 'none', code: 'no answer' }],
  ])('%s %j', (status, xml, expected) => {
    expect(resultOf(status, xml)).toEqual(expected);
  });
});
