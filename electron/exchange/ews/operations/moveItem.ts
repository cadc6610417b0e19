import { folderIdXml, itemIdXml, itemRefOf, type FolderRef } from '../ids.ts';
import { operation, type Operation } from '../operation.ts';
import { inside } from '../soap.ts';
import { child } from '../xmlReader.ts';
import { element } from '../xmlWriter.ts';

/** An item and the folder it is to go to. */
export interface Relocation {
  readonly id: string;
  readonly folder: FolderRef;
}

/** The new ID; undefined where the server does not tell it, as with a folder of another mailbox. */
function relocation(name: 'MoveItem' | 'CopyItem'): Operation<Relocation, string | undefined> {
  return operation({
    name,
    safety: 'write',
    payload: ({ id, folder }) =>
      element(`m:${name}`, {}, [
        element('m:ToFolderId', {}, [folderIdXml(folder)]),
        element('m:ItemIds', {}, [itemIdXml({ id })]),
        element('m:ReturnNewItemIds', {}, ['true']),
      ]),
    parse: (message) => {
      const placed = inside(message, 'Items')?.children[0];
      return placed === undefined ? undefined : itemRefOf(child(placed, 'ItemId'), name).id;
    },
  });
}

/** Moves an item. https://learn.microsoft.com/exchange/client-developer/web-service-reference/moveitem-operation */
export const moveItem = relocation('MoveItem');

/** Copies an item. https://learn.microsoft.com/exchange/client-developer/web-service-reference/copyitem-operation */
export const copyItem = relocation('CopyItem');
