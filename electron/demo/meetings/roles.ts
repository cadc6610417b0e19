import type { OperationContext } from '../operations/operation.ts';
import type { Folder } from '../store/folder.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';

/** Whether the owner of a mailbox called the meeting. */
export function isOrganizer(item: Item): boolean {
  return (textOf(item, 'MyResponseType') ?? 'Organizer') === 'Organizer';
}

/** Where a copy of what is sent goes, by the word of the request. */
export function copyFolder(mode: string, { mailbox }: OperationContext): Folder | undefined {
  return mode.endsWith('SaveCopy') ? mailbox.distinguished('sentitems') : undefined;
}
