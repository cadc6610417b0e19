import { describe, expect, it } from 'vitest';
import { schemaProblems } from './validate.ts';

const envelope = (body: string) => `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
  xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><s:Body>${body}</s:Body></s:Envelope>`;

describe('schemaProblems', () => {
  it('accepts a request of the schema', () => {
    const request =
      '<m:GetFolder><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id="inbox"/></m:FolderIds></m:GetFolder>';
    expect(schemaProblems(envelope(request))).toEqual([]);
  });

  it('tells where elements stand in the wrong order', () => {
    const request =
      '<m:GetFolder><m:FolderIds><t:DistinguishedFolderId Id="inbox"/></m:FolderIds><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape></m:GetFolder>';
    expect(schemaProblems(envelope(request)).join()).toMatch(/^2:.*FolderShape/s);
  });

  it('refuses an operation that the schema does not have', () => {
    expect(schemaProblems(envelope('<m:Nonsense/>'))).not.toEqual([]);
  });

  it('tells that text is not XML', () => {
    expect(schemaProblems('<s:Envelope>')).not.toEqual([]);
  });
});
