import { AppError } from '../../../shared/errors/appError.ts';
import type { XmlElement } from './xmlReader.ts';
import { element, type Xml } from './xmlWriter.ts';

/** An item, and the version of it that is meant. Writing operations need the version. */
export interface ItemRef {
  readonly id: string;
  readonly changeKey?: string | undefined;
}

/** A folder: by its ID, or by its well-known name, in the own mailbox or in the one with this address. */
export type FolderRef = { readonly kind: 'id'; readonly id: string } | { readonly kind: 'known'; readonly name: string; readonly mailbox?: string | undefined };

export const itemIdXml = (item: ItemRef, name = 't:ItemId'): Xml => element(name, { Id: item.id, ChangeKey: item.changeKey });

export function folderIdXml(folder: FolderRef): Xml {
  if (folder.kind === 'id') return element('t:FolderId', { Id: folder.id });
  const owner = folder.mailbox === undefined ? [] : [element('t:Mailbox', {}, [element('t:EmailAddress', {}, [folder.mailbox])])];
  return element('t:DistinguishedFolderId', { Id: folder.name }, owner);
}

/** The ID that an `ItemId`, `FolderId` or `AttachmentId` element carries. */
export function itemRefOf(found: XmlElement | undefined, operation: string): ItemRef {
  const id = found?.attributes.Id;
  if (id === undefined) throw new AppError('exchange.unexpectedAnswer', { operation, missing: 'an ID' });
  return { id, changeKey: found?.attributes.ChangeKey };
}
