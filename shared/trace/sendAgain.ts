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
  unknown: 'It does not say which saved configuration it was made with.',
  otherWorkspace: 'It was made in another workspace. Its configuration is used again when that workspace is open.',
  gone: 'Its configuration is gone.',
  elsewhere: 'Its configuration leads to another server now.',
  file: 'A trace file does not say with which configuration its requests were made. Only requests of this session are sent again.',
  past: 'Only requests of this session are sent again. Run the runbook again to make them anew.',
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

/** The open workspace, as far as sending again goes: its id, and its configurations by theirs. */
export interface OpenConfigurations {
  readonly workspace: string | undefined;
  readonly configurations: readonly { readonly key: string; readonly connection: Pick<Connection, 'serverAddress'> }[];
}

/** Why a request of this session is not sent again, or undefined. It knows its configuration by id, never by name: another workspace may have one of the same name. */
export function whyNotSentAgain({ kind, operation, request, configuration, workspace, url }: TraceRecord, open: OpenConfigurations): string | undefined {
  if (kind !== 'ews') return againReasons.notExchange;
  if (!readOperations.has(operation)) return againReasons.writes;
  if (request.body.includes(maskMark)) return againReasons.masked;
  if (configuration === undefined || workspace === undefined) return againReasons.unknown;
  if (workspace !== open.workspace) return againReasons.otherWorkspace;
  const found = open.configurations.find(({ key }) => key === configuration);
  if (found === undefined) return againReasons.gone;
  return leadsElsewhere(found.connection.serverAddress, url) ? againReasons.elsewhere : undefined;
}
