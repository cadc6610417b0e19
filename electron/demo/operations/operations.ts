import { createAttachment, deleteAttachment, getAttachment } from './attachments.ts';
import { convertId } from './convertId.ts';
import { createFolder, deleteFolder, emptyFolder } from './folders.ts';
import { createItem } from './createItem.ts';
import { deleteItem } from './deleteItem.ts';
import { findFolder } from './findFolder.ts';
import { findItem } from './findItem.ts';
import { getFolder } from './getFolder.ts';
import { getItem } from './getItem.ts';
import { getServerTimeZones } from './getServerTimeZones.ts';
import { copyItem, moveItem } from './moveItem.ts';
import type { Operation } from './operation.ts';
import { resolveNames } from './resolveNames.ts';
import { sendItem } from './sendItem.ts';
import { syncFolderHierarchy } from './syncFolderHierarchy.ts';
import { syncFolderItems } from './syncFolderItems.ts';
import { updateItem } from './updateItem.ts';

/** Every operation this server offers. A new one is one file and its name here. */
export const operations: readonly Operation[] = [
  convertId,
  copyItem,
  createAttachment,
  createFolder,
  createItem,
  deleteAttachment,
  deleteFolder,
  deleteItem,
  emptyFolder,
  findFolder,
  findItem,
  getAttachment,
  getFolder,
  getItem,
  getServerTimeZones,
  moveItem,
  resolveNames,
  sendItem,
  syncFolderHierarchy,
  syncFolderItems,
  updateItem,
];

const byName = new Map(operations.map((operation) => [operation.name, operation]));

/** The operation of a request element, or undefined. */
export function operationNamed(name: string): Operation | undefined {
  return byName.get(name);
}
