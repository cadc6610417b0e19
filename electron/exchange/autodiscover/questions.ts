import { escapeText } from './escapeText.ts';
import type { Candidate } from './candidates.ts';

/** What is sent to a candidate. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const namespace = 'http://schemas.microsoft.com/exchange/2010/Autodiscover';

function soapBody(url: string, address: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:a="${namespace}" xmlns:wsa="http://www.w3.org/2005/08/addressing">
<s:Header><a:RequestedServerVersion>Exchange2010_SP1</a:RequestedServerVersion>
<wsa:Action>${namespace}/Autodiscover/GetUserSettings</wsa:Action><wsa:To>${escapeText(url)}</wsa:To></s:Header>
<s:Body><a:GetUserSettingsRequestMessage><a:Request><a:Users><a:User><a:Mailbox>${escapeText(address)}</a:Mailbox></a:User></a:Users>
<a:RequestedSettings><a:Setting>ExternalEwsUrl</a:Setting><a:Setting>InternalEwsUrl</a:Setting></a:RequestedSettings></a:Request></a:GetUserSettingsRequestMessage></s:Body>
</s:Envelope>`;
}

function poxBody(address: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006"><Request><EMailAddress>${escapeText(address)}</EMailAddress>
<AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>`;
}

/** The question for a candidate: SOAP (MS-OXWSADISC), plain XML (MS-OXDSCLI), or a GET. */
export function questionFor({ kind, url }: Candidate, address: string): Question {
  if (kind === 'json' || kind === 'redirect') return { method: 'GET', headers: { accept: kind === 'json' ? 'application/json' : '*/*' }, body: '' };
  return {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml' },
    body: kind === 'soap' ? soapBody(url, address) : poxBody(address),
  };
}
