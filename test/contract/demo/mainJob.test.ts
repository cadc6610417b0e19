import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { call, every, first, startTestServer } from './rawClient.ts';

const find = (
  folder: string,
  restriction = '',
  shape = 'IdOnly',
) => `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>${shape}</t:BaseShape><t:AdditionalProperties>
<t:FieldURI FieldURI="item:Subject"/></t:AdditionalProperties></m:ItemShape><m:IndexedPageItemView MaxEntriesReturned="200" Offset="0" BasePoint="Beginning"/>${restriction}
<m:ParentFolderIds>${folder}</m:ParentFolderIds></m:FindItem>`;
const inbox = '<t:DistinguishedFolderId Id="inbox"/>';
const unreadHelpDesk = `<m:Restriction><t:And><t:Contains ContainmentMode="Substring" ContainmentComparison="Exact"><t:FieldURI FieldURI="item:Subject"/><t:Constant Value="[HD]"/></t:Contains>
<t:IsEqualTo><t:FieldURI FieldURI="message:IsRead"/><t:FieldURIOrConstant><t:Constant Value="false"/></t:FieldURIOrConstant></t:IsEqualTo></t:And></m:Restriction>`;

describe('the main job on the demo server', () => {
  let server: DemoServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  it('answers GetFolder with the build of Exchange SE', async () => {
    const answer = await call(
      server,
      `<m:GetFolder><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape><m:FolderIds>${inbox}</m:FolderIds></m:GetFolder>`,
    );
    expect(answer).toContain('MajorVersion="15" MinorVersion="2" MajorBuildNumber="2562" MinorBuildNumber="17" Version="V2017_07_11"');
    expect(first(answer, /DisplayName>([^<]+)/)).toBe('Inbox');
    expect(first(answer, /UnreadCount>([^<]+)/)).not.toBe('0');
  });

  it('finds six unread mails for the help desk, reads, answers and files one', async () => {
    const found = await call(server, find(inbox, unreadHelpDesk));
    const ids = every(found, /ItemId Id="([^"]+)"/g);
    expect(ids).toHaveLength(6);

    const [id = ''] = ids;
    const item = await call(
      server,
      `<m:GetItem><m:ItemShape><t:BaseShape>AllProperties</t:BaseShape></m:ItemShape><m:ItemIds><t:ItemId Id="${id}"/></m:ItemIds></m:GetItem>`,
    );
    const key = first(item, /ChangeKey="([^"]+)"/);
    const from = first(item, /<t:From>.*?EmailAddress>([^<]+)/);
    const subject = first(item, /Subject>([^<]+)/);

    const reply = await call(
      server,
      `<m:CreateItem MessageDisposition="SendAndSaveCopy"><m:Items><t:ReplyToItem><t:ReferenceItemId Id="${id}" ChangeKey="${key}"/><t:NewBodyContent BodyType="Text">We are on it.</t:NewBodyContent></t:ReplyToItem></m:Items></m:CreateItem>`,
    );
    expect(reply).toContain('<m:ResponseCode>NoError</m:ResponseCode><m:Items/>');

    const username = from.split('@')[0] ?? '';
    const received = await call(server, find(inbox, ''), username);
    expect(received).toContain(`RE: ${subject}`);
    expect(await call(server, find('<t:DistinguishedFolderId Id="sentitems"/>'))).toContain(`RE: ${subject}`);

    const moved = await call(
      server,
      `<m:MoveItem><m:ToFolderId><t:DistinguishedFolderId Id="deleteditems"/></m:ToFolderId><m:ItemIds><t:ItemId Id="${id}"/></m:ItemIds></m:MoveItem>`,
    );
    expect(first(moved, /ItemId Id="([^"]+)"/)).not.toBe(id);
    expect(every(await call(server, find(inbox, unreadHelpDesk)), /ItemId Id="([^"]+)"/g)).toHaveLength(5);
    const gone = await call(
      server,
      `<m:GetItem><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape><m:ItemIds><t:ItemId Id="${id}"/></m:ItemIds></m:GetItem>`,
    );
    expect(gone).toContain('ErrorItemNotFound');
  });

  it('sends a message with an attachment into the inbox of a colleague', async () => {
    const sent = await call(
      server,
      `<m:CreateItem MessageDisposition="SendAndSaveCopy"><m:Items><t:Message><t:Subject>Figures</t:Subject><t:Body BodyType="Text">See file</t:Body><t:Attachments><t:FileAttachment><t:Name>a.txt</t:Name><t:Content>b2sK</t:Content></t:FileAttachment></t:Attachments><t:ToRecipients><t:Mailbox><t:EmailAddress>ana@contoso.test</t:EmailAddress></t:Mailbox></t:ToRecipients></t:Message></m:Items></m:CreateItem>`,
    );
    expect(sent).toContain('NoError');
    const found = await call(server, find(inbox, '', 'AllProperties'), 'ana');
    expect(found).toContain('Figures');
    expect(found).toContain('HasAttachments>true');
  });
});
