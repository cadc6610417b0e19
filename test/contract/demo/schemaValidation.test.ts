import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { schemaProblems } from '../schema/validate.ts';
import { envelope, first, post, startTestServer } from './rawClient.ts';

const shape = '<m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>';
const folders = '<m:ParentFolderIds><t:DistinguishedFolderId Id="inbox"/></m:ParentFolderIds>';
const message = (content: string) => `<m:CreateItem MessageDisposition="SaveOnly"><m:Items><t:Message>${content}</t:Message></m:Items></m:CreateItem>`;

/** Requests that Exchange's schema refuses, by what is wrong with them. */
const broken = {
  'elements in the wrong order': `<m:FindItem Traversal="Shallow">${folders}${shape}</m:FindItem>`,
  'fields of an item in the wrong order': message('<t:Body BodyType="Text">b</t:Body><t:Subject>s</t:Subject>'),
  'an element that is missing': `<m:GetItem>${shape}</m:GetItem>`,
  'an unknown element': message('<t:Colour>red</t:Colour>'),
  'an attribute that is missing': `<m:FindItem>${shape}${folders}</m:FindItem>`,
  'an unknown attribute': `<m:FindItem Traversal="Shallow" Depth="3">${shape}${folders}</m:FindItem>`,
  'a word that is no choice': message('<t:Importance>Urgent</t:Importance>'),
  'a boolean that is none': message('<t:IsRead>yes</t:IsRead>'),
  'a date that is none':
    '<m:CreateItem SendMeetingInvitations="SendToNone"><m:Items><t:CalendarItem><t:Start>tomorrow</t:Start></t:CalendarItem></m:Items></m:CreateItem>',
  'an element of another namespace':
    '<m:GetFolder><m:FolderShape><m:BaseShape>Default</m:BaseShape></m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id="inbox"/></m:FolderIds></m:GetFolder>',
  'an unknown folder name':
    '<m:GetFolder><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id="Inbox"/></m:FolderIds></m:GetFolder>',
  'an unknown field': `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties><t:FieldURI FieldURI="item:Sender"/></t:AdditionalProperties></m:ItemShape>${folders}</m:FindItem>`,
  'text among elements': '<m:GetFolder>text</m:GetFolder>',
  'an empty e-mail address': message('<t:ToRecipients><t:Mailbox><t:EmailAddress/></t:Mailbox></t:ToRecipients>'),
} as const;

describe('requests that break the schema', () => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it.each(Object.entries(broken))('answers ErrorSchemaValidation for %s', async (_what, request) => {
    const document = envelope(`\n${request}`);
    expect(schemaProblems(document)).not.toEqual([]);
    const { status, text } = await post(server, document);
    expect(status).toBe(500);
    expect(schemaProblems(text)).toEqual([]);
    expect(text).toContain('>ErrorSchemaValidation</e:ResponseCode>');
    expect(first(text, /<t:LineNumber>(\d+)/)).toBe('2');
    expect(Number(first(text, /<t:LinePosition>(\d+)/))).toBeGreaterThan(0);
    expect(first(text, /<t:Violation>([^<]+)/)).not.toBe('');
  });

  it('says where text stops being XML', async () => {
    const { status, text } = await post(server, '<s:Envelope>\n<broken\n');
    expect(status).toBe(500);
    expect(text).toContain('ErrorSchemaValidation');
  });

  it('refuses document types, and envelopes that are none', async () => {
    expect((await post(server, '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')).text).toContain('document type declaration');
    expect((await post(server, '<hello/>')).text).toContain('not a SOAP envelope');
  });

  it('answers ErrorInvalidRequest for an operation it does not offer', async () => {
    const { status, text } = await post(server, envelope('<m:GetInboxRules/>'));
    expect(status).toBe(500);
    expect(text).toContain('>ErrorInvalidRequest</e:ResponseCode>');
  });

  it('answers ErrorInvalidServerVersion for an unknown version', async () => {
    const request =
      '<m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id="inbox"/></m:FolderIds></m:GetFolder>';
    expect((await post(server, envelope(request, '<t:RequestServerVersion Version="Exchange2031"/>'))).text).toContain(
      '>ErrorInvalidServerVersion</e:ResponseCode>',
    );
  });

  it('takes any prefix, 1 for true and dates with offsets', async () => {
    const document = `<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"><E:Body><CreateItem xmlns="http://schemas.microsoft.com/exchange/services/2006/messages" MessageDisposition="SaveOnly" SendMeetingInvitations="SendToNone"><Items>
<a:CalendarItem xmlns:a="http://schemas.microsoft.com/exchange/services/2006/types"><a:Subject>x</a:Subject><a:Start>2027-03-28T09:00:00.5+02:00</a:Start><a:IsAllDayEvent>0</a:IsAllDayEvent></a:CalendarItem></Items></CreateItem></E:Body></E:Envelope>`;
    const created = await post(server, document);
    expect(created.text).toContain('NoError');
    const id = first(created.text, /ItemId Id="([^"]+)"/);
    const got = await post(
      server,
      envelope(`<m:GetItem><m:ItemShape><t:BaseShape>AllProperties</t:BaseShape></m:ItemShape><m:ItemIds><t:ItemId Id="${id}"/></m:ItemIds></m:GetItem>`),
    );
    expect(schemaProblems(got.text)).toEqual([]);
    expect(got.text).toContain('<t:Start>2027-03-28T07:00:00Z</t:Start>');
    expect(got.text).toContain('<t:IsAllDayEvent>false</t:IsAllDayEvent>');
  });
});
