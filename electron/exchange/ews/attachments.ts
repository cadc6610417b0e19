import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/appError.ts';
import type { FieldValue } from '../../../shared/fields/field.ts';
import { current, withFreshKey } from './currentItem.ts';
import type { EwsClient } from './ewsClient.ts';
import type { ItemRef } from './ids.ts';
import { createAttachment } from './operations/createAttachment.ts';

/** A file to attach; the content is base64. */
export interface Attachment {
  readonly name: string;
  readonly content: string;
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'This user may not read it.',
  EPERM: 'This user may not read it.',
  EISDIR: 'It is a folder.',
};

async function readAttachment(file: string): Promise<Attachment> {
  try {
    return { name: basename(file.replaceAll('\\', '/')), content: (await readFile(file)).toString('base64') };
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    const reason = systemReasons[code] ?? (thrown instanceof Error ? thrown.message : String(thrown));
    throw new AppError('exchange.attachmentUnreadable', { file, reason });
  }
}

/** Reads all files before anything is created or changed, so that a wrong path leaves nothing behind. */
export function readAttachments(files: FieldValue | readonly string[] | undefined): Promise<readonly Attachment[]> {
  const paths = Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string') : [];
  return Promise.all(paths.map(readAttachment));
}

/** Attaches files one after another and answers the item with the change key that attaching produced. */
export async function attachAll(client: EwsClient, item: ItemRef, attachments: readonly Attachment[], signal: AbortSignal): Promise<ItemRef> {
  let latest = item;
  for (const attachment of attachments) {
    latest = await withFreshKey(async (attempt) => {
      const version = attempt === 1 ? latest : (await current(client, item.id, [], signal)).item;
      return client.callOne(createAttachment, { item: version, ...attachment }, signal);
    });
  }
  return latest;
}
