import { EwsError } from '../soap/ewsError.ts';
import type { Folder } from '../store/folder.ts';
import type { Item } from '../store/item.ts';
import { childrenOf, childText, m, t, type XmlElement } from '../xml/element.ts';
import { targetFolder } from './folderIds.ts';
import { itemOf } from './itemIds.ts';
import type { Operation, OperationContext } from './operation.ts';

function transfer(name: 'MoveItem' | 'CopyItem', act: (item: Item, folder: Folder, context: OperationContext) => Item): Operation {
  const work = (request: XmlElement, context: OperationContext): ReturnType<Operation['work']> => {
    const newIds = childText(request, 'ReturnNewItemIds')?.trim() !== 'false' && childText(request, 'ReturnNewItemIds')?.trim() !== '0';
    return childrenOf(request, 'ItemIds').map((id) => () => {
      const folder = targetFolder(request, 'ToFolderId', context);
      if (folder === undefined) throw new EwsError('ErrorFolderNotFound');
      const item = act(itemOf(id, context), folder, context);
      const itemId = t('ItemId', [], { Id: item.id, ChangeKey: context.mailbox.changeKeyOf(item) });
      return { content: [m('Items', newIds ? [t(item.kind, [itemId])] : [])] };
    });
  };
  return { name, empty: [m('Items')], work };
}

/** MoveItem: the item gets a new id (https://learn.microsoft.com/exchange/client-developer/web-service-reference/moveitem-operation). */
export const moveItem = transfer('MoveItem', (item, folder, { mailbox }) => mailbox.move(item, folder));

/** CopyItem (https://learn.microsoft.com/exchange/client-developer/web-service-reference/copyitem-operation). */
export const copyItem = transfer('CopyItem', (item, folder, { mailbox }) => mailbox.copy(item, folder));
