import type { Folder } from '../store/folder.ts';
import { textOf } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { childrenOf, childText, t, type XmlElement } from '../xml/element.ts';

const rights = { CreateAssociated: true, CreateContents: true, CreateHierarchy: true, Delete: true, Modify: true, Read: true, ViewPrivateItems: true };

/** The properties of folders in the order of the schema; Default has the marked ones. */
const properties: readonly { readonly name: string; readonly inDefault?: true; value(folder: Folder, mailbox: Mailbox): XmlElement | undefined }[] = [
  { name: 'FolderId', inDefault: true, value: (folder, mailbox) => t('FolderId', [], { Id: folder.id, ChangeKey: mailbox.changeKeyOf(folder) }) },
  {
    name: 'ParentFolderId',
    value: (folder, mailbox) => {
      const parent = mailbox.folder(folder.parentId ?? folder.id);
      return t('ParentFolderId', [], { Id: parent.id, ChangeKey: mailbox.changeKeyOf(parent) });
    },
  },
  { name: 'FolderClass', value: (folder) => t('FolderClass', folder.folderClass) },
  { name: 'DisplayName', inDefault: true, value: (folder) => t('DisplayName', folder.displayName) },
  { name: 'TotalCount', inDefault: true, value: (folder, mailbox) => t('TotalCount', String(mailbox.itemsIn(folder.id).length)) },
  {
    name: 'ChildFolderCount',
    inDefault: true,
    value: (folder, mailbox) => t('ChildFolderCount', String(mailbox.folders.filter((one) => one.parentId === folder.id).length)),
  },
  {
    name: 'EffectiveRights',
    value: () =>
      t(
        'EffectiveRights',
        Object.entries(rights).map(([name, value]) => t(name, String(value))),
      ),
  },
  { name: 'DistinguishedFolderId', value: (folder) => (folder.distinguished === undefined ? undefined : t('DistinguishedFolderId', folder.distinguished)) },
  {
    name: 'UnreadCount',
    inDefault: true,
    value: (folder, mailbox) =>
      folder.kind === 'Folder' || folder.kind === 'TasksFolder'
        ? t('UnreadCount', String(mailbox.itemsIn(folder.id).filter((item) => textOf(item, 'IsRead') === 'false').length))
        : undefined,
  },
];

/** The element of a folder with the properties that a FolderShape wants. */
export function folderElement(folder: Folder, shape: XmlElement | undefined, mailbox: Mailbox): XmlElement {
  const base = childText(shape, 'BaseShape') ?? 'AllProperties';
  const asked = new Set(childrenOf(shape, 'AdditionalProperties').map((path) => path.attributes['FieldURI']?.replace('folder:', '')));
  const wanted = properties.filter(
    ({ name, inDefault }) => name === 'FolderId' || asked.has(name) || base === 'AllProperties' || (base === 'Default' && inDefault === true),
  );
  return t(
    folder.kind,
    wanted.map((property) => property.value(folder, mailbox)),
  );
}
