import { Agent, request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { text as readText } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { authorization, envelope, post, startTestServer } from './rawClient.ts';

const getFolder = envelope(
  '<m:GetFolder><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id="inbox"/></m:FolderIds></m:GetFolder>',
);

describe('HTTP of the demo server', () => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('listens on the loopback interface only', () => {
    expect(new URL(server.facts.url).hostname).toBe('127.0.0.1');
  });

  it.each([
    ['user name', (name: string) => name],
    ['user name in capitals', (name: string) => name.toUpperCase()],
    ['domain and user name', (name: string) => `CONTOSO\\${name}`],
    ['DNS domain and user name', (name: string) => `contoso.test\\${name}`],
    ['principal name', (name: string) => `${name}@contoso.test`],
  ])('signs in with %s', async (_form, form) => {
    expect((await post(server, getFolder, { authorization: authorization(server, 'ana', form) })).status).toBe(200);
  });

  it.each([
    ['no sign-in', {}],
    ['another domain', { authorization: 'other' }],
    ['a wrong password', { authorization: 'wrong' }],
    ['another scheme', { authorization: 'Bearer a.b.c' }],
    ['nonsense', { authorization: 'Basic !!' }],
  ])('refuses %s and offers Basic', async (_what, given: { authorization?: string }) => {
    const forms: Record<string, string> = {
      other: authorization(server, 'ana', (name) => `FABRIKAM\\${name}`),
      wrong: `Basic ${Buffer.from('ana:x').toString('base64')}`,
    };
    const header = given.authorization === undefined ? {} : { authorization: forms[given.authorization] ?? given.authorization };
    const response = await fetch(server.facts.url, { method: 'POST', headers: { 'content-type': 'text/xml', ...header }, body: getFolder });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
    await response.text();
  });

  it('gives every user a password of its own', () => {
    expect(new Set(server.facts.users.map(({ password }) => password)).size).toBe(server.facts.users.length);
  });

  it('answers GET with its description, after sign-in', async () => {
    expect((await fetch(server.facts.url)).status).toBe(401);
    const found = await fetch(server.facts.url, { headers: { authorization: authorization(server) } });
    expect([found.status, found.redirected, new URL(found.url).pathname]).toEqual([200, true, '/EWS/Services.wsdl']);
    expect(await found.text()).toContain('<wsdl:operation name="GetItem"/>');
  });

  it('has nothing at other paths, and takes no other methods or types', async () => {
    const { authorization: header } = { authorization: authorization(server) };
    expect((await fetch(new URL('/owa/', server.facts.url))).status).toBe(404);
    expect((await fetch(server.facts.url, { method: 'PUT', body: 'x', headers: { authorization: header } })).status).toBe(405);
    expect((await fetch(server.facts.url, { method: 'POST', body: '{}', headers: { authorization: header, 'content-type': 'application/json' } })).status).toBe(
      415,
    );
  });

  it('echoes the client request id where asked, and numbers its answers', async () => {
    const headers = { 'client-request-id': '0f0f0f0f-0000-4000-8000-000000000001', 'return-client-request-id': 'true' };
    const [echoed, silent] = [await post(server, getFolder, headers), await post(server, getFolder, { 'client-request-id': 'x' })];
    expect(echoed.headers.get('client-request-id')).toBe(headers['client-request-id']);
    expect(silent.headers.get('client-request-id')).toBeNull();
    expect(echoed.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(echoed.headers.get('request-id')).not.toBe(silent.headers.get('request-id'));
  });

  it('compresses large answers where the client takes it, and only there', async () => {
    const find = envelope(
      '<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>AllProperties</t:BaseShape></m:ItemShape><m:ParentFolderIds><t:DistinguishedFolderId Id="inbox"/></m:ParentFolderIds></m:FindItem>',
    );
    const [zipped, plain] = [await post(server, find, { 'accept-encoding': 'gzip' }), await post(server, find, { 'accept-encoding': 'identity' })];
    expect([zipped.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual(['gzip', null]);
    expect(zipped.text).toBe(plain.text);
  });

  it('keeps the connection for the next request', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports: (number | undefined)[] = [];
    for (const form of ['right', 'wrong', 'right']) {
      const header = form === 'right' ? authorization(server) : 'Basic eDp5';
      const request = httpRequest(server.facts.url, { method: 'POST', agent, headers: { 'content-type': 'text/xml', authorization: header } });
      request.end(getFolder);
      const [response] = await once(request, 'response');
      ports.push(request.socket?.localPort);
      await readText(response);
    }
    agent.destroy();
    expect(new Set(ports).size).toBe(1);
    expect(ports[0]).toBeGreaterThan(0);
  });
});
