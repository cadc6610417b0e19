import type { ConnectionFacts, Exchange } from '../../../shared/exchange/port.ts';
import type { EwsClient } from './ewsClient.ts';
import { findItems } from './find.ts';
import { namingFolder, type FolderNames } from './folderNames.ts';
import { copyItem, moveItem } from './operations/moveItem.ts';
import { sendMessage, sendReply } from './outgoing.ts';

/** The mailbox of a connection, served by Exchange Web Services. */
export function ewsGateway(client: EwsClient, folderNames: FolderNames, facts: ConnectionFacts): Exchange {
  return {
    facts,
    find: (query, signal) => findItems(client, folderNames, query, signal),
    send: (message, signal) => sendMessage(client, folderNames, message, signal),
    reply: (reply, signal) => sendReply(client, reply, signal),
    async move(id, folderText, action, signal) {
      const folder = await folderNames.resolve(client, folderText, signal);
      try {
        return { id: await client.callOne(action === 'copy' ? copyItem : moveItem, { id, folder }, signal) };
      } catch (thrown) {
        throw namingFolder(thrown, folderText);
      }
    },
  };
}
