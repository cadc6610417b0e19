import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/appError.ts';
import type { OutgoingMessage, Reply } from '../../../shared/exchange/port.ts';
import { smtpAddress } from '../../../shared/fields/value.ts';
import { message as messageType } from '../../../shared/items/message.ts';
import type { EwsClient } from './ewsClient.ts';
import { namingFolder, type FolderNames } from './folderNames.ts';
import { itemRefOf, type FolderRef, type ItemRef } from './ids.ts';
import { itemXml } from './itemXml.ts';
import { createAttachment } from './operations/createAttachment.ts';
import { createItem } from './operations/createItem.ts';
import { deleteDraft } from './operations/deleteItem.ts';
import { getItem } from './operations/getItem.ts';
import { replyXml } from './operations/replyToItem.ts';
import { sendItem } from './operations/sendItem.ts';
import { readItem } from './readItem.ts';
import { child } from './xmlReader.ts';

/** Where a sent copy is kept when nothing else is said. */
const sentItems = 'Sent Items';
/** Tries with a fresh change key: Exchange changes it by itself now and then, most often after attaching. */
const mostTries = 3;

interface Attachment {
  readonly name: string;
  readonly content: string;
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'This user may not read it.',
  EPERM: 'This user may not read it.',
  EISDIR: 'It is a folder.',
};

/** Reads all files before anything is created, so that a wrong path leaves no draft behind. */
async function readAttachment(file: string): Promise<Attachment> {
  try {
    return { name: basename(file.replaceAll('\\', '/')), content: (await readFile(file)).toString('base64') };
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    const reason = systemReasons[code] ?? (thrown instanceof Error ? thrown.message : String(thrown));
    throw new AppError('exchange.attachmentUnreadable', { file, reason });
  }
}

/** The item with its current change key, and further properties by path. */
async function current(
  client: EwsClient,
  id: string,
  properties: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly item: ItemRef; readonly to: string[]; readonly cc: string[] }> {
  const read = await client.callOne(getItem, { ids: [{ id }], properties }, signal);
  if (read.kind !== 'item') throw new AppError('exchange.itemNotFound', { responseCode: 'ErrorItemNotFound' });
  const { to, cc } = readItem(messageType, read.element).values;
  const addresses = (value: typeof to): string[] => (Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : []);
  return { item: itemRefOf(child(read.element, 'ItemId'), 'GetItem'), to: addresses(to), cc: addresses(cc) };
}

/** Repeats with a fresh change key while Exchange says that the old one is stale: then nothing was done. */
async function withFreshKey<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (thrown) {
      if (attempt === mostTries || !(thrown instanceof AppError) || thrown.data.code !== 'exchange.changedMeanwhile') throw thrown;
    }
  }
}

/** Attaches the files and sends the draft with the change key that attaching produced. */
async function attachAndSend(client: EwsClient, draft: ItemRef, attachments: readonly Attachment[], folder: FolderRef, signal: AbortSignal): Promise<void> {
  let item = draft;
  for (const attachment of attachments) item = await client.callOne(createAttachment, { item, ...attachment }, signal);
  await withFreshKey(async (attempt) => {
    const version = attempt === 1 ? item : (await current(client, draft.id, [], signal)).item;
    await client.callOne(sendItem, { item: version, folder }, signal);
  });
}

/** Whether the draft may have been sent although sending failed: then it must stay what it is. */
const mayBeSent = (thrown: unknown): boolean =>
  thrown instanceof AppError && ['network.timeout', 'network.reset', 'app.cancelled', 'exchange.brokenXml'].includes(thrown.data.code);

/** Sends a message; with attachments by way of a draft, which is removed again when it cannot be sent. */
export async function sendMessage(
  client: EwsClient,
  folderNames: FolderNames,
  outgoing: OutgoingMessage,
  signal: AbortSignal,
): Promise<{ readonly folder: string }> {
  const folderText = outgoing.destinationFolder ?? sentItems;
  const attachments = await Promise.all((outgoing.attachments ?? []).map(readAttachment));
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
  if (mayBeSent(because) && !(because instanceof AppError && because.data.code === 'app.cancelled')) return;
  // The run's own signal may be the reason for the failure; removing has the time limit of one request.
  await client.callOne(deleteDraft, { id: draft.id, mode: 'HardDelete', cancellations: 'SendToNone' }, new AbortController().signal).catch(() => undefined);
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
    const { item, to, cc } = await current(client, reply.id, needsRecipients ? ['message:ToRecipients', 'message:CcRecipients'] : [], signal);
    const answer = replyXml({
      to: item,
      all: reply.toAll,
      body: reply.body,
      bodyType: reply.bodyType ?? 'Text',
      cc: needsRecipients ? union(cc, further, to) : further,
      bcc: reply.bcc ?? [],
    });
    await client.callOne(createItem, { item: answer, disposition: 'SendAndSaveCopy', folder: undefined }, signal);
  });
}
