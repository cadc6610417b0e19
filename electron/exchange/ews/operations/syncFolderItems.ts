import { AppError } from '../../../../shared/errors/appError.ts';
import { folderIdXml, type FolderRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { inside } from '../soap.ts';
import { child, childText, type XmlElement } from '../xmlReader.ts';
import { element } from '../xmlWriter.ts';

/** A folder, and the state that the last answer ended with; without one, everything in the folder is new. */
export interface SyncQuery {
  readonly folder: FolderRef;
  readonly state: string | undefined;
}

/** Something that happened to an item of the folder. */
export interface FolderChange {
  readonly kind: 'created' | 'updated' | 'deleted';
  readonly id: string;
}

export interface SyncAnswer {
  readonly state: string;
  readonly changes: readonly FolderChange[];
  /** Nothing is left that the next request would tell at once. */
  readonly complete: boolean;
}

/** Most that one answer may hold (the schema's limit). */
const mostChanges = 512;

const kinds: Readonly<Record<string, FolderChange['kind']>> = { Create: 'created', Update: 'updated', ReadFlagChange: 'updated', Delete: 'deleted' };

function changeOf(change: XmlElement): FolderChange | undefined {
  const kind = kinds[change.name];
  const id = child(change, 'ItemId') ?? child(change.children[0], 'ItemId');
  return kind === undefined || id?.attributes.Id === undefined ? undefined : { kind, id: id.attributes.Id };
}

/** What has changed in a folder since a state. https://learn.microsoft.com/exchange/client-developer/web-service-reference/syncfolderitems-operation */
export const syncFolderItems = operation<SyncQuery, SyncAnswer>({
  name: 'SyncFolderItems',
  safety: 'read',
  payload: ({ folder, state }) =>
    element('m:SyncFolderItems', {}, [
      element('m:ItemShape', {}, [element('t:BaseShape', {}, ['IdOnly'])]),
      element('m:SyncFolderId', {}, [folderIdXml(folder)]),
      state === undefined ? undefined : element('m:SyncState', {}, [state]),
      element('m:MaxChangesReturned', {}, [String(mostChanges)]),
    ]),
  parse: (message) => {
    const state = childText(message.element, 'SyncState');
    if (state === undefined) throw new AppError('exchange.unexpectedAnswer', { operation: 'SyncFolderItems', missing: 'the state of the folder' });
    const changes = inside(message, 'Changes')?.children.flatMap((change) => changeOf(change) ?? []) ?? [];
    return { state, changes, complete: childText(message.element, 'IncludesLastItemInRange')?.trim() !== 'false' };
  },
});
