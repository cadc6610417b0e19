import { AppError } from '../../../../shared/errors/appError.ts';
import { folderIdXml, type FolderRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { inside } from '../soap.ts';
import { childText } from '../xmlReader.ts';
import { element } from '../xmlWriter.ts';

/** Name and size of a folder. */
export interface FolderFacts {
  readonly displayName: string;
  readonly totalCount: number;
}

/** Reads name and size of a folder. https://learn.microsoft.com/exchange/client-developer/web-service-reference/getfolder-operation */
export const getFolder = operation<FolderRef, FolderFacts>({
  name: 'GetFolder',
  safety: 'read',
  payload: (folder) =>
    element('m:GetFolder', {}, [
      element('m:FolderShape', {}, [
        element('t:BaseShape', {}, ['IdOnly']),
        element('t:AdditionalProperties', {}, [
          element('t:FieldURI', { FieldURI: 'folder:DisplayName' }),
          element('t:FieldURI', { FieldURI: 'folder:TotalCount' }),
        ]),
      ]),
      element('m:FolderIds', {}, [folderIdXml(folder)]),
    ]),
  parse: (message) => {
    const folder = inside(message, 'Folders')?.children[0];
    if (folder === undefined) throw new AppError('exchange.unexpectedAnswer', { operation: 'GetFolder', missing: 'the folder' });
    return { displayName: childText(folder, 'DisplayName') ?? '', totalCount: Number(childText(folder, 'TotalCount') ?? 0) };
  },
});
