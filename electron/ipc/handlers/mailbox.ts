import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { ConnectionJobs } from '../../runs/connectionJobs.ts';
import { savedConnection, type SavedConnectionParts } from './savedConnection.ts';

/** What looking into a mailbox needs. */
export interface MailboxHandlerParts extends SavedConnectionParts {
  readonly connectionJobs: ConnectionJobs;
}

/** Looking into the mailboxes of saved configurations. Cancelling the stream ends the request on the wire. */
export function mailboxHandlers(parts: MailboxHandlerParts): AppHandlers['mailbox'] {
  return {
    browse: async (request, sink) => parts.connectionJobs.browse(await savedConnection(parts, request.connection), request, sink),
  };
}
