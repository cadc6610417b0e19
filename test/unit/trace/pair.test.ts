import { describe, expect, it } from 'vitest';
import { operationOf, resultOf } from '../../../shared/trace/pair.ts';

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
