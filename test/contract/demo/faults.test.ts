import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { schemaProblems } from '../schema/validate.ts';
import { envelope, first, post, startTestServer } from './rawClient.ts';

const inbox = '<t:DistinguishedFolderId Id="inbox"/>';
const shape = '<t:BaseShape>Default</t:BaseShape>';
const getFolder = envelope(`<m:GetFolder><m:FolderShape>${shape}</m:FolderShape><m:FolderIds>${inbox}</m:FolderIds></m:GetFolder>`);
const findItem = envelope(`<m:FindItem Traversal="Shallow"><m:ItemShape>${shape}</m:ItemShape><m:ParentFolderIds>${inbox}</m:ParentFolderIds></m:FindItem>`);

describe('faults on demand', () => {
  let server: DemoServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  it('refuses every sign-in', async () => {
    server.setFault('wrongPassword');
    expect((await post(server, getFolder)).status).toBe(401);
  });

  it('is busy with a back-off, and recovers after three requests', async () => {
    server.setFault('serverBusy');
    for (let times = 0; times < 3; times += 1) {
      const { status, text } = await post(server, getFolder);
      expect(status).toBe(500);
      expect(schemaProblems(text)).toEqual([]);
      expect(first(text, /<e:ResponseCode[^>]*>(\w+)/)).toBe('ErrorServerBusy');
      expect(first(text, /<t:Value Name="BackOffMilliseconds">(\d+)/)).toBe('2000');
    }
    expect((await post(server, getFolder)).status).toBe(200);
    expect(server.state().fault).toBe('none');
  });

  it('has no room for another item, and reads as before', async () => {
    server.setFault('mailboxFull');
    const create = envelope('<m:CreateItem MessageDisposition="SaveOnly"><m:Items><t:Message><t:Subject>One more</t:Subject></t:Message></m:Items></m:CreateItem>');
    const { status, text } = await post(server, create);
    expect(status).toBe(200);
    expect(schemaProblems(text)).toEqual([]);
    expect(first(text, /<m:ResponseCode>(\w+)/)).toBe('ErrorQuotaExceeded');
    expect((await post(server, getFolder)).text).toContain('NoError');
  });

  it('answers slowly', async () => {
    server.setFault('slow');
    expect((await post(server, getFolder)).status).toBe(200);
  });

  it('hangs without holding up others, until the server is closed', async () => {
    server.failNext('hang', { operation: 'GetFolder' });
    const hanging = post(server, getFolder).then(
      () => 'answered',
      () => 'ended',
    );
    expect((await post(server, findItem)).status).toBe(200);
    // The order was used up, so the first request is the one that hangs.
    expect((await post(server, getFolder)).status).toBe(200);
    await server.close();
    expect(await hanging).toBe('ended');
  });

  it('cuts the connection in the middle of the answer', async () => {
    server.setFault('reset');
    await expect(post(server, findItem)).rejects.toThrow(/terminated|fetch failed/);
  });

  it('ends the XML in the middle, with a complete HTTP answer', async () => {
    server.setFault('truncated');
    const { status, text } = await post(server, findItem);
    expect(status).toBe(200);
    expect(text).not.toContain('</s:Envelope>');
    expect(schemaProblems(text)).not.toEqual([]);
  });

  it('shows a sign-in page with status 200', async () => {
    server.setFault('loginPage');
    const { status, headers, text } = await post(server, getFolder);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('<form');
  });

  it('answers 500 without a body', async () => {
    server.setFault('emptyError');
    const { status, text } = await post(server, getFolder);
    expect([status, text]).toEqual([500, '']);
  });

  it('answers 503 and when to come back', async () => {
    server.setFault('unavailable');
    const { status, headers } = await post(server, getFolder);
    expect([status, headers.get('retry-after')]).toEqual([503, '2']);
  });

  it('refuses EWS by policy', async () => {
    server.setFault('ewsBlocked');
    const { status, headers } = await post(server, getFolder);
    expect([status, headers.get('x-ews-policy-reason')]).toEqual([403, 'EWS is disabled for this user or tenant']);
  });

  it('can be switched off again', async () => {
    server.setFault('emptyError');
    server.setFault('none');
    expect((await post(server, getFolder)).status).toBe(200);
  });

  it('fails single requests of an operation only', async () => {
    server.failNext('emptyError', { operation: 'FindItem', times: 2 });
    expect((await post(server, getFolder)).status).toBe(200);
    expect((await post(server, findItem)).status).toBe(500);
    expect((await post(server, findItem)).status).toBe(500);
    expect((await post(server, findItem)).status).toBe(200);
  });
});
