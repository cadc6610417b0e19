import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { AppError } from '../../../shared/errors/appError.ts';
import { current } from './currentItem.ts';
import type { EwsClient } from './ewsClient.ts';
import { getAttachment } from './operations/getAttachment.ts';
import { child } from './xmlReader.ts';

/** Names that Windows gives to devices, whatever ending follows. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that stays inside the folder and that every system can keep: attachments are named by whoever sent them. */
export function safeName(name: string): string {
  const plain = name
    .replace(/[<>:"/\\|?*]|\p{Cc}/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 150);
  if (plain === '') return 'attachment';
  return deviceName.test(plain) ? `_${plain}` : plain;
}

const codeOf = (thrown: unknown): string => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '');

/** Writes a file under a name that is free. */
async function writeNew(folder: string, name: string, content: Buffer): Promise<string> {
  const { name: stem, ext } = parse(safeName(name));
  try {
    await mkdir(folder, { recursive: true });
    for (let number = 1; ; number += 1) {
      const path = join(folder, number === 1 ? `${stem}${ext}` : `${stem} (${number})${ext}`);
      try {
        await writeFile(path, content, { flag: 'wx' });
        return path;
      } catch (thrown) {
        if (codeOf(thrown) !== 'EEXIST') throw thrown;
      }
    }
  } catch (thrown) {
    throw new AppError('exchange.attachmentNotSaved', { file: name, folder, reason: thrown instanceof Error ? `${thrown.message}.` : String(thrown) });
  }
}

/** Saves the files attached to an item, one after another, because each may be large. Attached items are no files and are left out. */
export async function saveAttached(client: EwsClient, id: string, folder: string, signal: AbortSignal): Promise<readonly string[]> {
  const { element } = await current(client, id, ['item:Attachments'], signal);
  const attachments = child(element, 'Attachments')?.children.filter((found) => found.name === 'FileAttachment') ?? [];
  const paths: string[] = [];
  for (const found of attachments) {
    const attachmentId = child(found, 'AttachmentId')?.attributes.Id;
    const file = attachmentId === undefined ? undefined : await client.callOne(getAttachment, attachmentId, signal);
    if (file !== undefined) paths.push(await writeNew(folder, file.name, Buffer.from(file.content, 'base64')));
  }
  return paths;
}
