import { EwsError } from '../soap/ewsError.ts';
import type { Folder } from '../store/folder.ts';
import { child, childText, type XmlElement } from '../xml/element.ts';
import type { OperationContext } from './operation.ts';

/** The folder of a FolderId or DistinguishedFolderId. Another user's folder is refused: nobody here shares one. */
export function folderOf(id: XmlElement, { mailbox, organisation }: OperationContext): Folder {
  const value = id.attributes['Id'] ?? '';
  if (id.name !== 'DistinguishedFolderId') return mailbox.folder(value);
  const other = childText(child(id, 'Mailbox'), 'EmailAddress')?.trim();
  if (other !== undefined && other !== '') {
    const owner = organisation.mailbox(other);
    if (owner === undefined) throw new EwsError('ErrorNonExistentMailbox');
    if (owner !== mailbox) throw new EwsError('ErrorAccessDenied');
  }
  return mailbox.distinguished(value);
}

/** The folder inside a wrapper such as ToFolderId, or undefined where the request has no such wrapper. */
export function targetFolder(request: XmlElement, wrapper: string, context: OperationContext): Folder | undefined {
  const id = child(request, wrapper)?.children[0];
  return id === undefined ? undefined : folderOf(id, context);
}
