import { AutodiscoverService, ExchangeVersion, Uri, UserSettingName, WebCredentials } from 'ews-javascript-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { authorization, first, startTestServer } from './rawClient.ts';

describe('Autodiscover of the demo server', () => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('answers the library of npm over SOAP', async () => {
    const service = new AutodiscoverService(ExchangeVersion.Exchange2013);
    service.Url = new Uri(server.facts.autodiscoverUrl);
    service.Credentials = new WebCredentials('helpdesk@contoso.test', server.facts.users[0]?.password ?? '');
    const found = await service.GetUserSettings('helpdesk@contoso.test', [UserSettingName.ExternalEwsUrl, UserSettingName.UserDisplayName]);
    expect(found.Settings.get(UserSettingName.ExternalEwsUrl)).toBe(server.facts.url);
    expect(found.Settings.get(UserSettingName.UserDisplayName)).toBe('Help Desk');
  });

  const pox = (
    address: string,
  ) => `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006"><Request><EMailAddress>${address}</EMailAddress>
<AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>`;
  const postPox = (body: string, headers: Record<string, string> = { authorization: authorization(server) }) =>
    fetch(new URL('/Autodiscover/Autodiscover.xml', server.facts.url), { method: 'POST', headers: { 'content-type': 'text/xml', ...headers }, body });

  it('answers plain XML, after sign-in', async () => {
    const found = await (await postPox(pox('ana@contoso.test'))).text();
    expect([first(found, /<EwsUrl>([^<]+)/), first(found, /<Action>([^<]+)/)]).toEqual([server.facts.url, 'settings']);
    expect(await (await postPox(pox('nobody@contoso.test'))).text()).toContain('<ErrorCode>500</ErrorCode>');
    expect((await postPox(pox('ana@contoso.test'), {})).status).toBe(401);
    expect((await postPox('<broken')).status).toBe(400);
  });

  it('answers JSON without sign-in', async () => {
    const get = (path: string) => fetch(new URL(path, server.facts.url));
    expect(await (await get('/autodiscover/autodiscover.json?Email=li@contoso.test&Protocol=Ews')).json()).toEqual({ Protocol: 'Ews', Url: server.facts.url });
    expect((await get('/autodiscover/autodiscover.json/v1.0/li@contoso.test?Protocol=EWS')).status).toBe(200);
    expect((await get('/autodiscover/autodiscover.json?Email=nobody@contoso.test&Protocol=Ews')).status).toBe(404);
    expect((await get('/autodiscover/autodiscover.json?Email=li@contoso.test&Protocol=Imap')).status).toBe(400);
  });
});
