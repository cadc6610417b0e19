import type { ServerResponse } from 'node:http';

const xml = { 'content-type': 'text/xml; charset=utf-8' };
const types = 'xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"';

/** A SOAP answer with these contents of the body. */
export function soap(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><h:ServerVersionInfo xmlns:h="http://schemas.microsoft.com/exchange/services/2006/types" MajorVersion="15" MinorVersion="2" MajorBuildNumber="2562" MinorBuildNumber="17"/></s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}

/** Response messages of an operation. */
export function messages(operation: string, ...contents: readonly string[]): string {
  const each = contents.map(
    (content) => `<m:${operation}ResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode>${content}</m:${operation}ResponseMessage>`,
  );
  return soap(`<m:${operation}Response ${types}><m:ResponseMessages>${each.join('')}</m:ResponseMessages></m:${operation}Response>`);
}

/** One response message of class Error or Warning. */
export function failure(operation: string, code: string, text = 'It did not work.', responseClass: 'Error' | 'Warning' = 'Error'): string {
  return soap(
    `<m:${operation}Response ${types}><m:ResponseMessages><m:${operation}ResponseMessage ResponseClass="${responseClass}"><m:MessageText>${text}</m:MessageText><m:ResponseCode>${code}</m:ResponseCode><m:DescriptiveLinkKey>0</m:DescriptiveLinkKey><m:Items/></m:${operation}ResponseMessage></m:ResponseMessages></m:${operation}Response>`,
  );
}

/** A fault of the whole request. */
export function fault(code: string, backOffMs?: number): string {
  const values = backOffMs === undefined ? '' : `<t:MessageXml ${types}><t:Value Name="BackOffMilliseconds">${backOffMs}</t:Value></t:MessageXml>`;
  return soap(
    `<s:Fault><faultcode xmlns:a="http://schemas.microsoft.com/exchange/services/2006/types">a:${code}</faultcode><faultstring>Not now.</faultstring><detail><e:ResponseCode xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors"> ${code} </e:ResponseCode>${values}</detail></s:Fault>`,
  );
}

export const folderAnswer = messages(
  'GetFolder',
  '<m:Folders><t:Folder><t:FolderId Id="F1"/><t:DisplayName>Inbox</t:DisplayName><t:TotalCount>12</t:TotalCount></t:Folder></m:Folders>',
);

/** Sends XML. */
export function sendXml(response: ServerResponse, body: string, status = 200, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...xml, ...headers });
  response.end(body);
}
