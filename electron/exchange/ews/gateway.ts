import type { ConnectionFacts, Exchange, Removal } from '../../../shared/exchange/port.ts';
import { findInMailbox } from './calendar.ts';
import { watchFolders } from './changes.ts';
import { createInMailbox } from './creating.ts';
import { findItems } from './find.ts';
import { namingFolder } from './folderNames.ts';
import type { MailboxParts } from './mailboxParts.ts';
import { deleteItem, type Deletion } from './operations/deleteItem.ts';
import { copyItem, moveItem } from './operations/moveItem.ts';
import { sendExisting, sendForward, sendMessage, sendReply } from './outgoing.ts';
import { saveAttached } from './savedAttachments.ts';
import { updateInMailbox } from './updating.ts';

const modes: Readonly<Record<Removal['mode'], Deletion['mode']>> = { hardDelete: 'HardDelete', softDelete: 'SoftDelete', deletedItems: 'MoveToDeletedItems' };

/** The mailbox of a connection, served by Exchange Web Services. */
export function ewsGateway(parts: MailboxParts, facts: ConnectionFacts): Exchange {
  const { client, folderNames } = parts;
  return {
    facts,
    find: (query, signal) => findItems(parts, query, signal),
    findAppointments: (query, signal) => findInMailbox(parts, query, signal),
    changesSince: (query, signal) => watchFolders(parts, query, signal),
    saveAttachments: (id, folder, signal) => saveAttached(client, id, folder, signal),
    create: (item, signal) => createInMailbox(client, folderNames, item, signal),
    update: (change, signal) => updateInMailbox(client, change, signal),
    remove: ({ id, mode, cancellations = 'SendToAllAndSaveCopy' }, signal) => client.callOne(deleteItem, { id, mode: modes[mode], cancellations }, signal),
    forward: (forward, signal) => sendForward(client, forward, signal),
    send: (message, signal) => sendMessage(client, folderNames, message, signal),
    sendDraft: (id, signal) => sendExisting(client, id, signal),
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
