import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { startDemoServer, type DemoServer, type DemoServerOptions } from '../../../electron/demo/demoServer.ts';
import { schemaProblems } from '../schema/validate.ts';

/** A moment for tests: a Monday morning after all seeded mail of that day. */
export const monday = new Date('2026-11-23T09:30:00Z');

/** A server with a fixed clock; passwords are made for each. */
export function startTestServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  return startDemoServer({ now: () => monday, passwords: () => randomBytes(9).toString('hex'), slowMilliseconds: 20, ...options });
}

/** An Authorization header for a user of a server, in the given form of the name. */
export function authorization({ facts }: DemoServer, username = 'helpdesk', form: (name: string) => string = (name) => name): string {
  const user = facts.users.find((one) => one.username === username);
  return `Basic ${Buffer.from(`${form(username)}:${user?.password ?? ''}`).toString('base64')}`;
}

/** A request's document around the operation. */
export function envelope(operation: string, header = '<t:RequestServerVersion Version="Exchange2013_SP1"/>'): string {
  return `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" \
xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><s:Header>${header}</s:Header><s:Body>${operation}</s:Body></s:Envelope>`;
}

/** Posts text as it is. */
export async function post(
  server: DemoServer,
  document: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(server.facts.url, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8', authorization: authorization(server), ...headers },
    body: document,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Calls an operation and answers the document, which must be valid against the schema, as the request must. */
export async function call(server: DemoServer, operation: string, username = 'helpdesk'): Promise<string> {
  const document = envelope(operation);
  expect(schemaProblems(document)).toEqual([]);
  const { text } = await post(server, document, { authorization: authorization(server, username) });
  expect(schemaProblems(text).map((problem) => `${problem} in ${text.slice(0, 2000)}`)).toEqual([]);
  return text;
}

/** The first match of a pattern's group in a document, or an empty text. */
export function first(document: string, pattern: RegExp): string {
  return pattern.exec(document)?.[1] ?? '';
}

/** Every match of a pattern's group in a document. */
export function every(document: string, pattern: RegExp): string[] {
  return [...document.matchAll(pattern)].map((match) => match[1] ?? '');
}
