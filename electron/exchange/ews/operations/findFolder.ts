import { folderIdXml, itemRefOf, type FolderRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { pageOf, type Page } from '../page.ts';
import { child, childText } from '../xmlReader.ts';
import { element } from '../xmlWriter.ts';

/** Folders below another one: its direct children with this name, or all folders at any depth. */
export interface FolderQuery {
  readonly parent: FolderRef;
  readonly traversal: 'Shallow' | 'Deep';
  readonly displayName?: string;
  readonly offset: number;
}

export interface FoundFolder {
  readonly id: string;
  readonly displayName: string;
}

const pageSize = 200;

/** Lists folders. https://learn.microsoft.com/exchange/client-developer/web-service-reference/findfolder-operation */
export const findFolder = operation<FolderQuery, Page<FoundFolder>>({
  name: 'FindFolder',
  safety: 'read',
  payload: ({ parent, traversal, displayName, offset }) => {
    const name = element('t:FieldURI', { FieldURI: 'folder:DisplayName' });
    const restriction =
      displayName === undefined
        ? undefined
        : element('m:Restriction', {}, [
            element('t:IsEqualTo', {}, [name, element('t:FieldURIOrConstant', {}, [element('t:Constant', { Value: displayName })])]),
          ]);
    return element('m:FindFolder', { Traversal: traversal }, [
      element('m:FolderShape', {}, [element('t:BaseShape', {}, ['IdOnly']), element('t:AdditionalProperties', {}, [name])]),
      element('m:IndexedPageFolderView', { MaxEntriesReturned: String(pageSize), Offset: String(offset), BasePoint: 'Beginning' }),
      restriction,
      element('m:ParentFolderIds', {}, [folderIdXml(parent)]),
    ]);
  },
  parse: (message) =>
    pageOf(message, 'Folders', (folder) => ({
      id: itemRefOf(child(folder, 'FolderId'), 'FindFolder').id,
      displayName: childText(folder, 'DisplayName') ?? '',
    })),
});
