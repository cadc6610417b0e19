import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { call, envelope, every, first, post, startTestServer } from './rawClient.ts';

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#xD;');
const find = (folder: string) =>
  `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape><m:ParentFolderIds><t:DistinguishedFolderId Id="${folder}"/></m:ParentFolderIds></m:FindItem>`;
const get = (id: string, shape = 'AllProperties') =>
  `<m:GetItem><m:ItemShape><t:BaseShape>${shape}</t:BaseShape></m:ItemShape><m:ItemIds><t:ItemId Id="${id}"/></m:ItemIds></m:GetItem>`;
const save = (subject: string, body = '') =>
  `<m:CreateItem MessageDisposition="SaveOnly"><m:Items><t:Message><t:Subject>${escapeXml(subject)}</t:Subject><t:Body BodyType="Text">${escapeXml(body)}</t:Body></t:Message></m:Items></m:CreateItem>`;
const ids = (document: string) => every(document, /ItemId Id="([^"]+)"/g);

describe('the demo mailbox', () => {
  let server: DemoServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  it('gives the same ids for the same seed, others for another', async () => {
    const [same, other] = [await startTestServer(), await startTestServer({ seed: 7 })];
    const inbox = await call(server, find('inbox'));
    expect(await call(same, find('inbox'))).toBe(inbox);
    expect(ids(await call(other, find('inbox'))).filter((id) => ids(inbox).includes(id))).toEqual([]);
    await Promise.all([same.close(), other.close()]);
  });

  it('makes ids of the form and length of Exchange', async () => {
    const made = ids(await call(server, find('inbox')));
    expect(made.length).toBeGreaterThan(1);
    for (const id of made) {
      expect(id).toMatch(/^[A-Za-z0-9+/]+=*$/);
      expect(id.length).toBeGreaterThanOrEqual(100);
    }
  });

  it('restores everything on reset, without using an id twice', async () => {
    const before = ids(await call(server, find('inbox')));
    await call(server, `<m:DeleteItem DeleteType="HardDelete"><m:ItemIds><t:ItemId Id="${before[0] ?? ''}"/></m:ItemIds></m:DeleteItem>`);
    expect(ids(await call(server, find('inbox')))).toHaveLength(before.length - 1);
    server.reset();
    const after = ids(await call(server, find('inbox')));
    expect(after).toHaveLength(before.length);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
  });

  it.each(['inbox', 'sentitems', 'drafts', 'calendar', 'contacts', 'tasks'])(
    'answers every item of %s with all properties, valid against the schema',
    async (folder) => {
      const all = ids(await call(server, find(folder)));
      expect(all.length).toBeGreaterThan(1);
      for (const id of all) expect(await call(server, get(id))).toContain('NoError');
    },
  );

  it.each([
    ['markup', 'a & b <c> "d" \'e\''],
    ['an injection', 'x</t:Subject><t:Importance>High</t:Importance><t:Subject>y'],
    ['the end of a CDATA section', ']]> and ]]>'],
    ['emoji and other planes', '👩‍🔧 𝄞 漢字 مرحبا'],
    ['white space', '  two  spaces\tand a tab  '],
  ])('keeps %s in a subject', async (_what, subject) => {
    const [id = ''] = ids(await call(server, save(subject)));
    expect(first(await call(server, get(id)), /<t:Subject>(.*?)<\/t:Subject>/)).toBe(escapeXml(subject));
  });

  it('keeps line ends and a megabyte of text', async () => {
    const body = 'line one\r\nline two & <three>\n'.repeat(36_000);
    const [id = ''] = ids(await call(server, save('Large', body)));
    const kept = first(await call(server, get(id)), /<t:Body BodyType="Text">([^]*?)<\/t:Body>/);
    expect(kept === escapeXml(body)).toBe(true);
  });

  it('refuses control characters, as XML does', async () => {
    expect((await post(server, envelope('<m:GetFolder>\u0001</m:GetFolder>'))).text).toContain('ErrorSchemaValidation');
    expect((await post(server, envelope('<m:GetFolder>&#1;</m:GetFolder>'))).text).toContain('ErrorSchemaValidation');
  });

  it('answers a batch in request order, errors included', async () => {
    const [one = '', two = ''] = ids(await call(server, find('inbox')));
    const answer = await call(
      server,
      `<m:GetItem><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape><m:ItemIds><t:ItemId Id="${two}"/><t:ItemId Id="nonsense"/><t:ItemId Id="${one}"/></m:ItemIds></m:GetItem>`,
    );
    expect(every(answer, /<m:ResponseCode>(\w+)/g)).toEqual(['NoError', 'ErrorInvalidIdMalformed', 'NoError']);
    expect(ids(answer)).toEqual([two, one]);
  });

  it('names what is wrong with an id or a change key', async () => {
    const [id = ''] = ids(await call(server, find('inbox')));
    const folder = first(
      await call(
        server,
        '<m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id="inbox"/></m:FolderIds></m:GetFolder>',
      ),
      /FolderId Id="([^"]+)"/,
    );
    expect(await call(server, get(folder))).toContain('ErrorCannotUseFolderIdForItemId');
    expect(await call(server, get(''))).toContain('ErrorInvalidIdEmpty');
    expect(await call(server, get(id.toLowerCase()))).toMatch(/ErrorInvalidIdMalformed|ErrorItemNotFound/);
    expect(await call(server, get(id), 'ana')).toContain('ErrorItemNotFound');
    const update = (key: string) =>
      `<m:UpdateItem MessageDisposition="SaveOnly" ConflictResolution="NeverOverwrite"><m:ItemChanges><t:ItemChange><t:ItemId Id="${id}"${key}/><t:Updates><t:SetItemField><t:FieldURI FieldURI="message:IsRead"/><t:Message><t:IsRead>true</t:IsRead></t:Message></t:SetItemField></t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>`;
    expect(await call(server, update(''))).toContain('ErrorChangeKeyRequiredForWriteOperations');
    expect(await call(server, update(' ChangeKey="AAAA"'))).toContain('ErrorInvalidChangeKey');
  });

  it('refuses folders of others, and senders one may not be', async () => {
    const folder = (mailbox: string) =>
      `<m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id="inbox"><t:Mailbox><t:EmailAddress>${mailbox}</t:EmailAddress></t:Mailbox></t:DistinguishedFolderId></m:FolderIds></m:GetFolder>`;
    expect(await call(server, folder('helpdesk@contoso.test'))).toContain('NoError');
    expect(await call(server, folder('ana@contoso.test'))).toContain('ErrorAccessDenied');
    expect(await call(server, folder('nobody@contoso.test'))).toContain('ErrorNonExistentMailbox');
    const send = (from: string, to: string) =>
      `<m:CreateItem MessageDisposition="SendOnly"><m:Items><t:Message><t:Subject>s</t:Subject>${to}<t:From><t:Mailbox><t:EmailAddress>${from}</t:EmailAddress></t:Mailbox></t:From></t:Message></m:Items></m:CreateItem>`;
    const ana = '<t:ToRecipients><t:Mailbox><t:EmailAddress>ana@contoso.test</t:EmailAddress></t:Mailbox></t:ToRecipients>';
    expect(await call(server, send('ana@contoso.test', ana))).toContain('ErrorSendAsDenied');
    expect(await call(server, send('support@contoso.test', ana))).toContain('NoError');
    expect(await call(server, send('helpdesk@contoso.test', ''))).toContain('ErrorMissingRecipients');
    expect(await call(server, send('helpdesk@contoso.test', ana.replace('ana@contoso.test', 'not an address')))).toContain('ErrorInvalidRecipients');
  });
});
