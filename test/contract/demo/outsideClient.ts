import { ExchangeService, ExchangeVersion, TimeZoneInfo, Uri, WebCredentials } from 'ews-javascript-api';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';

/** The EWS library of npm, a client nobody here wrote, signed in to a server. It escapes no text, so tests give it none that would need it. */
export function outsideService({ facts }: DemoServer, username = 'helpdesk'): ExchangeService {
  const user = facts.users.find((one) => one.username === username);
  const service = new ExchangeService(ExchangeVersion.Exchange2013_SP1, TimeZoneInfo.Utc);
  service.Credentials = new WebCredentials(`CONTOSO\\${username}`, user?.password ?? '');
  service.Url = new Uri(facts.url);
  return service;
}
