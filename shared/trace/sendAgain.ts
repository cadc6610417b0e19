import { ewsUrlOf, type Connection } from '../connections/connection.ts';
import { maskMark } from './mask.ts';
import type { TraceRecord } from './record.ts';

/**
 * The operations of Exchange Web Services that only read, as their requests are called on the wire: asking twice changes nothing in the
 * mailbox. Whatever is not listed here is not sent again.
 * https://learn.microsoft.com/exchange/client-developer/web-service-reference/ews-operations-in-exchange
 */
export const readOperations: ReadonlySet<string> = new Set([
  'ConvertId',
  'ExpandDL',
  'FindFolder',
  'FindItem',
  'GetAttachment',
  'GetFolder',
  'GetItem',
  'GetServerTimeZones',
  'GetUserAvailabilityRequest',
  'ResolveNames',
  'SyncFolderHierarchy',
  'SyncFolderItems',
]);

/** Why requests are not sent again, each as one sentence. */
export const againReasons = {
  notExchange: 'Signs in or looks for the server: not offered again.',
  writes: 'Sends, changes or deletes: not offered again.',
  masked: 'A secret in it was masked, and is not stored to be sent again.',
  gone: 'Its configuration is gone.',
  elsewhere: 'Its configuration leads to another server now.',
} as const;

/** Whether two addresses are those of one server. */
export const sameServer = (one: string, other: string): boolean => new URL(one).origin === new URL(other).origin;

function leadsElsewhere(serverAddress: string, url: string): boolean {
  // Autodiscover or the demo says where it leads; that is known when the request is sent.
  if (serverAddress.trim() === '') return false;
  try {
    return !sameServer(ewsUrlOf(serverAddress), url);
  } catch {
    return false;
  }
}

/** Why a request of this session is not sent again, or undefined. The configurations are those of the workspace; a request knows its own by name. */
export function whyNotSentAgain({ kind, operation, request, connection, url }: TraceRecord, connections: readonly Pick<Connection, 'name' | 'serverAddress'>[]): string | undefined {
  if (kind !== 'ews') return againReasons.notExchange;
  if (!readOperations.has(operation)) return againReasons.writes;
  if (request.body.includes(maskMark)) return againReasons.masked;
  const found = connections.find(({ name }) => name === connection);
  if (found === undefined) return againReasons.gone;
  return leadsElsewhere(found.serverAddress, url) ? againReasons.elsewhere : undefined;
}
