import { AppError } from '../../../shared/errors/appError.ts';
import type { Forward, OutgoingMessage, Reply } from '../../../shared/exchange/port.ts';
import { smtpAddress } from '../../../shared/fields/value.ts';
import { message as messageType } from '../../../shared/items/message.ts';
import { attachAll, readAttachments, type Attachment } from './attachments.ts';
import { current, mayBeDone, withFreshKey } from './currentItem.ts';
import type { EwsClient } from './ewsClient.ts';
import { namingFolder, type FolderNames } from './folderNames.ts';
import type { FolderRef, ItemRef } from './ids.ts';
import { itemXml } from './itemXml.ts';
import { createItem } from './operations/createItem.ts';
import { deleteDraft } from './operations/deleteItem.ts';
import { forwardXml } from './operations/forwardItem.ts';
import { replyXml } from './operations/replyToItem.ts';
import { sendItem } from './operations/sendItem.ts';
import { readItem } from './readItem.ts';

/** Where a sent copy is kept when nothing else is said. */
const sentItems = 'Sent Items';

/** Attaches the files and sends the draft with the change key that attaching produced. */
async function attachAndSend(client: EwsClient, draft: ItemRef, attachments: readonly Attachment[], folder: FolderRef, signal: AbortSignal): Promise<void> {
  const item = await attachAll(client, draft, attachments, signal);
  await withFreshKey(async (attempt) => {
    const version = attempt === 1 ? item : (await current(client, draft.id, [], signal)).item;
    await client.callOne(sendItem, { item: version, folder }, signal);
  });
}

/** Sends a message; with attachments by way of a draft, which is removed again when it cannot be sent. */
export async function sendMessage(
  client: EwsClient,
  folderNames: FolderNames,
  outgoing: OutgoingMessage,
  signal: AbortSignal,
): Promise<{ readonly folder: string }> {
  const folderText = outgoing.destinationFolder ?? sentItems;
  const attachments = await readAttachments(outgoing.attachments);
  const folder = await folderNames.resolve(client, folderText, signal);
  const { attachments: _files, destinationFolder: _folder, ...values } = outgoing;
  const item = itemXml(messageType, values);
  try {
    if (attachments.length === 0) {
      await client.callOne(createItem, { item, disposition: 'SendAndSaveCopy', folder }, signal);
      return { folder: folderText };
    }
    const draft = await client.callOne(createItem, { item, disposition: 'SaveOnly', folder: undefined }, signal);
    if (draft === undefined) throw new AppError('exchange.unexpectedAnswer', { operation: 'CreateItem', missing: 'the ID of the draft' });
    try {
      await attachAndSend(client, draft, attachments, folder, signal);
    } catch (thrown) {
      await discard(client, draft, thrown);
      throw thrown;
    }
    return { folder: folderText };
  } catch (thrown) {
    throw namingFolder(thrown, folderText);
  }
}

/** Removes the draft; the failure that led here is what is reported, so one of removing is not. */
async function discard(client: EwsClient, draft: ItemRef, because: unknown): Promise<void> {
  if (mayBeDone(because) && !(because instanceof AppError && because.data.code === 'app.cancelled')) return;
  // The run's own signal may be the reason for the failure; removing has the time limit of one request.
  const deletion = { id: draft.id, mode: 'HardDelete', cancellations: 'SendToNone' } as const;
  await client.callOne(deleteDraft, deletion, new AbortController().signal).catch(() => undefined);
}

/** Sends a draft with its current change key, which Exchange demands, and keeps the copy in Sent Items. */
export async function sendExisting(client: EwsClient, id: string, signal: AbortSignal): Promise<void> {
  await withFreshKey(async () => {
    const { item } = await current(client, id, [], signal);
    await client.callOne(sendItem, { item, folder: { kind: 'known', name: 'sentitems' } }, signal);
  });
}

/** Original recipients and further ones, each address once. */
function union(original: readonly string[], further: readonly string[], except: readonly string[]): string[] {
  const keyOf = (entry: string): string => (smtpAddress(entry) ?? entry).toLowerCase();
  const seen = new Set(except.map(keyOf));
  return [...original, ...further].filter((entry) => {
    const key = keyOf(entry);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Answers a message. With reply to all and further Cc, the original Cc is sent along, because a list that is given replaces the server's. */
export async function sendReply(client: EwsClient, reply: Reply, signal: AbortSignal): Promise<void> {
  const further = reply.cc ?? [];
  const needsRecipients = reply.toAll && further.length > 0;
  await withFreshKey(async () => {
    const { item, element } = await current(client, reply.id, needsRecipients ? ['message:ToRecipients', 'message:CcRecipients'] : [], signal);
    const { to, cc } = readItem(messageType, element).values;
    const addresses = (value: typeof to): string[] => (Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : []);
    const answer = replyXml({
      to: item,
      all: reply.toAll,
      body: reply.body,
      bodyType: reply.bodyType ?? 'Text',
      cc: needsRecipients ? union(addresses(cc), further, addresses(to)) : further,
      bcc: reply.bcc ?? [],
    });
    await client.callOne(createItem, { item: answer, disposition: 'SendAndSaveCopy', folder: undefined }, signal);
  });
}

/** Passes an item on. */
export async function sendForward(client: EwsClient, forward: Forward, signal: AbortSignal): Promise<void> {
  const { id, to, body, bodyType = 'Text', cc = [], bcc = [] } = forward;
  await withFreshKey(async () => {
    const { item } = await current(client, id, [], signal);
    await client.callOne(createItem, { item: forwardXml({ item, to, cc, bcc, body, bodyType }), disposition: 'SendAndSaveCopy', folder: undefined }, signal);
  });
}
