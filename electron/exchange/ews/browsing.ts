import type { MailboxBrowser } from '../../../shared/exchange/browse.ts';
import type { EwsClient } from './ewsClient.ts';
import { namingFolder, type FolderNames } from './folderNames.ts';
import { listFolders } from './operations/listFolders.ts';
import { listItems } from './operations/listItems.ts';
import { pages } from './page.ts';

/** Looks into the mailbox of a connection, for the pickers of the forms. */
export function ewsBrowser(client: EwsClient, folderNames: FolderNames): MailboxBrowser {
  const parent = { kind: 'known', name: 'msgfolderroot' } as const;
  return {
    folders: (signal) => pages((offset) => client.callOne(listFolders, { parent, offset }, signal)),
    async items({ folder, search, offset }, signal) {
      try {
        const page = await client.callOne(listItems, { folder: await folderNames.resolve(client, folder, signal), search, offset }, signal);
        return { items: page.entries, next: page.next };
      } catch (thrown) {
        throw namingFolder(thrown, folder);
      }
    },
  };
}
