import { describe, expect, it } from 'vitest';
import { exportedPair } from '../../../shared/trace/exportPair.ts';
import { Placeholders } from '../../../shared/trace/placeholders.ts';
import { traceRecord } from '../../fixtures/traceRecords.ts';

describe('placeholders', () => {
  it('stand for what a mailbox holds, the same for the same, and leave the protocol readable', () => {
    const { response } = traceRecord(1);
    expect(new Placeholders().document(response?.body ?? '')).toBe(
      '<s:Envelope xmlns:s="urn:s" xmlns:m="urn:m" xmlns:t="urn:t"><s:Body><m:GetItemResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode><m:Items><t:Message><t:ItemId Id="Id 1" ChangeKey="ChangeKey 1"/><t:Subject>Subject 1</t:Subject><t:Size>2048</t:Size><t:EmailAddress>address-1@example.invalid</t:EmailAddress></t:Message></m:Items></m:GetItemResponseMessage></s:Body></s:Envelope>',
    );
  });

  it('are the same in request and response, and in the pairs that follow', () => {
    const placeholders = new Placeholders();
    const first = exportedPair(traceRecord(1), placeholders);
    const again = exportedPair(traceRecord(1), placeholders);
    expect(first.match(/Id="Id \d"/g)).toEqual(['Id="Id 1"', 'Id="Id 1"']);
    expect(again).toBe(first);
  });

  it.each([
    ['an address in an error text', '<MessageText>ana@contoso.test is unknown.</MessageText>', '<MessageText>address-1@example.invalid is unknown.</MessageText>'],
    ['the value of a filter', '<t:Constant Value="Payroll"/>', '<t:Constant Value="value 1"/>'],
    ['a value that says nothing of a mailbox', '<t:Constant Value="true"/>', '<t:Constant Value="true"/>'],
    ['a section of character data', '<t:Body><![CDATA[secret plan]]></t:Body>', '<t:Body>content 1</t:Body>'],
    ['text behind an inner element', '<t:Body>one<t:b>two</t:b>three</t:Body>', '<t:Body>Body 1<t:b>b 1</t:b>b 2</t:Body>'],
    ['a page instead of a document', 'Sign in to Contoso', 'content 1'],
    ['nothing', '', ''],
  ])('replace or keep %s', (_what, body, expected) => {
    expect(new Placeholders().document(body)).toBe(expected);
  });

  it('replace addresses in headers and in the address of the request', () => {
    const base = traceRecord(1);
    const written = exportedPair({ ...base, url: 'https://mail.contoso.test/autodiscover?Email=ana@contoso.test', request: { ...base.request, headers: [['X-AnchorMailbox', 'Ana@contoso.test']] } }, new Placeholders());
    expect(written).not.toContain('ana@contoso.test');
    expect(written).toContain('X-AnchorMailbox: address-1@example.invalid');
  });
});
