import { folderElement } from '../items/folderElement.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { Folder } from '../store/folder.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { childText, type XmlElement } from '../xml/element.ts';
import type { Operand } from './operand.ts';
import { predicateOf } from './restriction.ts';

const searchable: Readonly<Record<string, Operand<Folder>['type']>> = {
  'folder:DisplayName': 'string',
  'folder:FolderClass': 'string',
  'folder:TotalCount': 'int',
  'folder:ChildFolderCount': 'int',
  'folder:UnreadCount': 'int',
};

function folderOperand(path: XmlElement): Operand<Folder> {
  const uri = path.attributes['FieldURI'] ?? '';
  const type = searchable[uri];
  if (type === undefined) throw new EwsError('ErrorUnsupportedPathForQuery', `${uri} cannot be used here.`);
  return {
    type,
    texts(folder, mailbox) {
      const text = childText(folderElement(folder, undefined, mailbox), uri.slice('folder:'.length));
      return text === undefined ? [] : [text];
    },
  };
}

/** The predicate of a Restriction on folders; everything passes where there is none. Throws EwsError for what searches cannot do. */
export function folderRestriction(restriction: XmlElement | undefined): (folder: Folder, mailbox: Mailbox) => boolean {
  return predicateOf(restriction, folderOperand);
}
